import SchemaModel
import SchemaParser

/// The relations whose actions come back to where they started.
///
/// The reference starts a search of its own at each relation, which takes quadratic time. What it
/// finds follows from reachability: a relation is reported exactly if its model, or a relation of a
/// model to itself, can be reached over it. Its order matters only where both can be; there, and
/// there alone, the search is run as it is, up to a bound.
struct CascadeCycles {
  enum Kind: UInt8 {
    /// A relation of a model to itself is reached.
    case selfRelation
    /// The model is reached where the relation starts.
    case cycle
  }

  let graph: CascadeGraph
  /// What is found from each edge that has a cycle, ascending.
  let found: [(edge: Int, kind: Kind)]

  /// The steps that all searches may take together.
  private static let bound = 4_000_000

  /// Whether the rules for cycles hold: where the database or the client would run into them.
  static func isChecked(_ configuration: Configuration) -> Bool {
    switch configuration.connector {
    case .none: false
    case .sqlserver, .mongodb: true
    default: configuration.relationMode == .prisma
    }
  }

  init(_ schema: Schema) {
    let graph = CascadeGraph(schema)
    let component = graph.components()
    var reachesSelf = [Bool](repeating: false, count: graph.count)
    var members = [Int](repeating: 0, count: graph.count)
    for edge in graph.edges where edge.isCascading && edge.isSelfRelation {
      reachesSelf[component[edge.source]] = true
    }
    for slot in component { members[slot] += 1 }
    // Edges lead to lower components, so those are known when a component's turn comes.
    let bySource = graph.edges.indices.sorted {
      component[graph.edges[$0].source] < component[graph.edges[$1].source]
    }
    for index in bySource {
      let edge = graph.edges[index]
      if edge.isCascading && reachesSelf[component[edge.target]] {
        reachesSelf[component[edge.source]] = true
      }
    }
    var search = Search(graph: graph, steps: Self.bound)
    var found: [(edge: Int, kind: Kind)] = []
    for index in graph.edges.indices {
      let edge = graph.edges[index]
      guard edge.isCascading else { continue }
      if edge.isSelfRelation {
        found.append((index, .selfRelation))
        continue
      }
      let isCycle = component[edge.source] == component[edge.target]
      let isSelf = reachesSelf[component[edge.target]]
      switch (isCycle, isSelf) {
      case (false, false): continue
      case (true, false): found.append((index, .cycle))
      case (false, true): found.append((index, .selfRelation))
      case (true, true): found.append((index, search.first(from: index)))
      }
    }
    self.graph = graph
    self.found = found
  }

  /// The search of the reference: depth first, with a stack of relations.
  private struct Search {
    let graph: CascadeGraph
    var steps: Int
    var visited: [Int]
    var round = 0

    init(graph: CascadeGraph, steps: Int) {
      self.graph = graph
      self.steps = steps
      visited = [Int](repeating: 0, count: graph.edges.count)
    }

    mutating func first(from start: Int) -> Kind {
      round += 1
      let origin = graph.edges[start].source
      var stack = [start]
      while let index = stack.popLast() {
        visited[index] = round
        let edge = graph.edges[index]
        guard edge.isCascading else { continue }
        if edge.isSelfRelation { return .selfRelation }
        if edge.target == origin { return .cycle }
        for next in graph.edges(from: edge.target) {
          steps -= 1
          if visited[next] != round { stack.append(next) }
        }
        if steps < 0 { return .cycle }
      }
      return .cycle
    }
  }

  /// A shortest chain of edges from `start` back to its model, or to a relation of a model to itself;
  /// empty when the schema is too large to look.
  private func path(from start: Int, kind: Kind, steps: inout Int) -> [Int] {
    let origin = graph.edges[start].source
    return graph.path(from: start, steps: &steps) { edge in
      kind == .selfRelation ? edge.isSelfRelation : edge.target == origin && !edge.isSelfRelation
    }
  }

  /// Reports the cycles of `kind`.
  static func check(_ kind: Kind, _ context: SchemaContext, _ findings: inout Findings) {
    guard isChecked(context.configuration) else { return }
    let cycles = CascadeCycles(context.schema)
    var steps = 2_000_000
    for (index, found) in cycles.found where found == kind {
      let edge = cycles.graph.edges[index]
      guard let model = context.schema.model(BlockID(edge.source)),
        let field = model.field(at: edge.field)
      else { continue }
      findings.stage = .relation
      findings.field = field.index
      findings.otherModel = field.type.modelID
      let path = cycles.path(from: index, kind: kind, steps: &steps)
      findings.report(
        message(kind, model, field, path, cycles.graph, context.schema),
        at: .field(model.id, field.index),
        related: path.dropFirst().prefix(8).map {
          let next = cycles.graph.edges[$0]
          return RelatedPlace(.field(BlockID(next.source), next.field), "goes on here")
        })
    }
  }

  private static func message(
    _ kind: Kind, _ model: Model, _ field: Field, _ path: [Int], _ graph: CascadeGraph,
    _ schema: Schema
  ) -> Message {
    let names = path.prefix(12).map { index -> String in
      let edge = graph.edges[index]
      let source = schema.model(BlockID(edge.source))
      return "`\(source?.name ?? "").\(source?.field(at: edge.field)?.name ?? "")`"
    }
    let way =
      names.count > 1
      ? "the way is " + names.joined(separator: " → ") + (path.count > 12 ? " → …" : "") : nil
    let configuration = schema.configuration
    var implicit: [String] = []
    if field.relation?.onDelete == nil {
      let action = configuration.defaultOnDelete(
        isRequired: model.requiresRelation(at: field.index))
      implicit.append("`onDelete: \(action.rawValue)`")
    }
    if field.relation?.onUpdate == nil {
      implicit.append("`onUpdate: \(configuration.defaultOnUpdate.rawValue)`")
    }
    let defaults =
      implicit.isEmpty
      ? nil
      : "where nothing is written, " + implicit.joined(separator: " and ")
        + (implicit.count == 1 ? " holds" : " hold")
    let text =
      switch kind {
      case .selfRelation where path.count <= 1:
        "self-relation `\(field.name)` would carry changes around in `\(model.name)`"
      case .selfRelation:
        "relation `\(field.name)` leads to a self-relation that would carry changes around"
      case .cycle:
        "relation `\(field.name)` is part of a cycle that would carry changes back to "
          + "`\(model.name)`"
      }
    let note = [way, defaults].compactMap { $0 }.joined(separator: "; ")
    return Message(
      text, note: note.isEmpty ? nil : note,
      help: "write `onDelete: NoAction, onUpdate: NoAction` on one of the relations of the cycle")
  }
}

import SchemaModel

/// The relations that a row can't do without, and that take it along when the other row is deleted: all
/// fields are required, and `onDelete: Cascade` is written.
///
/// Kept up declaration by declaration. Circles are looked for only when one of these relations came or
/// went, which a keystroke seldom brings about.
struct RequiredCascades: Sendable {
  /// Those that are part of a circle, in any order.
  private(set) var circular: [CascadeGraph.Edge] = []

  private var bySlot: [[CascadeGraph.Edge]] = []
  private var isStale = false

  /// Takes over what a slot holds now.
  mutating func update(_ id: BlockID, in schema: Schema) {
    let added = id.index + 1 - bySlot.count
    if added > 0 { bySlot.append(contentsOf: repeatElement([], count: added)) }
    let edges = schema.model(id).map { Self.edges(of: $0) } ?? []
    if edges.isEmpty && bySlot[id.index].isEmpty || edges == bySlot[id.index] { return }
    bySlot[id.index] = edges
    isStale = true
  }

  /// Brings ``circular`` up to date.
  mutating func findCircles(in schema: Schema) {
    guard isStale else { return }
    isStale = false
    let graph = CascadeGraph(bySlot.flatMap { $0 }, of: schema)
    let component = graph.components()
    circular = graph.edges.filter { component[$0.source] == component[$0.target] }
  }

  private static func edges(of model: Model) -> [CascadeGraph.Edge] {
    var edges: [CascadeGraph.Edge] = []
    for index in model.relationFields {
      let field = model.fields[index]
      guard field.arity == .required, let target = field.type.modelID,
        let relation = field.relation, relation.onDelete?.action == .cascade,
        let fields = relation.fields?.fields, !fields.isEmpty,
        fields.allSatisfy({ model.hasArity(.required, at: $0) })
      else { continue }
      edges.append(
        CascadeGraph.Edge(
          source: model.id.index, target: target.index, field: index, isCascading: true))
    }
    return edges
  }
}

import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// The searches for cycles and for several ways against plain ones, which follow the definition step by
/// step and take exponential time.
@Suite struct CascadeTests {
  /// A relation of a random schema: model numbers, and whether it cascades.
  private struct Edge {
    let source: Int
    let target: Int
    let cascades: Bool
  }

  private struct Graph: CustomStringConvertible {
    var models: Int
    /// In creation order: by source.
    var edges: [Edge]

    var description: String {
      edges.map { "\($0.source)\($0.cascades ? "→" : "⇢")\($0.target)" }.joined(separator: " ")
    }

    init(models: Int, edges: Int, using generator: inout SeededGenerator) {
      self.models = models
      self.edges = (0..<edges).map { _ in
        Edge(
          source: Int.random(in: 0..<models, using: &generator),
          target: Int.random(in: 0..<models, using: &generator),
          cascades: Int.random(in: 0..<5, using: &generator) > 0)
      }
      self.edges.sort { $0.source < $1.source }
    }

    /// The schema, and the offset of each edge's field.
    func schema() -> (text: String, offsets: [Int]) {
      var text = "datasource db {\n  provider = \"sqlserver\"\n}\n"
      var offsets = [Int](repeating: 0, count: edges.count)
      for model in 0..<models {
        text += "model M\(model) {\n  id Int @id\n"
        for (index, edge) in edges.enumerated() where edge.source == model {
          let actions = edge.cascades ? "" : ", onDelete: NoAction, onUpdate: NoAction"
          text += "  "
          offsets[index] = text.utf8.count
          text += "f\(index) M\(edge.target) @relation(\"e\(index)\", fields: [s\(index)], "
          text += "references: [id]\(actions))\n  s\(index) Int\n"
        }
        for (index, edge) in edges.enumerated() where edge.target == model {
          text += "  b\(index) M\(edge.source)[] @relation(\"e\(index)\")\n"
        }
        text += "}\n"
      }
      return (text, offsets)
    }

    func outgoing(_ model: Int) -> [Int] {
      edges.indices.filter { edges[$0].source == model }.sorted {
        (edges[$0].target, $0) < (edges[$1].target, $1)
      }
    }

    /// Depth first from one relation, as the definition says.
    func cycle(from start: Int) -> String? {
      var stack = [start]
      var visited: Set<Int> = []
      while let index = stack.popLast() {
        visited.insert(index)
        let edge = edges[index]
        guard edge.cascades else { continue }
        if edge.source == edge.target { return "relation-self-cycle" }
        if edge.target == edges[start].source { return "relation-cascade-cycle" }
        stack += outgoing(edge.target).filter { !visited.contains($0) }
      }
      return nil
    }

    /// The models on complete paths that begin with `path`.
    private func models(on path: [Int]) -> Set<Int> {
      guard let last = path.last, let first = path.first else { return [] }
      let start = edges[first].source
      let target = edges[last].target
      if target == start || target == edges[last].source { return [] }
      let next = outgoing(target).filter { edges[$0].cascades && !path.contains($0) }
      if next.isEmpty { return Set(path.map { edges[$0].target }) }
      return next.reduce(into: []) { $0.formUnion(models(on: path + [$1])) }
    }

    /// The relations that reach a model which another relation of the same model reaches too.
    func multiplePaths() -> Set<Int> {
      var found: Set<Int> = []
      for model in 0..<models {
        let own = outgoing(model).filter { edges[$0].cascades }
        let reached = own.map { models(on: [$0]) }
        for (at, edge) in own.enumerated() {
          let others = own.indices.filter { $0 != at }
          if others.contains(where: { !reached[$0].isDisjoint(with: reached[at]) }) {
            found.insert(edge)
          }
        }
      }
      return found
    }
  }

  @Test func agreesWithTheDefinition() {
    let first = TestRun.seed("CascadeTests.agreesWithTheDefinition")
    for round in 0..<TestRun.rounds(60, long: 5_000) {
      let seed = first &+ UInt64(round)
      var generator = SeededGenerator(seed: seed)
      let models = Int.random(in: 1...6, using: &generator)
      let graph = Graph(
        models: models, edges: Int.random(in: 1...9, using: &generator), using: &generator)
      let (text, offsets) = graph.schema()
      var analyzer = SchemaAnalyzer()
      let tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7)
      analyzer.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: .seven)
      var found: [Set<String>] = Array(repeating: [], count: graph.edges.count)
      for diagnostic in analyzer.diagnostics().flatMap(\.diagnostics)
      where diagnostic.severity == .error {
        guard let edge = offsets.firstIndex(of: diagnostic.range.start) else {
          Issue.record("\(diagnostic.id) is not at a relation")
          continue
        }
        found[edge].insert(diagnostic.id)
      }
      var expected: [Set<String>] = graph.edges.indices.map { index in
        graph.cycle(from: index).map { [$0] } ?? []
      }
      for edge in graph.multiplePaths() {
        expected[edge].insert("relation-multiple-cascade-paths")
      }
      #expect(found == expected, "seed \(seed): \(graph)")
    }
  }

  /// Schemas on which a plain search would never end.
  @Test(arguments: [0, 1, 2]) func endsOnHostileSchemas(kind: Int) {
    var generator = SeededGenerator(seed: 0)
    var graph = Graph(models: 1, edges: 1, using: &generator)
    switch kind {
    case 0:
      graph.models = 16
      graph.edges = (0..<16).flatMap { source in
        (0..<16).map { Edge(source: source, target: $0, cascades: true) }
      }
    case 1:
      graph.models = 24
      graph.edges = (0..<24).flatMap { source in
        ((source + 1)..<24).map { Edge(source: source, target: $0, cascades: true) }
      }
    default:
      graph.models = 14
      graph.edges = (1..<14).flatMap { source in
        (1..<14).filter { $0 != source }.map { Edge(source: source, target: $0, cascades: true) }
      }
      graph.edges += [1, 2].map { Edge(source: 0, target: $0, cascades: true) }
      graph.edges.sort { $0.source < $1.source }
    }
    var analyzer = SchemaAnalyzer()
    let tree = SyntaxTree.parsed(Array(graph.schema().text.utf8), dialect: .prisma7)
    analyzer.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: .seven)
    #expect(!analyzer.diagnostics().flatMap(\.diagnostics).isEmpty)
  }
}

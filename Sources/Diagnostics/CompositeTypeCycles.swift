import SchemaModel

/// Finds composite types that contain each other without end.
///
/// Required fields of composite type are the edges of a graph. An edge lies on a circle exactly when
/// both its ends are in the same strongly connected component; those are found by Tarjan's
/// algorithm, with a stack of its own since types can be nested as deep as a schema is long.
enum CompositeTypeCycles {
  /// A field that closes a circle.
  struct ClosingField {
    /// The type that has the field.
    let type: BlockID
    /// Its index in the type's fields.
    let field: Int
    /// The field's type, where the circle begins and ends.
    let closed: BlockID
    /// The names of the types on the circle, from the closed one back to it.
    let path: [String]
  }

  /// The fields that close circles of two or more types, ordered by the type closed.
  static func closingFields(of types: [CompositeType]) -> [ClosingField] {
    let graph = Graph(types)
    guard graph.hasEdges else { return [] }
    let components = graph.components()
    var closing: [[(type: Int, field: Int)]] = Array(repeating: [], count: types.count)
    var found = false
    for (source, edges) in graph.edges.enumerated() {
      for edge in edges where edge.target != source {
        guard components[edge.target] == components[source] else { continue }
        closing[edge.target].append((source, edge.field))
        found = true
      }
    }
    guard found else { return [] }
    var result: [ClosingField] = []
    // Nobody reads hundreds of ways, and each takes a search.
    var searches = 0
    for (closed, fields) in closing.enumerated() where !fields.isEmpty {
      searches += 1
      let parents = graph.parents(from: closed, in: components, limit: searches > 100 ? 0 : 1000)
      for (type, field) in fields {
        result.append(
          ClosingField(
            type: types[type].id, field: field, closed: types[closed].id,
            path: graph.path(to: type, from: closed, parents: parents) + [types[closed].name]))
      }
    }
    return result
  }

  private struct Graph {
    struct Edge {
      let target: Int
      let field: Int
    }

    let types: [CompositeType]
    var edges: [[Edge]]
    var hasEdges = false

    init(_ types: [CompositeType]) {
      self.types = types
      edges = Array(repeating: [], count: types.count)
      var numbers: [BlockID: Int] = [:]
      numbers.reserveCapacity(types.count)
      for (number, type) in types.enumerated() { numbers[type.id] = number }
      for (number, type) in types.enumerated() {
        for field in type.fields where field.arity == .required {
          guard case .composite(let id) = field.type, let target = numbers[id] else { continue }
          edges[number].append(Edge(target: target, field: field.index))
          hasEdges = true
        }
      }
    }

    /// For each type the number of its strongly connected component.
    func components() -> [Int] {
      let count = types.count
      var component = [Int](repeating: -1, count: count)
      var order = [Int](repeating: -1, count: count)
      var low = [Int](repeating: 0, count: count)
      var next = 0
      var open: [Int] = []
      var componentCount = 0
      var work: [(type: Int, edge: Int)] = []
      for root in 0..<count where order[root] < 0 {
        work.append((root, 0))
        while let (type, edge) = work.last {
          if edge == 0 {
            order[type] = next
            low[type] = next
            next += 1
            open.append(type)
          }
          if edge < edges[type].count {
            work[work.count - 1].edge += 1
            let target = edges[type][edge].target
            if order[target] < 0 {
              work.append((target, 0))
            } else if component[target] < 0 {
              low[type] = min(low[type], order[target])
            }
            continue
          }
          work.removeLast()
          if let parent = work.last?.type { low[parent] = min(low[parent], low[type]) }
          if low[type] == order[type] {
            while let member = open.popLast() {
              component[member] = componentCount
              if member == type { break }
            }
            componentCount += 1
          }
        }
      }
      return component
    }

    /// The shortest ways from `start` through its component, as the type before each. The search
    /// ends after `limit` types, since nobody reads a longer way.
    func parents(from start: Int, in components: [Int], limit: Int) -> [Int: Int] {
      var parents: [Int: Int] = [start: start]
      var queue = [start]
      var at = 0
      while at < queue.count, at < limit {
        let type = queue[at]
        at += 1
        for edge in edges[type] where components[edge.target] == components[start] {
          if parents[edge.target] == nil {
            parents[edge.target] = type
            queue.append(edge.target)
          }
        }
      }
      return parents
    }

    /// The names on the way from `start` to `type`, with `…` where the way is not known.
    func path(to type: Int, from start: Int, parents: [Int: Int]) -> [String] {
      var names = [types[type].name]
      var current = type
      while current != start {
        guard let parent = parents[current] else {
          names.append("…")
          names.append(types[start].name)
          break
        }
        names.append(types[parent].name)
        current = parent
      }
      return names.reversed()
    }
  }
}

import SchemaModel
import SchemaParser

/// The models of a schema with the relations over which a deletion or update goes on from one to
/// the next: an edge leads from the referencing to the referenced model.
///
/// All searches are iterative and take time linear in the schema, or stop at a bound: a chain can
/// have as many links as the schema has models.
struct CascadeGraph {
  /// A relation with both its fields that isn't many-to-many.
  struct Edge: Hashable {
    /// The models as indexes of their slots.
    let source: Int
    let target: Int
    /// The forward field in the source's model.
    let field: Int
    /// Whether an action on the target's row changes the source's row.
    let isCascading: Bool

    var isSelfRelation: Bool { source == target }
  }

  /// Of all relations in creation order.
  let edges: [Edge]
  /// The edges of the model in slot `s` are `outgoing[starts[s]..<starts[s + 1]]`, sorted by the place
  /// of their targets in the schema, then by creation.
  let outgoing: [Int]
  let starts: [Int]

  /// The graph of all relations.
  init(_ schema: Schema) {
    let configuration = schema.configuration
    var edges: [Edge] = []
    for relation in schema.relations {
      guard !relation.isManyToMany, relation.isComplete, let field = relation.forward,
        let model = schema.model(relation.referencingModel)
      else { continue }
      edges.append(
        Edge(
          source: relation.referencingModel.index, target: relation.referencedModel.index,
          field: field, isCascading: model.isCascading(at: field, configuration)))
    }
    self.init(edges, of: schema)
  }

  /// The graph of some relations, in any order.
  init(_ edges: [Edge], of schema: Schema) {
    let slots = edges.reduce(0) { max($0, $1.source + 1, $1.target + 1) }
    var counts = [Int](repeating: 0, count: slots + 1)
    for edge in edges { counts[edge.source + 1] += 1 }
    for slot in counts.indices.dropFirst() { counts[slot] += counts[slot - 1] }
    var outgoing = [Int](repeating: 0, count: edges.count)
    var next = counts
    for index in edges.indices {
      let source = edges[index].source
      outgoing[next[source]] = index
      next[source] += 1
    }
    for slot in 0..<slots where counts[slot + 1] - counts[slot] > 1 {
      outgoing[counts[slot]..<counts[slot + 1]].sort {
        let left = schema.position(of: BlockID(edges[$0].target))
        let right = schema.position(of: BlockID(edges[$1].target))
        return left == right ? $0 < $1 : left < right
      }
    }
    self.edges = edges
    self.outgoing = outgoing
    self.starts = counts
  }

  /// The number of slots.
  var count: Int { max(0, starts.count - 1) }

  /// The edges that start at the model in `slot`.
  func edges(from slot: Int) -> ArraySlice<Int> {
    guard slot >= 0, slot + 1 < starts.count else { return [] }
    return outgoing[starts[slot]..<starts[slot + 1]]
  }

  /// A shortest chain of cascading edges from `start` to one for which `isEnd` holds; empty when `steps`
  /// do not suffice.
  func path(from start: Int, steps: inout Int, until isEnd: (Edge) -> Bool) -> [Int] {
    var cameFrom: [Int: Int] = [start: -1]
    var queue = [start]
    var at = 0
    while at < queue.count, steps > 0 {
      let index = queue[at]
      at += 1
      if isEnd(edges[index]) {
        var path: [Int] = []
        var back = index
        while back >= 0 {
          path.append(back)
          back = cameFrom[back] ?? -1
        }
        return path.reversed()
      }
      for next in edges(from: edges[index].target)
      where edges[next].isCascading && cameFrom[next] == nil {
        steps -= 1
        cameFrom[next] = index
        queue.append(next)
      }
    }
    return []
  }

  /// The number of the strongly connected component of each slot, over cascading edges between different
  /// models. An edge never leads to a component of a higher number.
  ///
  /// Tarjan's algorithm with a stack of its own.
  func components() -> [Int] {
    var component = [Int](repeating: -1, count: count)
    var order = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var open: [Int] = []
    var path: [(slot: Int, next: Int)] = []
    var visited = 0
    var components = 0
    for root in 0..<count where order[root] < 0 {
      path.append((root, starts[root]))
      while let (slot, at) = path.last {
        if order[slot] < 0 {
          order[slot] = visited
          low[slot] = visited
          visited += 1
          open.append(slot)
        }
        if at < starts[slot + 1] {
          path[path.count - 1].next += 1
          let edge = edges[outgoing[at]]
          guard edge.isCascading, !edge.isSelfRelation else { continue }
          if order[edge.target] < 0 {
            path.append((edge.target, starts[edge.target]))
          } else if component[edge.target] < 0 {
            low[slot] = min(low[slot], order[edge.target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.slot { low[parent] = min(low[parent], low[slot]) }
        guard low[slot] == order[slot] else { continue }
        while let member = open.popLast() {
          component[member] = components
          if member == slot { break }
        }
        components += 1
      }
    }
    return component
  }
}

extension Model {
  /// Whether an action on the related row changes the row with the relation field at `index`: explicit
  /// or not, one of them is neither `NoAction` nor `Restrict`.
  fileprivate func isCascading(at index: Int, _ configuration: Configuration) -> Bool {
    guard fields.indices.contains(index) else { return false }
    let attribute = fields[index].relation
    let onUpdate = attribute?.onUpdate?.action ?? configuration.defaultOnUpdate
    if onUpdate.isCascading { return true }
    let onDelete =
      attribute?.onDelete?.action
      ?? configuration.defaultOnDelete(isRequired: requiresRelation(at: index))
    return onDelete.isCascading
  }
}

extension ReferentialAction {
  fileprivate var isCascading: Bool { self != .noAction && self != .restrict }
}

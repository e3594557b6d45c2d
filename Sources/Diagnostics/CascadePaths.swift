import SchemaModel
import SchemaParser

/// The relations of a model over which other models are reached that other relations of the
/// model reach as well.
///
/// Defined over paths: those of cascading relations that start at a model, use no relation twice, and
/// cannot be extended; a path that meets a self-relation or comes back to the model counts for
/// nothing. Listing paths takes exponential time, so they are only listed, up to a bound, where the
/// relations that can be reached have a cycle. Elsewhere a model is on a complete path exactly if an
/// end can be reached from it, and it is enough to know of each model whether one relation of the
/// start reaches it, or several.
struct CascadePaths {
  let graph: CascadeGraph
  /// Each edge that is at fault, with models (slots, at most a few) that are reached twice.
  private(set) var found: [(edge: Int, models: [Int])] = []

  private var steps = 3_000_000
  private var mark: [Int]
  private var local: [Int]
  private var round = 0

  init(_ schema: Schema) {
    graph = CascadeGraph(schema)
    mark = [Int](repeating: 0, count: graph.count)
    local = [Int](repeating: 0, count: graph.count)
    for slot in 0..<graph.count {
      let own = graph.edges(from: slot).filter { isUsable($0, from: slot) }
      if own.count > 1 { check(slot, own) }
      if steps < 0 { break }
    }
    found.sort { $0.edge < $1.edge }
  }

  /// Whether a path from the model in `start` can go on over the edge.
  private func isUsable(_ index: Int, from start: Int) -> Bool {
    let edge = graph.edges[index]
    return edge.isCascading && !edge.isSelfRelation && edge.target != start
  }

  /// The models that can be reached from `start` without it, each after all that it leads to; nil when
  /// they have a cycle.
  private mutating func sorted(from start: Int, _ own: [Int]) -> [Int]? {
    round += 1
    let opened = 2 * round
    let closed = 2 * round + 1
    var order: [Int] = []
    var path: [(slot: Int, next: Int)] = []
    for index in own {
      let root = graph.edges[index].target
      guard mark[root] < opened else { continue }
      mark[root] = opened
      path.append((root, graph.starts[root]))
      while let (slot, at) = path.last {
        if at < graph.starts[slot + 1] {
          path[path.count - 1].next += 1
          steps -= 1
          let next = graph.outgoing[at]
          guard isUsable(next, from: start) else { continue }
          let target = graph.edges[next].target
          if mark[target] == opened { return nil }
          if mark[target] < opened {
            mark[target] = opened
            path.append((target, graph.starts[target]))
          }
          continue
        }
        mark[slot] = closed
        local[slot] = order.count
        order.append(slot)
        path.removeLast()
      }
    }
    return order
  }

  private mutating func check(_ start: Int, _ own: [Int]) {
    if let order = sorted(from: start, own) {
      checkAcyclic(start, own, order)
    } else {
      checkByListing(start, own)
    }
  }

  private mutating func checkAcyclic(_ start: Int, _ own: [Int], _ order: [Int]) {
    // By place in `order`, which has the ends first.
    var isOnCompletePath = [Bool](repeating: false, count: order.count)
    // The place in `own` of the one edge that reaches it; -1 none, -2 several.
    var reachedBy = [Int](repeating: -1, count: order.count)
    var leadsToShared = [Bool](repeating: false, count: order.count)
    for (at, slot) in order.enumerated() {
      var isEnd = true
      for next in graph.edges(from: slot) where graph.edges[next].isCascading {
        isEnd = false
        if isUsable(next, from: start), isOnCompletePath[local[graph.edges[next].target]] {
          isOnCompletePath[at] = true
          break
        }
      }
      if isEnd { isOnCompletePath[at] = true }
    }
    func merge(_ value: Int, into at: Int) {
      if reachedBy[at] == -1 {
        reachedBy[at] = value
      } else if reachedBy[at] != value {
        reachedBy[at] = -2
      }
    }
    for (number, index) in own.enumerated() {
      let at = local[graph.edges[index].target]
      if isOnCompletePath[at] { merge(number, into: at) }
    }
    for at in order.indices.reversed() where isOnCompletePath[at] && reachedBy[at] != -1 {
      for next in graph.edges(from: order[at]) where isUsable(next, from: start) {
        let target = local[graph.edges[next].target]
        if isOnCompletePath[target] { merge(reachedBy[at], into: target) }
      }
    }
    for at in order.indices where isOnCompletePath[at] {
      if reachedBy[at] == -2 {
        leadsToShared[at] = true
        continue
      }
      for next in graph.edges(from: order[at]) where isUsable(next, from: start) {
        let target = local[graph.edges[next].target]
        if isOnCompletePath[target] && leadsToShared[target] {
          leadsToShared[at] = true
          break
        }
      }
    }
    for index in own {
      let root = local[graph.edges[index].target]
      guard isOnCompletePath[root], leadsToShared[root] else { continue }
      // A walk to some of the shared models, for the message.
      var models: [Int] = []
      var seen: Set<Int> = [root]
      var queue = [root]
      var head = 0
      while head < queue.count, models.count < 5, head < 2_000 {
        let at = queue[head]
        head += 1
        if reachedBy[at] == -2 { models.append(order[at]) }
        for next in graph.edges(from: order[at]) where isUsable(next, from: start) {
          let target = local[graph.edges[next].target]
          if leadsToShared[target] && seen.insert(target).inserted { queue.append(target) }
        }
      }
      found.append((index, models))
    }
  }

  private mutating func checkByListing(_ start: Int, _ own: [Int]) {
    var reached: [Set<Int>] = []
    var isUsed: Set<Int> = []
    for first in own {
      var models: Set<Int> = []
      // The edges of the path, each with the place of the next extension to try.
      var path: [(edge: Int, next: Int, isExtended: Bool)] = []
      func begin(_ edge: Int) {
        isUsed.insert(edge)
        path.append((edge, graph.starts[graph.edges[edge].target], false))
      }
      begin(first)
      while let last = path.last, steps > 0 {
        steps -= 1
        let slot = graph.edges[last.edge].target
        if last.next < graph.starts[slot + 1] {
          path[path.count - 1].next += 1
          let next = graph.outgoing[last.next]
          guard graph.edges[next].isCascading, !isUsed.contains(next) else { continue }
          path[path.count - 1].isExtended = true
          if isUsable(next, from: start) { begin(next) }
          continue
        }
        if !last.isExtended { for step in path { models.insert(graph.edges[step.edge].target) } }
        isUsed.remove(last.edge)
        path.removeLast()
      }
      isUsed.removeAll()
      reached.append(models)
    }
    var counts: [Int: Int] = [:]
    for models in reached { for model in models { counts[model, default: 0] += 1 } }
    for (index, models) in zip(own, reached) {
      let shared = models.filter { counts[$0, default: 0] > 1 }
      if !shared.isEmpty { found.append((index, Array(shared.sorted().prefix(5)))) }
    }
  }
}

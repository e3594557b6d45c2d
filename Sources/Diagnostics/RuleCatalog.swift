import SchemaModel
import SchemaParser

/// All rules, and the ways to find one.
public enum RuleCatalog {
  /// Every rule, sorted by id.
  public static let all: [Rule] = unsorted.sorted { $0.id < $1.id }

  /// Every rule, in any order: a check has no need of sorting them.
  static var unsorted: [Rule] {
    SyntaxError.Kind.allCases.map(rule(for:)) + Problem.Kind.allCases.map(rule(for:))
      + semanticRelations + semanticModels + lint
  }

  /// The rule called `id`, nil when there is none.
  public static func rule(id: String) -> Rule? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low].id == id ? all[low] : nil
  }
}

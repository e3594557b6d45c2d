extension RuleCatalog {
  /// The rules that look at the meaning of a whole schema, in any order.
  static let semantic: [Rule] = []
}

import SchemaModel

extension Connector {
  /// The database as the subject of a sentence.
  var subject: String { self == .none ? "a schema without a datasource" : "`\(displayName)`" }

  /// What to do where another database is needed.
  var choice: String { self == .none ? "add a datasource" : "change the provider" }
}

extension Sequence<String> {
  /// Names in a sentence: `` `a` ``, `` `a` and `b` `` or `` `a`, `b` and `c` ``; of more than eight
  /// the first ones.
  func listed(last word: String = "and") -> String {
    let names = map { "`\($0)`" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    if names.count > 8 {
      return "\(names.prefix(7).joined(separator: ", ")) \(word) \(names.count - 7) more"
    }
    return "\(names.dropLast().joined(separator: ", ")) \(word) \(last)"
  }
}

extension Int {
  /// A number with its noun, as in "1 argument" or "3 arguments".
  func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

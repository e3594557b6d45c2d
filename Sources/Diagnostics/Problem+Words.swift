import SchemaModel

extension Problem {
  /// The names in the list at `index` (quoted there or not), quoted: `` `a` ``, `` `a` and `b` `` or `` `a`, `b` and `c` ``.
  func names(_ index: Int, last: String = "and") -> String {
    let names = self[index].replacing(" and ", with: ", ").replacing("`", with: "")
      .split(separator: ", ").map { "`\($0)`" }
    guard let final = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) \(last) \(final)"
  }

  /// The fields in the list at `index`, as in "field `a`" or "fields `a` and `b`".
  func fields(_ index: Int) -> String { "\(isOne(index) ? "field" : "fields") \(names(index))" }

  /// Whether the list at `index` holds no more than one name.
  func isOne(_ index: Int) -> Bool { !self[index].contains(", ") }

  /// The kind of thing at `index` in words: a keyword as it is, but "composite type" for `type`.
  func kind(_ index: Int) -> String { self[index] == "type" ? "composite type" : self[index] }

  /// ``kind(_:)`` with its article: "a model", "an enum".
  func kindWithArticle(_ index: Int) -> String {
    let kind = kind(index)
    return kind.first.map("aeiou".contains) == true ? "an \(kind)" : "a \(kind)"
  }
}

import Migration

extension JSONText {
  /// The text as the type `jsonb` prints it: one blank behind `:` and `,`, members ordered by the length of
  /// their names and then by bytes. Numbers and strings stay as they are written.
  var jsonb: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[\(elements.map(\.jsonb).joined(separator: ", "))]"
    case .object(let members):
      "{"
        + members.sorted { Self.precedes($0.key, $1.key) }
        .map { "\"\($0.key)\": \($0.value.jsonb)" }.joined(separator: ", ") + "}"
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    let counts = (left.utf8.count, right.utf8.count)
    return counts.0 != counts.1
      ? counts.0 < counts.1 : left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

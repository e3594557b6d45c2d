import SchemaModel

extension Rule {
  /// A field of MongoDB has a name that starts with `$`.
  ///
  /// MongoDB takes such names for its operators.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id   String @id @map("_id")
  ///   name String @map("$name")
  ///               ~~~~~~~~~~~~~ error[mongo-field-name-dollar]: the name `$name` starts with `$`
  /// }
  /// ```
  public static let mongoFieldNameDollar = Rule(
    id: "mongo-field-name-dollar", severity: .error, looksAt: .map, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let map = field.map, context.connector == .mongodb,
        map.value.utf8.first == UInt8(ascii: "$")
      else { return }
      findings.report(
        Message(
          "the name `\(map.value)` starts with `$`",
          note: "`mongodb` keeps such names for operators",
          help: "choose another name"),
        at: map.range)
    })
}

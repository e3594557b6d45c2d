import SchemaModel

extension Rule {
  /// A field of MongoDB has a name with a dot.
  ///
  /// MongoDB writes paths into documents with dots.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id   String @id @map("_id")
  ///   name String @map("full.name")
  ///               ~~~~~~~~~~~~~~~~~ error[mongo-field-name-dot]: the name `full.name` contains a dot
  /// }
  /// ```
  public static let mongoFieldNameDot = Rule(
    id: "mongo-field-name-dot", severity: .error, looksAt: .map, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let map = field.map, context.connector == .mongodb,
        map.value.utf8.contains(UInt8(ascii: "."))
      else { return }
      findings.report(
        Message(
          "the name `\(map.value)` contains a dot",
          note: "`mongodb` writes paths into documents with dots",
          help: "choose another name, or use a composite type"),
        at: map.range)
    })
}

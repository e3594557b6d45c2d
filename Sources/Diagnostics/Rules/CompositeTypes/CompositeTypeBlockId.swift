import SchemaModel

extension Rule {
  /// A composite type has `@@id`.
  ///
  /// It is part of a document, and only the document has an id.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  ///   number Int
  ///
  ///   @@id([street, number])
  ///   ~~~~~~~~~~~~~~~~~~~~~~ error[composite-type-block-id]: composite type `Address` can't have `@@id`
  /// }
  /// ```
  public static let compositeTypeBlockId = Rule(
    id: "composite-type-block-id", severity: .error,
    check: .problem { problem in
      Message(
        "composite type `\(problem[0])` can't have `@@id`",
        note: "only the document that holds it has an id",
        help: "remove it")
    })
}

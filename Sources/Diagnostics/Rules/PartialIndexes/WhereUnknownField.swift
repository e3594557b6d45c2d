import SchemaModel

extension Rule {
  /// The condition of a partial index names a field that the model does not have.
  ///
  /// Fields are named as in the schema, not by the names of their columns.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// generator client {
  ///   provider        = "prisma-client"
  ///   previewFeatures = ["partialIndexes"]
  /// }
  ///
  /// model User {
  ///   id     Int     @id
  ///   email  String
  ///   active Boolean
  ///
  ///   @@index([email], where: { actve: true })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-unknown-field]: `User` has no field `actve`
  /// }
  /// ```
  public static let whereUnknownField = Rule(
    id: "where-unknown-field", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` has no field `\(problem[0])`",
        note: "`where` names fields as in the schema, not columns",
        help: "correct the name, or write the condition in SQL: `where: raw(\"…\")`")
    })
}

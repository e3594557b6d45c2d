import SchemaModel

extension Rule {
  /// A condition of a partial index compares a field of an unsupported type.
  ///
  /// Prisma doesn't know the values of such a type, so it only knows whether the field is `null`.
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
  /// model Place {
  ///   id   Int                   @id
  ///   name String
  ///   pos  Unsupported("point")?
  ///
  ///   @@index([name], where: { pos: "(0,0)" })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-field-needs-raw]: field `pos` can only be compared with `null`
  /// }
  /// ```
  public static let whereFieldNeedsRaw = Rule(
    id: "where-field-needs-raw", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` can only be compared with `null`",
        note: "Prisma doesn't know the values of its type `\(problem[1])`",
        help: "write the condition in SQL: `where: raw(\"…\")`")
    })
}

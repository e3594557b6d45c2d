import SchemaModel

extension Rule {
  /// The condition of a partial index is neither an object nor `raw`.
  ///
  /// It is written as fields with their values in braces, or as SQL with `raw`.
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
  ///   @@index([email], where: sql("active"))
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-invalid]: `where` can't be `sql("active")`
  /// }
  /// ```
  public static let whereInvalid = Rule(
    id: "where-invalid", severity: .error,
    check: .problem { problem in
      Message(
        "`where` can't be `\(problem[0])`",
        help: "write `where: { field: value }` or `where: raw(\"…\")`")
    })
}

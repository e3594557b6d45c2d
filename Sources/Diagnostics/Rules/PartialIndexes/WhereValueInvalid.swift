import SchemaModel

extension Rule {
  /// A condition of a partial index compares with something that is no single value.
  ///
  /// Values are strings, numbers, `true`, `false` and `null`. Everything else is written in SQL,
  /// with `raw`.
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
  ///   id    Int    @id
  ///   email String
  ///   age   Int
  ///
  ///   @@index([email], where: { age: [18, 19] })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-value-invalid]: field `age` can't be compared with `[18, 19]`
  /// }
  /// ```
  public static let whereValueInvalid = Rule(
    id: "where-value-invalid", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` can't be compared with `\(problem[1])`",
        note: "values are strings, numbers, `true`, `false` and `null`",
        help: "compare with a single value, or write the condition in SQL: `where: raw(\"…\")`")
    })
}

import SchemaModel

extension Rule {
  /// A condition of a partial index has an operator that does not exist.
  ///
  /// There is one operator, `not`. Everything else is written in SQL, with `raw`.
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
  ///   @@index([email], where: { age: { gt: 18 } })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-nested-key-unknown]: there is no operator `gt` for the condition on field `age`
  /// }
  /// ```
  public static let whereNestedKeyUnknown = Rule(
    id: "where-nested-key-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "there is no operator `\(problem[0])` for the condition on field `\(problem[1])`",
        note: "the only operator is `not`",
        help: """
          write `\(problem[1]): { not: … }`, or the whole condition in SQL: `where: raw("…")`
          """)
    })
}

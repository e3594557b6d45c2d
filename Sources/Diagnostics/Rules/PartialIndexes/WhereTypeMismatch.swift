import SchemaModel

extension Rule {
  /// A condition of a partial index compares a field with a value of another type.
  ///
  /// `true` and `false` go with `Boolean`, numbers with `Int`, `BigInt`, `Float` and `Decimal`,
  /// strings with `String`, `DateTime` and enums, and `null` with all of them.
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
  ///   @@index([email], where: { age: "18" })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-type-mismatch]: field `age` of type `Int` can't be compared with `"18"`
  /// }
  /// ```
  public static let whereTypeMismatch = Rule(
    id: "where-type-mismatch", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[1])` of type `\(problem[2])` can't be compared with `\(problem[0])`",
        help: """
          write a value of type `\(problem[2])`, or the condition in SQL: `where: raw("…")`
          """)
    })
}

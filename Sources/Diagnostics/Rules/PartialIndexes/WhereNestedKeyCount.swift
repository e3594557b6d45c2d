import SchemaModel

extension Rule {
  /// A condition of a partial index has not exactly one operator.
  ///
  /// There is one operator, `not`. Several conditions are written one by one, and all of them must
  /// hold.
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
  ///   id    Int     @id
  ///   email String
  ///   nick  String?
  ///
  ///   @@index([email], where: { nick: {} })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-nested-key-count]: the condition on field `nick` needs one operator, not 0
  /// }
  /// ```
  public static let whereNestedKeyCount = Rule(
    id: "where-nested-key-count", severity: .error,
    check: .problem { problem in
      Message(
        "the condition on field `\(problem[0])` needs one operator, not \(problem[1])",
        help: "write `\(problem[0]): { not: … }`, or compare with a value")
    })
}

import SchemaModel

extension Rule {
  /// The condition of a partial index is empty.
  ///
  /// An index over all rows does without `where`.
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
  ///   @@index([email], where: {})
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-empty-object]: `where` of `@@index` has no condition
  /// }
  /// ```
  public static let whereEmptyObject = Rule(
    id: "where-empty-object", severity: .error,
    check: .problem { problem in
      Message(
        "`where` of `\(problem[0])` has no condition",
        help: "write one, as in `where: { active: true }`, or remove `where`")
    })
}

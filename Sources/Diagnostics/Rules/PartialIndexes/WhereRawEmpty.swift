extension Rule {
  /// `raw` is given an empty condition.
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
  ///   @@index([email], where: raw(""))
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-raw-empty]: `raw()` is given an empty condition
  /// }
  /// ```
  public static let whereRawEmpty = Rule(
    id: "where-raw-empty", severity: .error,
    check: .problem { _ in
      Message(
        "`raw()` is given an empty condition", help: "write a condition in SQL, or remove `where`")
    })
}

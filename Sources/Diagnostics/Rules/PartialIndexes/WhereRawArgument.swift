extension Rule {
  /// `raw` is not given the SQL of a condition.
  ///
  /// It takes one string.
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
  ///   @@index([email], where: raw())
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-raw-argument]: `raw()` takes the condition as one string
  /// }
  /// ```
  public static let whereRawArgument = Rule(
    id: "where-raw-argument", severity: .error,
    check: .problem { _ in
      Message(
        "`raw()` takes the condition as one string",
        help: "write `raw(\"…\")` with a condition in SQL")
    })
}

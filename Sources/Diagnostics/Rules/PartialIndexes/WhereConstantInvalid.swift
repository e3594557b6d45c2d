import SchemaModel

extension Rule {
  /// The condition of a partial index compares with a word that is no value.
  ///
  /// Without quotes there are only `true`, `false` and `null`. Values of enums stand in double
  /// quotes here.
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
  /// enum Role {
  ///   USER
  ///   ADMIN
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   email String
  ///   role  Role
  ///
  ///   @@index([email], where: { role: ADMIN })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-constant-invalid]: `ADMIN` is no value that field `role` can be compared with
  /// }
  /// ```
  public static let whereConstantInvalid = Rule(
    id: "where-constant-invalid", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` is no value that field `\(problem[1])` can be compared with",
        note: "without quotes there are only `true`, `false` and `null`",
        help: "put text and values of enums in double quotes")
    })
}

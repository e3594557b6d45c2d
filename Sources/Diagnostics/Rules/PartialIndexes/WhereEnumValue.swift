import SchemaModel

extension Rule {
  /// A condition of a partial index compares an enum with a value that is no string.
  ///
  /// Values of enums stand in double quotes here.
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
  ///   @@index([email], where: { role: 1 })
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[where-enum-value]: field `role` of enum `Role` can't be compared with `1`
  /// }
  /// ```
  public static let whereEnumValue = Rule(
    id: "where-enum-value", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[1])` of enum `\(problem[2])` can't be compared with `\(problem[0])`",
        help: "write a value of `\(problem[2])` in double quotes")
    })
}

import SchemaModel

extension Rule {
  /// A list has `@updatedAt`.
  ///
  /// The client stores one time there, that of the last change.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id        Int        @id
  ///   updatedAt DateTime[] @updatedAt
  ///                        ~~~~~~~~~~ error[updated-at-list]: field `updatedAt` with `@updatedAt` can't be a list
  /// }
  /// ```
  public static let updatedAtList = Rule(
    id: "updated-at-list", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` with `@updatedAt` can't be a list",
        note: "the client stores one time there, that of the last change",
        help: "write `\(problem[0]) DateTime @updatedAt`")
    })
}

import SchemaModel

extension Rule {
  /// A field has several native types.
  ///
  /// A column has one type. The last one is used.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @db.Text @db.Citext
  ///                        ~~~~~~~~~~ error[native-type-duplicate]: `@db.Citext` is a second native type on one field
  /// }
  /// ```
  public static let nativeTypeDuplicate = Rule(
    id: "native-type-duplicate", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` is a second native type on one field",
        note: "a column has one type",
        help: "keep one `@\(problem[1]).…`")
    })
}

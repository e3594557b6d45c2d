import SchemaModel

extension Rule {
  /// The type of an index is not known.
  ///
  /// The types are `BTree`, `Hash`, `Gist`, `Gin`, `SpGist` and `Brin`, in this case.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name], type: hash)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-type-unknown]: `hash` is no type of index
  /// }
  /// ```
  public static let indexTypeUnknown = Rule(
    id: "index-type-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` is no type of index",
        help: "write `BTree`, `Hash`, `Gist`, `Gin`, `SpGist` or `Brin`")
    })
}

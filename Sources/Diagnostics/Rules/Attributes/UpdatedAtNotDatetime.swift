import SchemaModel

extension Rule {
  /// A field with `@updatedAt` is not of type `DateTime`.
  ///
  /// The client stores the time of the last change there.
  ///
  /// ```prisma
  /// model Post {
  ///   id        Int    @id
  ///   updatedAt String @updatedAt
  ///                    ~~~~~~~~~~ error[updated-at-not-datetime]: field `updatedAt` with `@updatedAt` must be of type `DateTime`, not `String`
  /// }
  /// ```
  public static let updatedAtNotDatetime = Rule(
    id: "updated-at-not-datetime", severity: .error,
    check: .problem { problem in
      Message(
        """
        field `\(problem[0])` with `@updatedAt` must be of type `DateTime`, not \
        `\(problem[1])`
        """,
        help: "write `\(problem[0]) DateTime @updatedAt`")
    })
}

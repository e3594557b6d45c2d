import SchemaModel

extension Rule {
  /// The `sort` of a `@unique` is neither `Asc` nor `Desc`.
  ///
  /// The index is sorted in ascending or descending order.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @unique(sort: Down)
  ///               ~~~~~~~~~~~~~~~~~~~ error[unique-sort-invalid]: `sort` can't be `Down`
  /// }
  /// ```
  public static let uniqueSortInvalid = Rule(
    id: "unique-sort-invalid", severity: .error,
    check: .problem { problem in
      Message("`sort` can't be `\(problem[0])`", help: "write `Asc` or `Desc`")
    })
}

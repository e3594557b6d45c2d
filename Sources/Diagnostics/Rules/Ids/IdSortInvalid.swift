import SchemaModel

extension Rule {
  /// The `sort` of an `@id` is neither `Asc` nor `Desc`.
  ///
  /// The key is sorted in ascending or descending order.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id Int @id(sort: Down)
  ///          ~~~~~~~~~~~~~~~ error[id-sort-invalid]: `sort` can't be `Down`
  /// }
  /// ```
  public static let idSortInvalid = Rule(
    id: "id-sort-invalid", severity: .error,
    check: .problem { problem in
      Message("`sort` can't be `\(problem[0])`", help: "write `Asc` or `Desc`")
    })
}

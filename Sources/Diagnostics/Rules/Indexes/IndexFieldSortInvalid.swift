import SchemaModel

extension Rule {
  /// The `sort` of an indexed field is neither `Asc` nor `Desc`.
  ///
  /// An index holds each field in ascending or descending order.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name(sort: Down)])
  ///                 ~~~~~~~~~~ error[index-field-sort-invalid]: `sort` can't be `Down`
  /// }
  /// ```
  public static let indexFieldSortInvalid = Rule(
    id: "index-field-sort-invalid", severity: .error,
    check: .problem { problem in
      Message("`sort` can't be `\(problem[0])`", help: "write `Asc` or `Desc`")
    })
}

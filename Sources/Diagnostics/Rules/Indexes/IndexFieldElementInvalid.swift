import SchemaModel

extension Rule {
  /// The fields of an index are not written as names.
  ///
  /// Fields are named without quotes. What belongs to one of them follows in parentheses, as in
  /// `title(sort: Desc)`.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index(["name"])
  ///            ~~~~~~ error[index-field-element-invalid]: expected a field, but `"name"` is a string
  /// }
  /// ```
  public static let indexFieldElementInvalid = Rule(
    id: "index-field-element-invalid", severity: .error,
    check: .problem { problem in
      Message(
        "expected a field, but `\(problem[1])` is \(problem[0])",
        help: "write the name of a field without quotes, as in `title` or `title(sort: Desc)`")
    })
}

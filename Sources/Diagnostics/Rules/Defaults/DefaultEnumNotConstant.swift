import SchemaModel

extension Rule {
  /// The default of an enum field is not written as a value of the enum.
  ///
  /// Values of enums stand without quotes. The default of a list of them is a list.
  ///
  /// ```prisma
  /// enum Role {
  ///   USER
  ///   ADMIN
  /// }
  ///
  /// model User {
  ///   id   Int  @id
  ///   role Role @default("USER")
  ///             ~~~~~~~~~~~~~~~~ error[default-enum-not-constant]: expected a value of enum `Role`, but found `"USER"`
  /// }
  /// ```
  public static let defaultEnumNotConstant = Rule(
    id: "default-enum-not-constant", severity: .error,
    check: .problem { problem in
      Message(
        "expected a value of enum `\(problem[1])`, but found `\(problem[2])`",
        note: "values of enums stand without quotes; the default of a list stands in brackets",
        help: "write one of the values of `\(problem[1])`")
    })
}

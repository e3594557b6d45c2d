import SchemaModel

extension Rule {
  /// Two values of one enum share a name.
  ///
  /// A value that is there twice means nothing more than one that is there once, so one of them is
  /// probably a mistake.
  ///
  /// ```prisma
  /// enum Role {
  ///   USER
  ///   ADMIN
  ///   USER
  ///   ~~~~ error[duplicate-enum-value]: value `USER` is already defined in enum `Role`
  /// }
  /// ```
  public static let duplicateEnumValue = Rule(
    id: "duplicate-enum-value", severity: .error,
    check: .problem { problem in
      Message(
        "value `\(problem[0])` is already defined in enum `\(problem[1])`",
        help: "rename or remove one of them")
    })
}

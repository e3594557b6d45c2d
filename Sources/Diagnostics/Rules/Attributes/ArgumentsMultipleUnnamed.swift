import SchemaModel

extension Rule {
  /// An attribute is given several arguments without names.
  ///
  /// Each attribute has at most one argument that can do without its name. Several fields are
  /// written as one list, in brackets.
  ///
  /// ```prisma
  /// model User {
  ///   first String
  ///   last  String
  ///
  ///   @@id(first, last)
  ///   ~~~~~~~~~~~~~~~~~ error[arguments-multiple-unnamed]: `@@id` has several arguments without a name
  /// }
  /// ```
  public static let argumentsMultipleUnnamed = Rule(
    id: "arguments-multiple-unnamed", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` has several arguments without a name",
        note: "only one argument can do without its name, and the last one counts",
        help: """
          put brackets around several fields, as in `\(problem[0])([a, b])`, or name the \
          arguments
          """)
    })
}

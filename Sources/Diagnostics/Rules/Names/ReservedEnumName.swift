import SchemaModel

extension Rule {
  /// An enum has a name that the generated client needs for itself.
  ///
  /// These are `PrismaClient` and the reserved words of JavaScript. `@@map` keeps the name in the
  /// database.
  ///
  /// ```prisma
  /// enum switch {
  /// ~~~~~~~~~~~~~ error[reserved-enum-name]: an enum can't be named `switch`
  ///   ON
  ///   OFF
  /// }
  /// ```
  public static let reservedEnumName = Rule(
    id: "reserved-enum-name", severity: .error,
    check: .problem { problem in
      Message(
        "an enum can't be named `\(problem[0])`",
        note: "the generated client needs `\(problem[0])` for itself",
        help: """
          choose another name, and keep the one in the database with `@@map("\(problem[0])")`
          """)
    })
}

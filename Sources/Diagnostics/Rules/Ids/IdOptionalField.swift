import SchemaModel

extension Rule {
  /// `@@id` names a field that is optional or a list.
  ///
  /// Every part of a primary key has a single value in every row.
  ///
  /// ```prisma
  /// model User {
  ///   first String
  ///   last  String?
  ///   email String @unique
  ///
  ///   @@id([first, last])
  ///   ~~~~~~~~~~~~~~~~~~~ error[id-optional-field]: `@@id` of `User` names field `last`, which must be required
  /// }
  /// ```
  public static let idOptionalField = Rule(
    id: "id-optional-field", severity: .error,
    check: .problem { problem in
      Message(
        "`@@id` of `\(problem[1])` names \(problem.fields(0)), which must be required",
        note: "every part of a primary key has a single value in every row",
        help: """
          make \(problem.isOne(0) ? "it" : "them") required, or leave \
          \(problem.isOne(0) ? "it" : "them") out
          """)
    })
}

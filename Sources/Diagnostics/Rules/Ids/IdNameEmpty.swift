import SchemaModel

extension Rule {
  /// The `name` of `@@id` is empty.
  ///
  /// The name is how the generated client calls the key. Without one it joins the names of the
  /// fields.
  ///
  /// ```prisma
  /// model User {
  ///   first String
  ///   last  String
  ///
  ///   @@id([first, last], name: "")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[id-name-empty]: `@@id` of `User` has an empty `name`
  /// }
  /// ```
  public static let idNameEmpty = Rule(
    id: "id-name-empty", severity: .error,
    check: .problem { problem in
      Message(
        "`@@id` of `\(problem[0])` has an empty `name`", help: "write a name, or remove `name`")
    })
}

import SchemaModel

extension Rule {
  /// A model has both `@id` and `@@id`.
  ///
  /// A table has one primary key. `@@id` is the one that counts.
  ///
  /// ```prisma
  /// model User {
  /// ~~~~~~~~~~~~ error[id-field-and-block]: model `User` has both `@id` on field `a` and `@@id`
  ///   a Int @id
  ///   b Int
  ///
  ///   @@id([a, b])
  /// }
  /// ```
  public static let idFieldAndBlock = Rule(
    id: "id-field-and-block", severity: .error,
    check: .problem { problem in
      Message(
        "model `\(problem[0])` has both `@id` on field `\(problem[1])` and `@@id`",
        note: "a table has one primary key",
        help: """
          keep one of them; `@unique` on `\(problem[1])` makes its values unique without being \
          the key
          """)
    })
}

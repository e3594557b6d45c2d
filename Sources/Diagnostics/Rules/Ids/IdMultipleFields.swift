import SchemaModel

extension Rule {
  /// Several fields of a model have `@id`.
  ///
  /// A table has one primary key. One over several fields is written with `@@id`.
  ///
  /// ```prisma
  /// model User {
  /// ~~~~~~~~~~~~ error[id-multiple-fields]: model `User` has several fields with `@id`: `a` and `b`
  ///   a Int @id
  ///   b Int @id
  /// }
  /// ```
  public static let idMultipleFields = Rule(
    id: "id-multiple-fields", severity: .error,
    check: .problem { problem in
      Message(
        "model `\(problem[0])` has several fields with `@id`: \(problem.names(1))",
        note: "a table has one primary key",
        help: "keep one `@id`, or write `@@id([\(problem[1])])` for a key over all of them")
    })
}

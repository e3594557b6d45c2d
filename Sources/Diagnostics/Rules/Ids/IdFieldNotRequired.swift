import SchemaModel

extension Rule {
  /// A field with `@id` is optional or a list.
  ///
  /// A primary key has a single value in every row.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int? @id
  ///              ~~~ error[id-field-not-required]: field `id` with `@id` can't be optional
  ///   email String @unique
  /// }
  /// ```
  public static let idFieldNotRequired = Rule(
    id: "id-field-not-required", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` with `@id` can't be \(problem[2])",
        note: "a primary key has a single value in every row",
        help: "remove the `\(problem[2] == "optional" ? "?" : "[]")` of its type")
    })
}

import SchemaModel

extension Rule {
  /// Two models, views, enums or composite types share a name.
  ///
  /// All of them can be the type of a field, so their names are taken from one pool, over all
  /// files of the schema.
  ///
  /// ```prisma
  /// model Role {
  ///   id Int @id
  /// }
  ///
  /// enum Role {
  ///      ~~~~ error[duplicate-type-name]: enum `Role` has the name of a model
  ///   ADMIN
  /// }
  /// ```
  public static let duplicateTypeName = Rule(
    id: "duplicate-type-name", severity: .error,
    check: .problem { problem in
      Message(
        "\(problem.kind(1)) `\(problem[0])` has the name of \(problem.kindWithArticle(2))",
        note: """
          models, views, enums and composite types share one set of names, over all files of the \
          schema
          """,
        help: "rename one of them")
    })
}

import SchemaModel

extension Rule {
  /// A model or view has a name that the generated client needs for itself.
  ///
  /// These are `PrismaClient` and the reserved words of JavaScript. `@@map` keeps the name of the
  /// table.
  ///
  /// ```prisma
  /// model class {
  /// ~~~~~~~~~~~~~ error[reserved-model-name]: a model can't be named `class`
  ///   id Int @id
  /// }
  /// ```
  public static let reservedModelName = Rule(
    id: "reserved-model-name", severity: .error,
    check: .problem { problem in
      Message(
        "\(problem.kindWithArticle(1)) can't be named `\(problem[0])`",
        note: "the generated client needs `\(problem[0])` for itself",
        help: "choose another name, and keep the table with `@@map(\"\(problem[0])\")`")
    })
}

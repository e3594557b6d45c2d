import SchemaModel

extension Rule {
  /// A declaration is named like a built-in type.
  ///
  /// The names `Int`, `BigInt`, `Float`, `Boolean`, `String`, `DateTime`, `Json`, `Bytes` and
  /// `Decimal` always mean the built-in type, so nothing could refer to the declaration.
  ///
  /// ```prisma
  /// model String {
  ///       ~~~~~~ error[reserved-scalar-type-name]: a model can't be named `String`
  ///   id Int @id
  /// }
  /// ```
  public static let reservedScalarTypeName = Rule(
    id: "reserved-scalar-type-name", severity: .error,
    check: .problem { problem in
      Message(
        "\(problem.kindWithArticle(1)) can't be named `\(problem[0])`",
        note: "`\(problem[0])` is a built-in type",
        help: ["model", "view", "enum"].contains(problem[1])
          ? "choose another name; `@@map(\"\(problem[0])\")` keeps this one in the database"
          : "choose another name")
    })
}

import SchemaModel

extension Rule {
  /// The type of a field is neither built in nor declared.
  ///
  /// A type is one of `String`, `Boolean`, `Int`, `BigInt`, `Float`, `Decimal`, `DateTime`, `Json`
  /// and `Bytes`, or a model, view, enum or composite type of any file of the schema. A column
  /// type that Prisma doesn't know is written `Unsupported("type")`.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int @id
  ///   name Text
  ///        ~~~~ error[type-not-found]: type `Text` of field `name` is neither built in nor declared
  /// }
  /// ```
  public static let typeNotFound = Rule(
    id: "type-not-found", severity: .error,
    check: .problem { problem in
      let type = problem[0]
      let builtIn = Suggestion.nearest(to: type, among: ScalarType.allCases.map(\.name))
      return Message(
        "type `\(type)` of field `\(problem[1])` is neither built in nor declared",
        note: """
          built in are `String`, `Boolean`, `Int`, `BigInt`, `Float`, `Decimal`, `DateTime`, \
          `Json` and `Bytes`
          """,
        help: builtIn.map { "write `\($0)`, or declare `\(type)`" }
          ?? """
          declare `\(type)`, or correct the name; `Unsupported("…")` stands for other types of \
          the database
          """)
    })
}

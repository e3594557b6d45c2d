import SchemaModel

extension Rule {
  /// The default of a `Boolean` is neither `true` nor `false`.
  ///
  /// Upper and lower case are told apart.
  ///
  /// ```prisma
  /// model User {
  ///   id     Int     @id
  ///   active Boolean @default(True)
  ///                           ~~~~ error[default-boolean-literal]: a `Boolean` can't be `True` by default
  /// }
  /// ```
  public static let defaultBooleanLiteral = Rule(
    id: "default-boolean-literal", severity: .error,
    check: .problem { problem in
      Message("a `Boolean` can't be `\(problem[0])` by default", help: "write `true` or `false`")
    })
}

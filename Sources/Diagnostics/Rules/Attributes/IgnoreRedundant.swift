import SchemaModel

extension Rule {
  /// A field of an ignored model has `@ignore`.
  ///
  /// The client leaves out the model with all its fields.
  ///
  /// ```prisma
  /// model Log {
  /// ~~~~~~~~~~~ hint[lint-ignored-model]: model `Log` is left out of the client
  ///   id   Int    @id
  ///   text String @ignore
  ///   ~~~~~~~~~~~~~~~~~~~ error[ignore-redundant]: `@ignore` says nothing on field `text`
  ///
  ///   @@ignore
  /// }
  /// ```
  public static let ignoreRedundant = Rule(
    id: "ignore-redundant", severity: .error,
    check: .problem { problem in
      Message(
        "`@ignore` says nothing on field `\(problem[0])`",
        note: "`@@ignore` leaves out the whole of `\(problem[1])`",
        help: "remove `@ignore`, or `@@ignore`")
    })
}

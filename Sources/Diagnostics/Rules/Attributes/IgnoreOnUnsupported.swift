import SchemaModel

extension Rule {
  /// A field of an unsupported type has `@ignore`.
  ///
  /// The client leaves such fields out anyway.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Place {
  ///   id  Int                  @id
  ///   pos Unsupported("point") @ignore
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ hint[lint-ignored-field]: field `pos` is left out of the client
  ///                            ~~~~~~~ error[ignore-on-unsupported]: `@ignore` says nothing on field `pos`
  /// }
  /// ```
  public static let ignoreOnUnsupported = Rule(
    id: "ignore-on-unsupported", severity: .error,
    check: .problem { problem in
      Message(
        "`@ignore` says nothing on field `\(problem[0])`",
        note: "the client leaves out fields of an unsupported type anyway",
        help: "remove `@ignore`")
    })
}

import SchemaParser

extension Rule {
  /// A field has a name but no type.
  ///
  /// Nothing can be said about such a field, so it is left out of the model.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///   name
  ///   ~~~~ error[field-missing-type]: field `name` has no type
  /// }
  /// ```
  public static let fieldMissingType = Rule(
    id: "field-missing-type", severity: .error,
    check: .syntax(.missingType) { error, block in
      Message(
        "field `\(block.firstWord(error.range))` has no type",
        help: "write a type behind the name, as in `\(block.firstWord(error.range)) String`")
    })
}

import SchemaParser

extension Rule {
  /// A line in a model, view or composite type can be read neither as a field nor as an attribute.
  ///
  /// A field is a name, a type and attributes; a block attribute begins with `@@`. Each has a line
  /// to itself, and nothing but a comment may follow it. Names begin with a letter.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///   _name String
  ///   ~~~~~~~~~~~~ error[syntax-invalid-member-line]: `_name String` is neither a field nor a block attribute
  /// }
  /// ```
  public static let syntaxInvalidMemberLine = Rule(
    id: "syntax-invalid-member-line", severity: .error,
    check: .syntax(.invalidMemberLine) { error, block in
      block.openingLineMessage(error.range)
        ?? Message(
          "`\(block.excerpt(error.range))` is neither a field nor a block attribute",
          note:
            "a field is a name that begins with a letter, a type and attributes, alone on its line",
          help: block.endsWithComma(error.range)
            ? "remove the comma" : "write `name Type @attribute`, `@@attribute(…)` or a comment")
    })
}

import SchemaParser

extension Rule {
  /// A `\u` in a string names no character.
  ///
  /// Four hexadecimal digits must follow. A character beyond U+FFFF is written as two of these
  /// escapes, a high and a low surrogate, neither of which stands alone.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @default("caf\u00 au lait")
  ///                            ~~~~ error[string-invalid-unicode-escape]: `\u00` names no character
  /// }
  /// ```
  public static let stringInvalidUnicodeEscape = Rule(
    id: "string-invalid-unicode-escape", severity: .error,
    check: .syntax(.invalidUnicodeEscape) { error, block in
      Message(
        "`\(block.excerpt(error.range))` names no character",
        note: "`\\u` takes four hexadecimal digits; surrogates come in pairs",
        help: "write the character itself, or `\\u` with four hexadecimal digits")
    })
}

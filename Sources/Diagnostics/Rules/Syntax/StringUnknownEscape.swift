import SchemaParser

extension Rule {
  /// A backslash in a string is followed by a character that means nothing there.
  ///
  /// Strings know the escapes of JSON: `\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t` and `\u`
  /// with four hexadecimal digits. A backslash itself is written twice.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   path String @default("C:\data")
  ///                           ~~ error[string-unknown-escape]: `\d` is no escape sequence
  /// }
  /// ```
  public static let stringUnknownEscape = Rule(
    id: "string-unknown-escape", severity: .error,
    check: .syntax(.unknownEscape) { error, block in
      Message(
        "`\(block.excerpt(error.range))` is no escape sequence",
        note: """
          strings know `\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t` and `\\uXXXX`
          """,
        help: "write a backslash twice: `\\\(block.excerpt(error.range))`")
    })
}

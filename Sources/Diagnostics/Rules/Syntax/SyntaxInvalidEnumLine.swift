import SchemaParser

extension Rule {
  /// A line in an enum can't be read as a value.
  ///
  /// Each value has a line to itself. It is a bare name, perhaps with `@map("…")`, without a comma
  /// or quotes.
  ///
  /// ```prisma
  /// enum Role {
  ///   USER
  ///   ADMIN,
  ///   ~~~~~~ error[syntax-invalid-enum-line]: `ADMIN,` is not an enum value
  /// }
  /// ```
  public static let syntaxInvalidEnumLine = Rule(
    id: "syntax-invalid-enum-line", severity: .error,
    check: .syntax(.invalidEnumLine) { error, block in
      block.openingLineMessage(error.range)
        ?? Message(
          "`\(block.excerpt(error.range))` is not an enum value",
          note: "each value is a bare name on a line of its own, without comma or quotes",
          help: block.endsWithComma(error.range)
            ? "remove the comma" : "write `NAME` or `NAME @map(\"database name\")`")
    })
}

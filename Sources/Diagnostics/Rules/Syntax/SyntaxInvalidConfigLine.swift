import SchemaParser

extension Rule {
  /// A line in a datasource or generator can't be read as a property.
  ///
  /// A property is a key, `=` and a value, on one line.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  ///   relationMode: "prisma"
  ///   ~~~~~~~~~~~~~~~~~~~~~~ error[syntax-invalid-config-line]: `relationMode: "prisma"` is not a property
  /// }
  /// ```
  public static let syntaxInvalidConfigLine = Rule(
    id: "syntax-invalid-config-line", severity: .error,
    check: .syntax(.invalidConfigLine) { error, block in
      block.openingLineMessage(error.range)
        ?? Message(
          "`\(block.excerpt(error.range))` is not a property",
          note: "datasources and generators hold lines of the form `key = value`",
          help: "write `key = value`, with text in double quotes")
    })
}

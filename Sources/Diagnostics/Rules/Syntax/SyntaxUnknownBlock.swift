import SchemaParser

extension Rule {
  /// A block begins with a word that names no kind of block.
  ///
  /// The kinds are `model`, `view`, `type`, `enum`, `datasource` and `generator`, each followed by
  /// a name. A block without a name is read as one of an unknown kind, too.
  ///
  /// ```prisma
  /// table {
  /// ~~~~~~~ error[syntax-unknown-block]: block `table` has an unknown kind
  ///   id Int @id
  /// }
  /// ```
  public static let syntaxUnknownBlock = Rule(
    id: "syntax-unknown-block", severity: .error,
    check: .syntax(.unknownBlock) { error, block in
      let word = block.firstWord(error.range)
      guard !SyntaxBlock.keywords.contains(word) else {
        return Message(
          "block `\(word)` has no name", note: "a name stands between the keyword and the `{`",
          help: "write `\(word) Name {`")
      }
      return Message(
        "block `\(word)` has an unknown kind",
        help: "begin with `model`, `view`, `type`, `enum`, `datasource` or `generator` and a name")
    })
}

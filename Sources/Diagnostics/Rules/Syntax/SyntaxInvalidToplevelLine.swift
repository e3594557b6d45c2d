import SchemaParser

extension Rule {
  /// A line outside of any block begins no declaration.
  ///
  /// A block is read as one only with a known keyword, a name, a `{` on the same line and a
  /// closing `}` that begins a line. Where one of them is missing, each line of the intended block
  /// is reported.
  ///
  /// ```prisma
  /// modle User
  /// ~~~~~~~~~~ error[syntax-invalid-toplevel-line]: `modle User` begins no block and is no comment
  ///
  /// model Post {
  ///   id Int @id
  /// }
  /// ```
  public static let syntaxInvalidToplevelLine = Rule(
    id: "syntax-invalid-toplevel-line", severity: .error,
    check: .syntax(.invalidTopLevelLine) { error, block in
      let line = block.excerpt(error.range)
      if block.opensBlock(error.range) {
        return Message(
          "`\(line)` opens no block",
          note:
            "a block needs a name that begins with a letter, and a `}` that begins a later line",
          help: "close it with a `}` on a line of its own")
      }
      if line == "}" {
        return Message(
          "`}` closes no block", note: "no line above it opens one",
          help: "remove it, or correct the line that was to open its block")
      }
      if let (oneLine, _) = block.oneLineBlock(at: error.range.start) {
        return Message(
          "\(oneLine.keyword) `\(oneLine.name)` stands on one line",
          note:
            "what stands behind `{` on its line counts for nothing, and `}` begins a later line",
          help: oneLine.advice)
      }
      return Message(
        "`\(line)` begins no block and is no comment",
        note:
          "a block needs a keyword, a name, a `{` behind it, and a `}` that begins a later line",
        help: """
          begin with `model`, `view`, `type`, `enum`, `datasource` or `generator`, or write `//` \
          before it
          """)
    })
}

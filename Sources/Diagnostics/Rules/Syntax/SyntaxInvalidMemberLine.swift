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
        ?? block.partialIndexMessage(error.range)
        ?? Message(
          "`\(block.excerpt(error.range))` is neither a field nor a block attribute",
          note:
            "a field is a name that begins with a letter, a type and attributes, alone on its line",
          help: block.endsWithComma(error.range)
            ? "remove the comma" : "write `name Type @attribute`, `@@attribute(…)` or a comment")
    })
}

extension SyntaxBlock {
  /// What to say of a line that only newer versions of Prisma can read: an index with an object for its
  /// condition. Nil for all others.
  fileprivate func partialIndexMessage(_ range: TextRange) -> Message? {
    guard range.end - range.start <= 2_000 else { return nil }
    let line = text(range)
    guard let condition = line.firstRange(of: "where:"),
      line[condition.upperBound...].contains("{"),
      let attribute = line[..<condition.lowerBound].firstRange(of: "@unique")
        ?? line[..<condition.lowerBound].firstRange(of: "@@index")
    else { return nil }
    // In the version at hand it can't be read; so it is a mistake unless a newer one can.
    let model = SyntaxTree.parsed(Array("model A {\n\(line)\n}\n".utf8), dialect: .prisma7)
    guard model.blocks.allSatisfy({ $0.errors.isEmpty }) else { return nil }
    let isOfBlock = line[..<attribute.lowerBound].last == "@"
    return Message(
      "`\(isOfBlock ? "@" : "")\(line[attribute])` takes no argument `where`",
      note: "partial indexes are new in Prisma 7.4", help: "remove it")
  }
}

import SchemaModel
import SchemaParser

/// How items are written at the place, whatever is typed there already.
extension ArgumentCompletion {
  /// Whether the cursor is between quotes.
  var isInQuotes: Bool { word.quotes != .none }

  /// An item that writes a word.
  func item(
    _ label: String, _ kind: CompletionItem.Kind, text: CompletionText? = nil,
    detail: String? = nil, subject: CompletionSubject? = nil,
    rank: CompletionItem.Rank = .usual
  ) -> CompletionItem {
    CompletionItem(
      label, kind, text: text ?? CompletionText(label), detail: detail, subject: subject,
      rank: rank)
  }

  /// An item that writes a string: with its quotes, unless the cursor is between them.
  func stringItem(
    _ value: String, _ kind: CompletionItem.Kind = .text, detail: String? = nil,
    subject: CompletionSubject? = nil, rank: CompletionItem.Rank = .usual
  ) -> CompletionItem {
    let escaped = value.escapedForSchema
    switch word.quotes {
    case .inside(let isClosed):
      return CompletionItem(
        value, kind, text: CompletionText(isClosed ? escaped : escaped + "\""), detail: detail,
        subject: subject, rank: rank)
    case .none:
      let literal = "\"\(escaped)\""
      var item = item(literal, kind, detail: detail, subject: subject, rank: rank)
      item.filterText = value
      return item
    }
  }

  /// The comma that sets apart what is written here from what follows, nil when none is needed.
  var missingComma: CompletionText? {
    guard let entry = levels.last?.entry, !isInQuotes, let next = nextToken,
      next.range.start < entry.range.end
    else { return nil }
    switch next.kind {
    case .word, .string: break
    case .open(let bracket) where bracket != UInt8(ascii: "(") || word.range.isEmpty: break
    default: return nil
    }
    return next.range.start > word.range.end ? "," : ", "
  }

  /// Whether a range of the block is on a single line.
  func isOnOneLine(_ range: TextRange) -> Bool {
    !scan.text(range).utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a colon follows, so that only the name has to be written.
  var isFollowedByColon: Bool { nextToken?.kind == .colon }
  /// Whether a parenthesis follows.
  var isFollowedByParenthesis: Bool { nextToken?.kind == .open(UInt8(ascii: "(")) }

  private var nextToken: SourceToken? {
    scan.tokens.first { $0.range.start >= word.range.end && $0.kind != .comment }
  }

  /// The names in a list but that at the cursor, without the arguments behind them.
  func otherNames(in list: Level) -> [String] {
    list.bracket.entries.enumerated().compactMap { index, entry in
      index == list.entryIndex ? nil : fieldName(of: entry)
    }
  }

  /// What stands in the list before the cursor.
  func earlierNames(in list: Level) -> [String] {
    list.bracket.entries[..<list.entryIndex].compactMap { fieldName(of: $0) }
  }

  /// The name that an entry of a list of fields begins with, nil for anything else.
  func fieldName(of entry: StatementScan.Entry) -> String? {
    let tokens = scan.tokens[entry.value].prefix { $0.kind == .word || $0.kind == .dot }
    return tokens.isEmpty ? nil : tokens.map { scan.text($0) }.joined()
  }

  /// The names in the list that another argument of the attribute gives, nil when it is not there.
  func names(inArgument name: String) -> [String]? {
    guard let outermost = levels.first,
      let entry = outermost.bracket.entries.first(where: { $0.name == name })
        ?? unnamedEntry(for: name)
    else { return nil }
    if let list = entry.bracket, scan.brackets[list].kind == .list {
      return scan.brackets[list].entries.compactMap { fieldName(of: $0) }
    }
    return fieldName(of: entry).map { [$0] } ?? []
  }

  private func unnamedEntry(for name: String) -> StatementScan.Entry? {
    guard parameters.contains(where: { $0.name == name && $0.isUnnamed }) else { return nil }
    return levels.first?.bracket.entries.first { $0.name == nil && !$0.value.isEmpty }
  }

  /// The value of an argument of the attribute as it is written, nil when it is not there.
  func text(ofArgument name: String) -> String? {
    levels.first?.bracket.entries.first { $0.name == name }.map { scan.text($0) }
  }
}

extension String {
  /// The text between the quotes of a string literal that means this.
  var escapedForSchema: String {
    reduce(into: "") { result, character in
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
  }
}

import SchemaModel
import SchemaParser

/// Finds out what a cursor is in.
struct ContextFinder {
  private let cursor: Cursor
  private let source: SourceText
  private let offset: Int

  init(_ cursor: Cursor, _ tree: SyntaxTree) {
    self.cursor = cursor
    source = SourceText(tree, block: cursor.blockIndex)
    offset = cursor.offset
  }

  func context() -> CompletionContext {
    let block = enclosingBlock()
    let range = block.map { statementRange(in: $0) } ?? lineRange
    // Nobody types a line of this length; and what is read here is read at each keystroke.
    if range.count > Self.longestStatement {
      let scan = StatementScan(source, TextRange(offset, offset))
      return context(block, scan, emptyWord, .nothing)
    }
    let scan = StatementScan(source, range)
    if isInComment(scan) {
      let beginning = beginningOfComment(scan)
      return context(block, scan, beginning ?? word(scan), beginning == nil ? .nothing : .comment)
    }
    guard let block else { return topLevel(scan) }
    switch block.kind {
    case .datasource, .generator: return property(block, scan)
    case .enumeration: return enumValue(block, scan)
    default: return field(block, scan)
    }
  }

  private static let longestStatement = 65_536

  private func context(
    _ block: EnclosingBlock?, _ scan: StatementScan, _ word: CompletionWord,
    _ position: CompletionContext.Position
  ) -> CompletionContext {
    CompletionContext(
      file: cursor.file, offset: offset, block: block, word: word, position: position,
      statement: scan)
  }

  private var lineRange: TextRange {
    TextRange(source.lineStart(offset), source.lineEnd(offset))
  }

  // MARK: Around the statement

  private func isInComment(_ scan: StatementScan) -> Bool {
    if let comment = cursor.nodes.last(where: { $0.kind.isComment }) {
      let range = cursor.fileRange(comment.range).range
      if range.start < offset, comment.kind != .blockComment || offset < range.end { return true }
    }
    return scan.tokens.contains {
      $0.kind == .comment && $0.range.start < offset && offset <= $0.range.end
    }
  }

  private static let silencing = "prisma-lsp-ignore "

  /// What is typed of a line comment at whose end the cursor is, as far as it goes on in one way only:
  /// its slashes, or the word that silences a finding.
  private func beginningOfComment(_ scan: StatementScan) -> CompletionWord? {
    guard
      let comment = scan.tokens.first(where: {
        $0.kind == .comment && $0.range.start < offset && offset <= $0.range.end
      }),
      source.text(TextRange(offset, comment.range.end)).allSatisfy({ $0 == " " || $0 == "\t" })
    else { return nil }
    let text = source.text(TextRange(comment.range.start, offset))
    let slashes = text.prefix { $0 == "/" }
    guard slashes.count == 2 || slashes.count == 3 else { return nil }
    let rest = text.dropFirst(slashes.count)
    if rest.isEmpty {
      return CompletionWord(range: TextRange(comment.range.start, offset), prefix: text)
    }
    let typed = rest.drop { $0 == " " || $0 == "\t" }
    guard slashes.count == 2, typed.count < rest.count,
      Self.silencing.hasPrefix(typed) || typed.hasPrefix(Self.silencing)
    else { return nil }
    return CompletionWord(
      range: TextRange(offset - typed.utf8.count, offset), prefix: String(typed))
  }

  /// The declaration whose lines the cursor is in.
  private func enclosingBlock() -> EnclosingBlock? {
    guard let index = cursor.block.declaration else { return nil }
    let syntax = Syntax(block: cursor.block, index: index)
    let range = cursor.fileRange(syntax.range).range
    guard range.start < offset, offset < range.end,
      let name = syntax.first(.name),
      let body = source.nextLine(cursor.blockStart + name.range.end), body <= offset
    else { return nil }
    return EnclosingBlock(
      kind: syntax.kind, name: name.text, declaration: cursor.declaration, syntax: syntax,
      body: TextRange(body, range.end - 1), blockStart: cursor.blockStart)
  }

  /// The lines of the member that the cursor is in: one, unless a bracket that is closed further down
  /// was left open on a line above.
  private func statementRange(in block: EnclosingBlock) -> TextRange {
    let line = TextRange(lineRange.start, min(lineRange.end, max(offset, block.body.end)))
    var start = line.start
    var depth = 0
    for _ in 0..<100 {
      guard start > block.body.start, line.end - start < Self.longestStatement,
        let previous = source.previousLine(start), line.end - previous < Self.longestStatement
      else { break }
      let tokens = source.tokens(TextRange(previous, source.lineEnd(previous)))
        .filter { $0.kind != .comment }
      start = previous
      if tokens.isEmpty { continue }
      depth += Self.depth(tokens)
      let isOpen =
        switch tokens.last?.kind {
        case .open, .comma: true
        default: false
        }
      if Self.beginsMember(tokens) {
        guard depth > 0, isOpen, let end = closingEnd(from: start, in: block), end >= line.end
        else { break }
        return TextRange(start, end)
      }
    }
    return line
  }

  /// How many more brackets are opened than closed.
  private static func depth(_ tokens: [SourceToken]) -> Int {
    tokens.reduce(0) { depth, token in
      switch token.kind {
      case .open: depth + 1
      case .close: depth - 1
      default: depth
      }
    }
  }

  /// Whether a line with these tokens is the beginning of a member rather than a part of a list.
  private static func beginsMember(_ tokens: [SourceToken]) -> Bool {
    guard let first = tokens.first else { return false }
    if first.kind == .at { return true }
    guard first.kind == .word, tokens.count > 1 else { return false }
    return tokens[1].kind == .word || tokens[1].kind == .equals
      || tokens[1].kind == .at && first.range.end < tokens[1].range.start
  }

  /// The end of the line on which the brackets opened at `start` are closed; nil when another member
  /// begins before.
  private func closingEnd(from start: Int, in block: EnclosingBlock) -> Int? {
    var depth = 0
    var line = start
    for _ in 0..<200 {
      let end = source.lineEnd(line)
      let tokens = source.tokens(TextRange(line, end)).filter { $0.kind != .comment }
      if line > start, Self.beginsMember(tokens) { return nil }
      depth += Self.depth(tokens)
      if depth <= 0 { return depth == 0 ? end : nil }
      guard let next = source.nextLine(line), next < block.body.end,
        source.lineEnd(next) - start < Self.longestStatement
      else { return nil }
      line = next
    }
    return nil
  }

  // MARK: The word

  /// The word or string that the cursor is in.
  private func word(_ scan: StatementScan) -> CompletionWord {
    guard let index = scan.token(at: offset) else { return emptyWord }
    let token = scan.tokens[index]
    switch token.kind {
    case .word:
      // Before a word something new is typed.
      if token.range.start == offset, path(before: index, scan).isEmpty,
        index == 0 || scan.tokens[index - 1].range.end < offset
      {
        return CompletionWord(range: TextRange(offset, offset), prefix: "")
      }
      return CompletionWord(
        range: token.range, prefix: source.text(TextRange(token.range.start, offset)),
        path: path(before: index, scan))
    case .string(let isClosed):
      let inside = TextRange(
        token.range.start + 1, isClosed ? token.range.end - 1 : max(offset, token.range.start + 1))
      guard inside.start <= offset, offset <= inside.end else { return emptyWord }
      return CompletionWord(
        range: inside, prefix: source.text(TextRange(inside.start, offset)),
        quotes: .inside(isClosed: isClosed))
    case .dot:
      guard token.range.end == offset else { return emptyWord }
      var word = emptyWord
      word.path = scan.path(before: index)
      return word
    default: return emptyWord
    }
  }

  private var emptyWord: CompletionWord {
    CompletionWord(range: TextRange(offset, offset), prefix: "")
  }

  private func path(before index: Int, _ scan: StatementScan) -> [String] {
    guard index > 0, scan.tokens[index - 1].kind == .dot else { return [] }
    return scan.path(before: index - 1)
  }

  // MARK: Top level

  private func topLevel(_ scan: StatementScan) -> CompletionContext {
    let word = word(scan)
    // Behind a closing brace nothing can follow on its line.
    let before = scan.tokens.prefix { $0.range.end <= word.range.start }
    if before.count == 1, before[0].range.end < offset, word.quotes == .none {
      let keyword = source.text(before[0].range)
      if UnclosedBlocks.keywords[keyword] != nil {
        return context(nil, scan, word, .declarationName(keyword: keyword))
      }
    }
    let isFirst =
      before.isEmpty && word.quotes == .none && isAtTopLevel
      && !(source.beginsWithinLine && source.lineStart(offset) == source.range.start)
    return context(nil, scan, word, isFirst ? .topLevel : .nothing)
  }

  /// Whether the cursor is before or behind the block's declaration, not in its header.
  private var isAtTopLevel: Bool {
    guard let index = cursor.block.declaration else { return true }
    let syntax = Syntax(block: cursor.block, index: index)
    let range = cursor.fileRange(syntax.range).range
    guard offset >= range.start else { return true }
    if offset >= range.end { return true }
    guard let name = syntax.first(.name) else { return false }
    return offset < cursor.blockStart + name.range.start
  }

  // MARK: Datasources and generators

  private func property(_ block: EnclosingBlock, _ scan: StatementScan) -> CompletionContext {
    // There are no attributes here; who types one is shown what there is instead.
    let word = attributeWord(scan, word(scan))
    guard let equals = scan.tokens.first(where: { $0.kind == .equals }),
      equals.range.end <= offset
    else {
      let isKey = scan.tokens.allSatisfy {
        $0.range.start >= word.range.start || $0.range.end > word.range.end
      }
      return context(block, scan, word, isKey && word.quotes == .none ? .propertyKey : .nothing)
    }
    let key = scan.tokens.first.map { source.text($0.range) } ?? ""
    let place = PropertyPlace(key: key, call: call(scan, word, from: 0))
    // A value that is complete is followed by nothing.
    let isDone =
      place.call.brackets.isEmpty
      && scan.tokens.contains { token in
        token.range.start >= equals.range.end && token.range.end <= word.range.start
          && token.kind != .comment && word.quotes == .none
          && !(token.kind == .dot || token.range.end == word.range.start && token.kind == .word)
      }
    return context(block, scan, word, isDone ? .nothing : .propertyValue(place))
  }

  // MARK: Enums

  private func enumValue(_ block: EnclosingBlock, _ scan: StatementScan) -> CompletionContext {
    let word = word(scan)
    if let place = blockAttribute(block, scan, word) { return place }
    if let argument = argument(scan, word, nil) {
      return context(block, scan, word, .argument(argument))
    }
    guard let first = scan.tokens.first, first.range.end < offset, first.kind == .word else {
      let isName = word.quotes == .none && scan.tokens.first.map { $0.kind == .word } ?? true
      return context(block, scan, word, isName ? .enumValueName : .nothing)
    }
    return context(block, scan, attributeWord(scan, word), .enumValueAttribute)
  }

  // MARK: Models, views and composite types

  private func field(_ block: EnclosingBlock, _ scan: StatementScan) -> CompletionContext {
    let word = word(scan)
    if let place = blockAttribute(block, scan, word) { return place }
    guard let first = scan.tokens.first, first.kind == .word, first.range.end < offset else {
      let isName =
        word.quotes == .none
        && scan.tokens.first.map { $0.kind == .word || offset <= $0.range.start } ?? true
      return context(block, scan, word, isName ? .fieldName : .nothing)
    }
    let (line, typeEnd) = fieldLine(scan)
    if let argument = argument(scan, word, line) {
      return context(block, scan, word, .argument(argument))
    }
    guard let typeEnd else {
      // There are no attributes before the type; who types one is shown the types instead.
      let word = attributeWord(scan, word)
      let isApart = word.range.start > first.range.end
      return context(block, scan, word, isApart ? .fieldType(line) : .nothing)
    }
    if offset <= typeEnd.word { return context(block, scan, word, .fieldType(line)) }
    if let unsupported = scan.brackets.first, unsupported.callee == "Unsupported",
      unsupported.parent == nil, unsupported.inside.start <= offset,
      offset <= unsupported.inside.end
    {
      return context(block, scan, word, .unsupportedType)
    }
    if offset <= typeEnd.marks, let range = line.typeRange, line.typeName != "Unsupported" {
      // In or directly behind the marks: they belong to what is replaced.
      let whole = CompletionWord(
        range: range, prefix: source.text(TextRange(range.start, offset)))
      return context(block, scan, whole, .fieldType(line))
    }
    if let attribute = scan.attributes.last(where: {
      $0.nameRange.start < offset && offset <= $0.nameRange.end
    }), let dot = attribute.name.firstIndex(of: ".") {
      let prefix = String(attribute.name[..<dot])
      if attribute.nameRange.start + 1 + prefix.utf8.count < offset {
        var line = line
        line.attributes.removeAll { $0.nameRange == attribute.nameRange }
        return context(block, scan, word, .nativeType(line, prefix: prefix))
      }
    }
    if offset <= typeEnd.marks { return context(block, scan, word, .nothing) }
    let attribute = attributeWord(scan, word)
    var rest = line
    rest.attributes.removeAll { $0.nameRange == attribute.range }
    return context(block, scan, attribute, .fieldAttribute(rest))
  }

  /// The field of a line, and where its type ends, without and with its marks; nil without a type.
  private func fieldLine(_ scan: StatementScan) -> (FieldLine, (word: Int, marks: Int)?) {
    let first = scan.tokens[0]
    var line = FieldLine(
      name: source.text(first.range), start: first.range.start,
      attributes: scan.attributes.filter { !$0.isBlock })
    var at = 1
    if scan.tokens.indices.contains(at), scan.tokens[at].kind == .colon { at += 1 }
    let isLegacyList =
      scan.tokens.indices.contains(at) && scan.tokens[at].kind == .open(UInt8(ascii: "["))
    if isLegacyList { at += 1 }
    guard scan.tokens.indices.contains(at), scan.tokens[at].kind == .word else {
      return (line, nil)
    }
    let type = scan.tokens[at]
    // Behind the cursor it is the next thing: `name <|> String`.
    guard type.range.start <= offset else { return (line, nil) }
    line.typeName = source.text(type.range)
    var end = type.range.end
    at += 1
    if line.typeName == "Unsupported", let bracket = scan.brackets.first,
      bracket.callee == "Unsupported"
    {
      end = bracket.inside.end + (bracket.isClosed ? 1 : 0)
      while scan.tokens.indices.contains(at), scan.tokens[at].range.start < end { at += 1 }
    }
    if scan.tokens.indices.contains(at) {
      switch scan.tokens[at].kind {
      case .mark:
        line.arity =
          source.byte(at: scan.tokens[at].range.start) == UInt8(ascii: "?")
          ? .optional : .legacyRequired
        end = scan.tokens[at].range.end
      case .open(UInt8(ascii: "[")):
        line.arity = .list
        end = scan.tokens[at].range.end
        if scan.tokens.indices.contains(at + 1),
          scan.tokens[at + 1].kind == .close(UInt8(ascii: "]"))
        {
          end = scan.tokens[at + 1].range.end
        }
      case .close(UInt8(ascii: "]")) where isLegacyList:
        line.arity = .legacyList
        end = scan.tokens[at].range.end
      default: break
      }
    }
    line.typeRange = TextRange(type.range.start, end)
    return (line, (type.range.end, end))
  }

  // MARK: Attributes

  /// A line that begins with `@`.
  private func blockAttribute(
    _ block: EnclosingBlock, _ scan: StatementScan, _ word: CompletionWord
  ) -> CompletionContext? {
    guard let first = scan.attributes.first, scan.tokens.first?.kind == .at,
      first.nameRange.start < offset
    else { return nil }
    if let argument = argument(scan, word, nil) {
      return context(block, scan, word, .argument(argument))
    }
    let isName = offset <= first.nameRange.end
    return context(
      block, scan, isName ? attributeWord(scan, word) : word, isName ? .blockAttribute : .nothing)
  }

  /// The attribute's whole name with its `@` if the cursor is in one, else `word`.
  private func attributeWord(_ scan: StatementScan, _ word: CompletionWord) -> CompletionWord {
    guard
      let attribute = scan.attributes.last(where: {
        $0.nameRange.start < offset && offset <= $0.nameRange.end
      })
    else { return word }
    return CompletionWord(
      range: attribute.nameRange,
      prefix: source.text(TextRange(attribute.nameRange.start, offset)))
  }

  /// The place in the parentheses of an attribute.
  private func argument(
    _ scan: StatementScan, _ word: CompletionWord, _ field: FieldLine?
  ) -> ArgumentPlace? {
    guard
      let attribute = scan.attributes.last(where: { attribute in
        guard let arguments = attribute.arguments else { return false }
        let inside = scan.brackets[arguments].inside
        return inside.start <= offset && offset <= inside.end
      }), let arguments = attribute.arguments
    else { return nil }
    var line = field
    line?.attributes.removeAll { $0.nameRange == attribute.nameRange }
    return ArgumentPlace(
      attribute: attribute, field: line, call: call(scan, word, from: arguments))
  }

  /// The brackets around the cursor, from that at `outermost` on.
  private func call(
    _ scan: StatementScan, _ word: CompletionWord, from outermost: Int
  ) -> CallPlace {
    let brackets = scan.brackets(around: offset).filter { $0 >= outermost }
    let entries = brackets.map { index in
      scan.brackets[index].entries.lastIndex { $0.range.start <= offset } ?? 0
    }
    var isName = false
    if let bracket = brackets.last, let index = entries.last,
      scan.brackets[bracket].kind != .list, word.quotes == .none
    {
      let entry = scan.brackets[bracket].entries[index]
      if let name = entry.nameRange {
        isName = offset <= name.end
      } else {
        // Before the cursor nothing of a value is typed but the word itself.
        isName = scan.tokens[entry.value].allSatisfy { $0.range.end > word.range.start }
      }
    }
    return CallPlace(brackets: brackets, entries: entries, isName: isName)
  }
}

import SchemaModel
import SchemaParser

/// Makes the changes of one block that actions are put together from. Ranges and offsets count from
/// the start of the block.
public struct BlockEditor: Sendable {
  /// The index of the file.
  public let file: Int
  /// The block.
  public let block: SyntaxBlock
  /// Where the block begins, in UTF-8 bytes from the start of the file.
  public let start: Int
  /// Its lines.
  public let lines: LineLayout
  /// What its changes belong to, an index of ``SchemaEdit/annotations``; nil when they need no word.
  public var annotation: Int?

  public init(file: Int, block: SyntaxBlock, start: Int) {
    self.file = file
    self.block = block
    self.start = start
    lines = LineLayout(block)
  }

  // MARK: Text

  /// Replaces a stretch.
  public func replace(_ range: TextRange, with text: String, in edit: inout SchemaEdit) {
    edit.replace(
      FileRange(file: file, range: range.shifted(by: start)), with: text, annotation: annotation)
  }

  /// Inserts a text.
  public func insert(_ text: String, at offset: Int, in edit: inout SchemaEdit) {
    replace(TextRange(offset, offset), with: text, in: &edit)
  }

  /// Removes a stretch, and its line when nothing else stands there.
  public func removeLine(of range: TextRange, in edit: inout SchemaEdit) {
    let low = lines.start(of: range.start)
    let last = max(range.start, range.end - 1)
    let high = lines.end(of: last)
    let isAlone =
      isBlank(TextRange(low, range.start)) && isBlank(TextRange(min(range.end, high), high))
    replace(isAlone ? TextRange(low, lines.next(of: last)) : range, with: "", in: &edit)
  }

  /// Removes a stretch with the blanks before it.
  public func removeWithBlanks(_ range: TextRange, in edit: inout SchemaEdit) {
    var low = range.start
    while low > 0, block.bytes[low - 1] == 0x20 || block.bytes[low - 1] == 0x09 { low -= 1 }
    replace(TextRange(low, range.end), with: "", in: &edit)
  }

  private func isBlank(_ range: TextRange) -> Bool {
    block.bytes[min(range.start, block.bytes.count)..<min(range.end, block.bytes.count)]
      .allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  // MARK: Attributes

  /// Removes an attribute; of a block with its line.
  public func remove(_ attribute: AttributeSyntax, in edit: inout SchemaEdit) {
    if attribute.syntax.kind == .blockAttribute {
      removeLine(of: attribute.range, in: &edit)
    } else {
      removeWithBlanks(textRange(of: attribute), in: &edit)
    }
  }

  /// Removes arguments from a list with the commas that go with them; the parentheses too when none is
  /// left.
  public func remove(_ arguments: [ArgumentSyntax], of list: Syntax, in edit: inout SchemaEdit) {
    let all = ArgumentSyntax.arguments(of: list)
    let ranges = Set(arguments.map(\.range))
    let kept = all.filter { !ranges.contains($0.range) }
    if kept.isEmpty {
      replace(list.range, with: "", in: &edit)
      return
    }
    for (index, argument) in all.enumerated() where ranges.contains(argument.range) {
      // Each takes the comma before it along; those in front of the first that stays the one behind.
      if all[..<index].contains(where: { !ranges.contains($0.range) }) {
        replace(TextRange(all[index - 1].range.end, argument.range.end), with: "", in: &edit)
      } else if index + 1 < all.count {
        replace(TextRange(argument.range.start, all[index + 1].range.start), with: "", in: &edit)
      }
    }
  }

  /// Gives an attribute another argument, as the last one.
  public func addArgument(_ text: String, to attribute: AttributeSyntax, in edit: inout SchemaEdit)
  {
    guard let list = attribute.argumentList else {
      insert("(\(text))", at: attribute.path?.range.end ?? attribute.range.end, in: &edit)
      return
    }
    if let last = ArgumentSyntax.arguments(of: list).last {
      insert(", \(text)", at: last.range.end, in: &edit)
    } else {
      replace(list.range, with: "(\(text))", in: &edit)
    }
  }

  /// Gives a field or enum value another attribute, behind those that it has.
  public func addAttribute(_ text: String, to member: Syntax, in edit: inout SchemaEdit) {
    insert(" " + text, at: endOfContent(of: member), in: &edit)
  }

  /// The attributes that the formatter puts before `@map`.
  private static let beforeMap: Set<String> = [
    "id", "unique", "default", "updatedAt", "index", "fulltext", "map",
  ]

  /// Gives a field or enum value another name in the database: where the formatter would put it if the
  /// attributes that are there keep to its order, else behind the last.
  public func addMap(_ name: String, to member: Syntax, in edit: inout SchemaEdit) {
    let text = "@map(\(StringLiteral.quoted(name)))"
    let attributes = member.children.filter { $0.kind == .attribute }
    let isBefore = attributes.map { Self.beforeMap.contains($0.first(.path)?.text ?? "") }
    if let index = isBefore.firstIndex(of: false), !isBefore[index...].contains(true) {
      insert(text + " ", at: attributes[index].range.start, in: &edit)
    } else {
      addAttribute(text, to: member, in: &edit)
    }
  }

  /// Gives the relation of a field that has none a name.
  public func addRelationName(_ name: String, to field: Syntax, in edit: inout SchemaEdit) {
    let literal = StringLiteral.quoted(name)
    let attribute = field.children.lazy.compactMap { AttributeSyntax($0) }
      .first { $0.path?.text == "relation" }
    guard let attribute else { return addAttribute("@relation(\(literal))", to: field, in: &edit) }
    if let first = attribute.arguments.first {
      insert("\(literal), ", at: first.range.start, in: &edit)
    } else {
      addArgument(literal, to: attribute, in: &edit)
    }
  }

  /// An attribute's range without the blanks behind it.
  public func textRange(of attribute: AttributeSyntax) -> TextRange {
    TextRange(
      attribute.range.start,
      attribute.argumentList?.range.end ?? attribute.path?.range.end ?? attribute.range.end)
  }

  /// Where the last part of a member ends, but for its comment and the blanks behind it.
  public func endOfContent(of member: Syntax) -> Int {
    var end = member.range.start
    for child in member.children where !child.kind.isComment {
      end = AttributeSyntax(child).map { textRange(of: $0).end } ?? child.range.end
    }
    return end
  }

  // MARK: Members

  /// The declaration in the block.
  public var declaration: Syntax? {
    block.declaration.map { Syntax(block: block, index: $0) }
  }

  /// The field or enum value at `offset`.
  public func member(at offset: Int) -> Syntax? {
    block.nodes(holding: offset).first { $0.kind == .field || $0.kind == .enumValue }
  }

  /// What its members are indented by.
  public var indent: String {
    let member = declaration?.children.first { $0.kind != .name && !$0.kind.isComment }
    guard let member, lines.number(of: member.range.start) > headerLine else {
      return headerIndent + "  "
    }
    return block.text(lines.indent(of: member.range.start))
  }

  /// Adds a field, value or property as the last member.
  public func addMember(_ text: String, in edit: inout SchemaEdit) {
    addLast(text, isApart: false, in: &edit)
  }

  /// Adds a field as the first member.
  public func addFirstMember(_ text: String, in edit: inout SchemaEdit) {
    guard let name = declaration?.first(.name) else { return }
    let next = lines.next(of: name.range.end)
    guard next < (declaration?.range.end ?? 0) else { return addMember(text, in: &edit) }
    insert(indent + text + lines.lineEnd, at: next, in: &edit)
  }

  /// Adds a block attribute as the last member, set apart from the fields.
  public func addBlockAttribute(_ text: String, in edit: inout SchemaEdit) {
    let last = declaration?.children.last { !$0.kind.isComment }
    addLast(text, isApart: last.map { $0.kind != .blockAttribute } ?? false, in: &edit)
  }

  private func addLast(_ text: String, isApart: Bool, in edit: inout SchemaEdit) {
    guard let declaration else { return }
    let brace = declaration.range.end - 1
    let isClosed = brace >= 0 && brace < block.bytes.count && block.bytes[brace] == 0x7D
    let line = indent + text + lines.lineEnd
    guard isClosed else {
      insert(lines.lineEnd + line, at: declaration.range.end, in: &edit)
      return
    }
    var end = brace
    while end > declaration.range.start, isBlank(TextRange(end - 1, end)) { end -= 1 }
    let next = lines.next(of: max(0, end - 1))
    let gap = isApart ? lines.lineEnd : ""
    if next <= brace {
      insert(gap + line, at: next, in: &edit)
    } else {
      insert(lines.lineEnd + gap + line + headerIndent, at: brace, in: &edit)
    }
  }

  private var headerLine: Int { lines.number(of: declaration?.range.start ?? 0) }
  private var headerIndent: String { block.text(lines.indent(of: declaration?.range.start ?? 0)) }
}

extension Syntax {
  /// Whether a declaration or a member of one has an attribute of this name, right or wrong.
  public func hasAttribute(_ name: String) -> Bool {
    children.contains {
      ($0.kind == .attribute || $0.kind == .blockAttribute) && $0.first(.path)?.text == name
    }
  }
}

extension Syntax.Siblings {
  /// The last sibling that meets a condition.
  fileprivate func last(where isWanted: (Syntax) -> Bool) -> Syntax? {
    var last: Syntax?
    for sibling in self where isWanted(sibling) && sibling.kind != .name { last = sibling }
    return last
  }
}

extension Analysis {
  /// Changes the block of a declaration; nil for a free slot.
  public func editor(of id: BlockID) -> BlockEditor? {
    guard let place = schema.place(of: id), let block = schema.block(of: id) else { return nil }
    return BlockEditor(file: place.file, block: block, start: place.offset)
  }

  /// Changes the block at a place. Lists over several lines are read as if they stood on one.
  func editor(at place: FileRange) -> BlockEditor? {
    guard let cursor = cursor(at: place.range.start, inFile: place.file) else { return nil }
    let joined = cursor.block.joiningLists(dialect: files[place.file].tree.dialect)
    return BlockEditor(file: place.file, block: joined ?? cursor.block, start: cursor.blockStart)
  }

  /// The line of a field in its block.
  public func fieldSyntax(_ field: Field, in block: SyntaxBlock) -> FieldSyntax? {
    block.nodes(holding: field.identifier.range.start).last { $0.kind == .field }
      .flatMap { FieldSyntax($0) }
  }
}

extension QuickFixContext {
  /// Changes the block that the diagnostic is in.
  public var editor: BlockEditor {
    BlockEditor(file: cursor.file, block: cursor.block, start: cursor.blockStart)
  }
}

import SchemaModel
import SchemaParser

/// Finds where a new attribute goes, so that it stands where the formatter would put it, in the style of
/// the block. Offsets count from the start of the file.
struct AttributeWriter {
  /// The block; lists over several lines are read as if they stood on one.
  private let block: SyntaxBlock
  /// The nodes at the place.
  private let path: [Syntax]
  private let start: Int

  /// The writer for the block at a place.
  init?(_ analysis: Analysis, at place: FileRange) {
    guard let cursor = analysis.cursor(at: place.range.start, inFile: place.file) else {
      return nil
    }
    block =
      cursor.block.joiningLists(dialect: analysis.files[place.file].tree.dialect) ?? cursor.block
    path = block.nodes(holding: cursor.blockOffset)
    start = cursor.blockStart
  }

  /// The declaration at the place.
  var declaration: Syntax? { path.first { $0.kind.isDeclaration } }
  /// The field or enum value at the place.
  var member: Syntax? { path.first { $0.kind == .field || $0.kind == .enumValue } }

  /// Whether the block has an attribute of this name, right or wrong.
  func hasBlockAttribute(_ name: String) -> Bool {
    declaration?.children.contains {
      $0.kind == .blockAttribute && $0.first(.path)?.text == name
    } ?? false
  }

  /// Whether a field or value has an attribute of this name, right or wrong.
  func hasAttribute(_ name: String, of member: Syntax) -> Bool {
    member.children.contains { $0.kind == .attribute && $0.first(.path)?.text == name }
  }

  // MARK: Fields and values

  /// The attributes that stand before `@map`.
  private static let beforeMap: Set<String> = [
    "id", "unique", "default", "updatedAt", "index", "fulltext", "map",
  ]

  /// Where to insert `@map(…)` into a field or value, and what: in the order of the formatter if the
  /// attributes that are there keep to it, else behind the last.
  func attribute(_ text: String, to member: Syntax) -> (offset: Int, text: String) {
    let attributes = member.children.filter { $0.kind == .attribute }
    let isBefore = attributes.map { Self.beforeMap.contains($0.first(.path)?.text ?? "") }
    if let index = isBefore.firstIndex(of: false), !isBefore[index...].contains(true) {
      return (start + attributes[index].range.start, text + " ")
    }
    return (start + endOfContent(of: member), " " + text)
  }

  /// Where to give a field's relation a name, and what to insert.
  func relationName(_ name: String, of field: Syntax) -> (offset: Int, text: String) {
    let literal = "\"\(StringLiteral.escaped(name))\""
    let attribute = field.children.compactMap { AttributeSyntax($0) }
      .first { $0.path?.text == "relation" }
    guard let attribute, let path = attribute.path else {
      return (start + endOfContent(of: field), " @relation(\(literal))")
    }
    guard let list = attribute.argumentList else {
      return (start + path.range.end, "(\(literal))")
    }
    let separator = attribute.arguments.isEmpty ? "" : ", "
    return (start + list.range.start + 1, literal + separator)
  }

  /// Where the last attribute or the type ends, before the blanks and the comment behind it.
  private func endOfContent(of member: Syntax) -> Int {
    var end = member.range.start
    for child in member.children where !child.kind.isComment { end = child.range.end }
    while end > member.range.start, end <= block.bytes.count, isBlank(block.bytes[end - 1]) {
      end -= 1
    }
    return end
  }

  // MARK: Blocks

  /// Where to insert a block attribute as the last line of the block, and what: apart from fields and
  /// values by a blank line. Nil when the block has no closing brace.
  func blockAttribute(_ text: String) -> (offset: Int, text: String)? {
    guard let declaration else { return nil }
    let brace = declaration.range.end - 1
    guard brace > declaration.range.start, brace < block.bytes.count,
      block.bytes[brace] == UInt8(ascii: "}")
    else { return nil }
    let lines = LineLayout(block)
    var end = brace
    while end > declaration.range.start, isBlank(block.bytes[end - 1]) { end -= 1 }
    let isOnLineOfBrace = lines.number(of: max(0, end - 1)) == lines.number(of: brace)
    var last: Syntax?
    for member in declaration.children where member.kind != .name && !member.kind.isComment {
      last = member
    }
    let header = block.text(lines.indent(of: declaration.range.start))
    let indent = last.map { block.text(lines.indent(of: $0.range.start)) } ?? header + "  "
    let isApart = last.map { $0.kind != .blockAttribute } ?? false
    let lineEnd = lines.lineEnd
    let line = (isApart ? lineEnd : "") + lineEnd + indent + text
    return isOnLineOfBrace
      ? (start + brace, line + lineEnd + header)
      : (start + lines.end(of: max(0, end - 1)), line)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

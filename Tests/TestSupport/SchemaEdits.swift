import SchemaParser

/// Random edits, most of them such as break something.
package enum SchemaEdits {
  /// What is inserted: brackets, quotes, halves of comments and line ends, parts of lines, bytes
  /// that are no text.
  package static let pieces: [[UInt8]] =
    [
      "{", "}", "\n}\n", "}}", "(", ")", "[", "]", "\"", "\\", "\\u12", "\\q", "/*", "*/", "/", "*",
      "//", "///", " // c", "/* c */", "/*\n*/", "\n", "\r", "\r\n", "\n\n", " ", "\t", "@", "@@",
      "@id", " @map(\"x\")", "?", "!", "[]", ":", ",", ".", "=", "-", "_", "1", "a", "é", "𝒳",
      "\u{A0}", "\u{3000}", "\u{FEFF}", "\0", "model A {\n", "model B {\n}\n", "} model C {\n",
      "enum E {\n", "type T = Int", "type T = Int @a(", " @x", "generator g {\n", "foo {\n",
      "foo {",
      "datasource d {\n  url = ", "view", "model", "x Int\n", "  x Int /*\n", "x Int /* c */ y\n",
      "Unsupported(\"x\")", "x Int[]?\n", "x: Int!\n", "@@index([a, b])\n", "x }\n",
    ].map { Array($0.utf8) } + [[0x80], [0xC3], [0xE2, 0x80], [0xFF], [0xF0, 0x9D]]

  /// What decides about text far away.
  private static let markers: [[UInt8]] = [
    "/*", "*/", "*/ x", "/* */", "}", "}\n", "x }\n", "model A {\n", "foo {\n", "\n", "\r", "@x(a)",
  ].map { Array($0.utf8) }

  /// An edit of `text`. Its range may cut a character or a line end in two.
  package static func edit(
    of text: [UInt8], using random: inout SeededGenerator
  ) -> TextEdit {
    var start = random.number(below: text.count + 1)
    let isLinewise = random.number(below: 3) == 0
    if isLinewise {
      let lineEnd = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
      start = min(text.count, lineEnd + random.number(below: 2))
    }
    let choices = isLinewise || random.number(below: 4) == 0 ? markers : pieces
    let replacement = random.pick(choices) ?? []
    switch random.number(below: 20) {
    case 0..<8:
      return TextEdit(range: TextRange(start, start), replacement: replacement)
    case 8..<12:
      let end = start + 1 + random.number(below: 4)
      return TextEdit(range: TextRange(start, end), replacement: [])
    case 12..<14:
      let end = start + random.number(below: 12)
      return TextEdit(range: TextRange(start, end), replacement: replacement)
    case 14:  // A stretch of many lines, perhaps of whole blocks.
      let end = start + random.number(below: 600)
      return TextEdit(
        range: TextRange(start, end), replacement: random.pick([[], replacement]) ?? [])
    case 15:  // A copy of another stretch.
      let from = random.number(below: text.count)
      let copy = text[from..<min(text.count, from + random.number(below: 300))]
      return TextEdit(range: TextRange(start, start), replacement: Array(copy))
    case 16..<19:  // Beside what gives the text its structure.
      return structuralEdit(of: text, near: start, replacement: replacement, using: &random)
    default:
      let several = (0..<4).flatMap { _ in random.pick(pieces) ?? [] }
      return TextEdit(range: TextRange(start, start), replacement: several)
    }
  }

  /// Inserts beside, or takes away, the next brace, line end or comment mark.
  private static func structuralEdit(
    of text: [UInt8], near start: Int, replacement: [UInt8], using random: inout SeededGenerator
  ) -> TextEdit {
    let structure = Array("{}\n\r/*\"()@".utf8)
    let place = text[start...].firstIndex { structure.contains($0) } ?? text.count
    switch random.number(below: 4) {
    case 0: return TextEdit(range: TextRange(place, place + 1), replacement: [])
    case 1: return TextEdit(range: TextRange(place, place), replacement: replacement)
    case 2: return TextEdit(range: TextRange(place + 1, place + 1), replacement: replacement)
    default: return TextEdit(range: TextRange(place, place + 1), replacement: replacement)
    }
  }
}

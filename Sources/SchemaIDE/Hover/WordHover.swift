import SchemaModel
import SchemaParser

extension HoverPlace {
  /// A word of a line that can't be read, as far as it means something on its own: an attribute, a type,
  /// a declaration, a function, a keyword.
  var wordHover: Hover? {
    let bytes = cursor.block.bytes
    func isPart(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
    let at = min(cursor.blockOffset, bytes.count)
    // Nothing has a name of a thousand bytes; a line of a megabyte is not worth a walk.
    let limit = 1000
    var start = at
    while start > 0, at - start < limit, isPart(bytes[start - 1]) { start -= 1 }
    var end = at
    while end < bytes.count, end - at < limit, isPart(bytes[end]) { end += 1 }
    guard start < end, !isInComment(start) else { return nil }
    let word = cursor.block.text(TextRange(start, end))
    var signs = start
    while signs > 0, start - signs < 2, bytes[signs - 1] == UInt8(ascii: "@") { signs -= 1 }
    if signs < start { return attributeWordHover(word, at: TextRange(signs, end), start - signs) }
    let range = TextRange(start, end)
    if end < bytes.count, bytes[end] == UInt8(ascii: "("),
      let function = LanguageReference.function(word)
    {
      return hover(
        page(function.entry, titled: function.signature(in: configuration).label), at: range)
    }
    if let id = schema.dataType(named: Name(word)) { return hover(declarationText(id), at: range) }
    if let scalar = ScalarType(named: word) {
      return hover(page(LanguageReference.scalarType(scalar), titled: word), at: range)
    }
    guard isFirstWord(start), let keyword = LanguageReference.blockKeyword(word) else { return nil }
    return hover(page(keyword, titled: word), at: range)
  }

  private func attributeWordHover(_ word: String, at range: TextRange, _ signs: Int) -> Hover? {
    if let dot = word.firstIndex(of: ".") {
      let name = String(word[word.index(after: dot)...])
      guard let type = LanguageReference.nativeType(named: name, on: connector) else { return nil }
      let title = type.signature(prefix: String(word[..<dot])).label
      return hover(page(type.entry, titled: title), at: range)
    }
    let name = String(repeating: "@", count: signs) + word
    guard let attribute = LanguageReference.attribute(name) else { return nil }
    let place = attribute.places.contains(.scalarField) ? .scalarField : attribute.places.first
    let title = place.map { attribute.signature(at: $0, in: configuration).label } ?? name
    return hover(page(attribute.entry, titled: title), at: range)
  }

  /// Whether only blanks stand before an offset on its line.
  private func isFirstWord(_ offset: Int) -> Bool {
    lineStart(of: offset).map { start in
      cursor.block.bytes[start..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    } ?? false
  }

  /// Whether a comment begins before an offset on its line.
  private func isInComment(_ offset: Int) -> Bool {
    guard let start = lineStart(of: offset) else { return true }
    let bytes = cursor.block.bytes
    var isString = false
    var at = start
    while at < offset {
      if bytes[at] == UInt8(ascii: "\"") { isString.toggle() }
      if !isString, bytes[at] == UInt8(ascii: "/"), bytes[at + 1] == UInt8(ascii: "/") {
        return true
      }
      at += 1
    }
    return isString
  }

  /// The start of the line of an offset, nil when it is far away.
  private func lineStart(of offset: Int) -> Int? {
    let bytes = cursor.block.bytes
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D {
      start -= 1
      if offset - start > 10_000 { return nil }
    }
    return start
  }
}

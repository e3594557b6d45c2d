import SchemaModel
import SchemaParser

extension HoverPlace {
  /// The word that opens a block, if that is where the place is.
  func keywordHover(_ declaration: Syntax) -> Hover? {
    guard let name = declaration.first(.name) else { return nil }
    let bytes = cursor.block.bytes
    let start = declaration.range.start
    var end = start
    while end < min(name.range.start, bytes.count), bytes[end] >= UInt8(ascii: "a"),
      bytes[end] <= UInt8(ascii: "z")
    {
      end += 1
    }
    guard cursor.blockOffset <= end else { return nil }
    let word = cursor.block.text(TextRange(start, end))
    guard let entry = LanguageReference.blockKeyword(word) else { return nil }
    return hover(page(entry, titled: word), at: TextRange(start, end))
  }

  /// A page of the manual under the word as it is written.
  func page(_ entry: ReferenceEntry, titled title: String) -> MarkdownText {
    var text = MarkdownText()
    text.addCode(title)
    text.add(entry.documentation)
    return text
  }
}

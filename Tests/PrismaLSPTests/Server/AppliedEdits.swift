import LanguageServerProtocol
import SchemaParser
import Testing

@testable import PrismaLSP

extension [JSONValue] {
  /// A text after these edits, as a client makes them that counts in UTF-16.
  func applied(to text: String) -> String {
    var tree = SyntaxTree.parsed(Array<UInt8>(text.utf8), dialect: .prisma7)
    let conversions = Conversions(encoding: .utf16)
    let changes = map { edit in
      let position = { (end: String) in
        Position(
          line: edit["range"]?[end]?["line"]?.integer ?? -1,
          character: edit["range"]?[end]?["character"]?.integer ?? -1)
      }
      let range = PositionRange(start: position("start"), end: position("end"))
      #expect(range.start.line >= 0 && range.start.character >= 0)
      return SchemaParser.TextEdit(
        range: conversions.range(of: range, in: tree),
        replacement: Array<UInt8>((edit["newText"]?.string ?? "?").utf8))
    }
    for change in changes.sorted(by: { $0.range.start > $1.range.start }) {
      _ = tree.apply(change)
    }
    return String(decoding: tree.bytes, as: UTF8.self)
  }
}

import Foundation
import LanguageServerProtocol

/// A document that is open in a server, with the text that the server should have.
final class EditedDocument {
  let session: ServerSession
  let uri: String
  let original: [UInt8]
  private(set) var text: [UInt8]
  private var version = 1

  /// Opens the file at `path`.
  init?(_ session: ServerSession, path: String) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    self.session = session
    uri = ServerSession.uri(path)
    original = Array(data)
    text = original
    session.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "prisma", "version": 1,
          "text": .string(String(decoding: text, as: UTF8.self)),
        ]
      ])
  }

  /// The parameter that names it.
  var identifier: JSONValue { ["uri": .string(uri)] }

  /// The position of an offset, in the encoding utf-8.
  func position(_ offset: Int) -> JSONValue {
    let before = text[..<min(max(0, offset), text.count)]
    let line = before.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return ["line": .integer(line), "character": .integer(before.count - start)]
  }

  func range(_ range: Range<Int>) -> JSONValue {
    ["start": position(range.lowerBound), "end": position(range.upperBound)]
  }

  /// Replaces a stretch.
  func replace(_ range: Range<Int>, by replacement: String) {
    version += 1
    session.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": [["range": self.range(range), "text": .string(replacement)]],
      ])
    text.replaceSubrange(range, with: Array(replacement.utf8))
  }

  /// Goes back to the text on disk.
  func restore() {
    version += 1
    session.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": [["text": .string(String(decoding: original, as: UTF8.self))]],
      ])
    text = original
  }

  func close() {
    session.notify("textDocument/didClose", ["textDocument": identifier])
  }
}

/// A source of random numbers that a seed makes repeatable (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15  // wrapping arithmetic is the algorithm
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

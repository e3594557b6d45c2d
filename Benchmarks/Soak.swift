import Foundation
import LanguageServerProtocol

/// An editing session of random edits and all requests mixed, to see whether the server's memory grows.
struct Soak {
  private let session: ServerSession
  private let document: EditedDocument
  private let kinds = RequestKind.all()
  private var numbers: SeededNumbers
  private var answers = 0
  private var errors: [Int: Int] = [:]
  private var tokensID = "none"

  init?(server: String, path: String, seed: UInt64) {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    guard
      let session = ServerSession(
        server, folder: folder, options: ["clientCommands": ["prisma-lsp.showReferences"]]),
      let document = EditedDocument(session, path: path)
    else { return nil }
    self.session = session
    self.document = document
    numbers = SeededNumbers(seed: seed)
  }

  /// Runs for some minutes and prints the memory now and then. Returns whether it ends with what it
  /// began with, within a tenth: both are taken when the text is that on disk and all is answered, the
  /// first one after a tenth of the time, when everything has been used.
  mutating func run(minutes: Double) -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    let whole = Duration.seconds(minutes * 60)
    var first = 0
    var samples = 0
    var edits = 0
    while clock.now - start < whole {
      for _ in 0..<150 {
        edit()
        edits += 1
        ask()
      }
      document.restore()
      openOther()
      changeSettings()
      let elapsed = clock.now - start
      if first == 0, elapsed > whole / 10 { first = settledBytes() }
      if elapsed > whole * samples / 20 {
        samples += 1
        print(
          String(
            format: "%6.1f s %8d edits %8d answers %8.1f MB", elapsed / .seconds(1), edits, answers,
            Double(settledBytes()) / 1e6))
        fflush(nil)
      }
    }
    let last = settledBytes()
    let growth = first > 0 ? Double(last) / Double(first) : 1
    print("errors by code: \(errors.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })")
    print(
      String(
        format: "%.1f MB after a tenth of the time, %.1f MB at the end: %+.1f %%",
        Double(first) / 1e6, Double(last) / 1e6, (growth - 1) * 100))
    session.end()
    return growth <= 1.1
  }

  /// The memory once all is answered.
  private mutating func settledBytes() -> Int {
    note(session.request("textDocument/diagnostic", ["textDocument": document.identifier]))
    return session.residentBytes
  }

  private mutating func note(_ answer: ServerSession.Answer) {
    answers += 1
    if let code = answer.errorCode { errors[code, default: 0] += 1 }
  }

  private mutating func number(below bound: Int) -> Int {
    bound > 0 ? Int.random(in: 0..<bound, using: &numbers) : 0
  }

  // MARK: Edits

  private mutating func edit() {
    let text = document.text
    let at = number(below: text.count + 1)
    let lineStart = text[..<at].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let lineEnd = text[at...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
    switch number(below: 12) {
    case 0...4: document.replace(at..<at, by: ["x", "@", "\"", " ", ".", "A"][number(below: 6)])
    case 5...6:
      let end = min(text.count, at + 1 + number(below: 3))
      document.replace(boundary(at)..<boundary(end), by: "")
    case 7: document.replace(lineStart..<lineEnd, by: "")
    case 8:
      let line = String(decoding: text[lineStart..<lineEnd], as: UTF8.self)
      document.replace(lineEnd..<lineEnd, by: line)
    case 9: document.replace(lineStart..<lineStart, by: "  added String? @db.VarChar(9)\n")
    case 10: document.replace(lineStart..<lineStart, by: "}\n\nmodel M\(at) {\n  id Int @id\n}\n")
    default:
      document.replace(lineStart..<lineStart, by: ["/* ", "// ", "}\n", "{\n"][number(below: 4)])
    }
  }

  /// The start of the character at an offset.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < document.text.count, document.text[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return offset
  }

  /// Opens and closes another document, now and then.
  private mutating func openOther() {
    guard number(below: 5) == 0 else { return }
    session.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": "untitled:soak", "languageId": "prisma", "version": 1,
          "text": .string(String(decoding: document.original.prefix(20_000), as: UTF8.self)),
        ]
      ])
    let symbols = session.request(
      "textDocument/semanticTokens/full", ["textDocument": ["uri": "untitled:soak"]])
    note(symbols)
    session.notify("textDocument/didClose", ["textDocument": ["uri": "untitled:soak"]])
  }

  private mutating func changeSettings() {
    guard number(below: 10) == 0 else { return }
    let isOn = number(below: 2) == 0
    session.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["prisma-lsp": ["inlayHints": ["constraintNames": .bool(isOn)]]]])
  }

  // MARK: Requests

  /// What an editor asks for behind an edit, at once, and a few random requests, some taken back.
  private mutating func ask() {
    var waiting: [Int] = []
    let place = number(below: document.text.count + 1)
    for kind in kinds {
      let isUsual = [
        "textDocument/diagnostic", "textDocument/documentSymbol", "textDocument/codeLens",
        "textDocument/foldingRange", "textDocument/inlayHint", "textDocument/codeAction",
      ].contains(kind.method)
      if isUsual || number(below: 8) == 0 {
        let id = session.begin(kind.method, kind.params(document, place))
        waiting.append(id)
        if number(below: 20) == 0 { session.notify("$/cancelRequest", ["id": .integer(id)]) }
      }
    }
    for id in waiting { note(session.answer(to: id)) }
    let tokens = session.request(
      "textDocument/semanticTokens/full/delta",
      ["textDocument": document.identifier, "previousResultId": .string(tokensID)])
    note(tokens)
    tokensID = tokens.resultID ?? "none"
  }
}

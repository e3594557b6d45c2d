import Foundation
import TestSupport
import Testing

@testable import LanguageServerProtocol

@Suite struct ScannedMessagesTests {
  private func description(_ message: ClientMessage?) -> String { message.map { "\($0)" } ?? "nil" }

  private func open(_ text: String) -> String {
    #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a%20b","#
      + #""languageId":"prisma","version":-3,"text":"\#(text)"}}}"#
  }

  private func change(_ changes: String) -> String {
    #"{ "jsonrpc" : "2.0", "method": "textDocument/didChange", "params":{"textDocument":{"uri":"u","#
      + #""version":12},"contentChanges":\#(changes)}} "#
  }

  /// What is read by hand is what `JSONDecoder` reads.
  @Test(arguments: [
    #"model A {\n  id Int @id // ü€😀 \"x\" \\ \/ \b\f\r\t\n}"#, #"\u00fc\u20AC\ud83d\ude00\u0000"#,
    "",
    "plain", #"a\u0041b"#,
  ])
  func `texts are read alike`(_ text: String) {
    let body = Data(open(text).utf8)
    let read = ScannedMessages.decoded(from: body)
    #expect(read != nil)
    #expect(description(read) == description(ClientMessage.decodedInFull(from: body)))
  }

  @Test(arguments: [
    "[]", #"[{"text":"a"}]"#, #"[{"text":"a","x":[1,{"y":null}],"z":true}, {"text":""}]"#,
    #"[{"range":{"start":{"line":0,"character":1},"end":{"character":123456789,"line":4}},"rangeLength":3,"text":"\n"}]"#,
    #"[ { "range" : { "end" : { "line" : -1 , "character" : -0 } , "start":{"line":1,"character":2} } ,"text":"x"}]"#,
  ])
  func `changes are read alike`(_ changes: String) {
    let body = Data(change(changes).utf8)
    let read = ScannedMessages.decoded(from: body)
    #expect(read != nil)
    #expect(description(read) == description(ClientMessage.decodedInFull(from: body)))
  }

  private func initialize(_ params: String) -> Data {
    Data(#"{"jsonrpc":"2.0","id":7,"method":"initialize","params":\#(params)}"#.utf8)
  }

  @Test(arguments: [
    "{}", #"{"processId":null,"rootUri":null,"capabilities":{}}"#,
    #"{"processId":12,"rootUri":"file:///a","rootPath":"/b","trace":"verbose","workspaceFolders":[]}"#,
    #"{"processId":"12","rootUri":5,"rootPath":"/b c","trace":"loud","clientInfo":{"name":"x\ud800"}}"#,
    #"{"workspaceFolders":[{"uri":"file:///a","name":"a"},{"uri":"file:///b"},{"uri":"u","name":null}]}"#,
    #"{"workspaceFolders":[{"uri":"file:///a"},{"name":"a"}],"capabilities":[1]}"#,
    #"{"workspaceFolders":[{"uri":"file:///a","name":3}],"initializationOptions":{"a":[1,-2,{}]}}"#,
    #"{"capabilities":{"general":{"positionEncodings":["utf-16","utf-8"]},"textDocument":"#
      + #"{"foldingRange":{"rangeLimit":5,"lineFoldingOnly":true},"hover":{"contentFormat":["markdown"]}}}}"#,
  ])
  func `the first request is read alike`(_ params: String) {
    let read = ScannedMessages.decoded(from: initialize(params))
    #expect(read != nil)
    let whole = ClientMessage.decodedInFull(from: initialize(params))
    // Members of a dictionary come in any order.
    guard case .request(let id, _, .initialize(let one)) = read,
      case .request(let other, _, .initialize(let two)) = whole
    else {
      Issue.record("not taken")
      return
    }
    #expect(id == other && one.capabilities == two.capabilities)
    #expect(one.processID == two.processID && one.rootURI == two.rootURI)
    #expect(one.workspaceFolders == two.workspaceFolders && one.trace == two.trace)
    #expect(one.initializationOptions == two.initializationOptions)
  }

  @Test(arguments: ["[]", "null", "5", "{\"a\":1,\"a\":2}", "{\"a\":1.5}", "{\"a\":}", "{"])
  func `an unusual first request is not read`(_ params: String) {
    #expect(ScannedMessages.decoded(from: initialize(params)) == nil)
  }

  /// Whatever is wrong or unusual is left to `JSONDecoder`.
  @Test(arguments: [
    #"\x"#, #"\u12"#, #"\u12g4"#, "\u{1}", "a\n", #"a\"#, #"a"b"#,
  ])
  func `wrong texts are not read`(_ text: String) {
    let body = Data(open(text).utf8)
    #expect(ScannedMessages.decoded(from: body) == nil)
    if case .notification = ClientMessage.decoded(from: body) { Issue.record("taken") }
  }

  @Test(arguments: [
    "{}", "[5]", #"[{"text":5}]"#, #"[{}]"#, #"[{"text":"a"},]"#, #"[{"text":"a","x":01}]"#,
    #"[{"range":null,"text":"a"}]"#, #"[{"range":{},"text":"a"}]"#,
    #"[{"range":{"start":{"line":1.5,"character":2},"end":{"line":1,"character":2}},"text":"a"}]"#,
    #"[{"range":{"start":{"line":1},"end":{"line":1,"character":2}},"text":"a"}]"#, "nul", "[",
    String(repeating: "[", count: 100_000),
  ])
  func `unusual changes are not read`(_ changes: String) {
    #expect(ScannedMessages.decoded(from: Data(change(changes).utf8)) == nil)
  }

  @Test func `no other message is read`() {
    for text in [
      #"{"jsonrpc":"2.0","id":1,"method":"textDocument/didOpen","params":{}}"#,
      #"{"jsonrpc":"1.0","method":"textDocument/didChange","params":{}}"#,
      #"{"jsonrpc":"2.0","method":"exit"}"#, "", "{", "[]", open("a") + "x",
    ] {
      #expect(ScannedMessages.decoded(from: Data(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func `half a surrogate pair is a replacement character`() {
    for (text, expected) in [
      (#"a\ud83db"#, "a\u{FFFD}b"), (#"\ude00"#, "\u{FFFD}"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
      (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83d"#, "\u{FFFD}"),
    ] {
      guard
        case .notification(_, .didOpen(let params)) = ClientMessage.decoded(
          from: Data(open(text).utf8))
      else {
        Issue.record("not taken: \(text)")
        continue
      }
      #expect(params.textDocument.text == expected)
    }
  }

  /// Messages with bytes changed are read as `JSONDecoder` reads them, or left to it.
  @Test(arguments: 0..<(ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 200 : 20_000))
  func `damaged messages are not misread`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let good =
      seed.isMultiple(of: 2)
      ? open(#"a\n\u00fc"#)
      : change(
        #"[{"range":{"start":{"line":0,"character":1},"end":{"line":2,"character":3}},"text":"x"}]"#
      )
    for _ in 0..<20 {
      var bytes = Array(good.utf8)
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[index] = Array("{}[],:\"\\0u-. ".utf8).randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: index)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        }
      }
      guard let read = ScannedMessages.decoded(from: Data(bytes)) else { continue }
      #expect(
        description(read) == description(ClientMessage.decodedInFull(from: Data(bytes))),
        "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

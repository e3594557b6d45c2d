import Foundation
import LanguageServerProtocol
import Testing

/// How a message is understood, in a few words.
private func summary(_ text: String) -> String {
  switch ClientMessage.decoded(from: Data(text.utf8)) {
  case .request(let id, let method, _): "request \(id) \(method)"
  case .notification(let method, _): "notification \(method)"
  case .response(let id, .success(let result)): "response \(id) \(result)"
  case .response(let id, .failure(let error)): "response \(id) error \(error.code)"
  case .refusedRequest(let id, let method, let error): "refused \(id) \(method) \(error.code)"
  case .refusedNotification(let method, let error): "refused \(method) \(error.code)"
  case .invalid(let id, let error): "invalid \(id) \(error.code)"
  }
}

@Suite struct ClientMessageTests {
  @Test(arguments: [
    (#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#, "request 1 shutdown"),
    (#"{"jsonrpc":"2.0","id":"a","method":"shutdown","params":null}"#, "request a shutdown"),
    (#"{"jsonrpc":"2.0","id":null,"method":"shutdown"}"#, "request null shutdown"),
    (#"{"jsonrpc":"2.0","method":"exit"}"#, "notification exit"),
    (#"{"jsonrpc":"2.0","id":1,"method":"none/such"}"#, "refused 1 none/such -32601"),
    (#"{"jsonrpc":"2.0","method":"none/such"}"#, "refused none/such -32601"),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"textDocument/formatting","params":{}}"#,
      "refused 1 textDocument/formatting -32602"
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"textDocument/formatting"}"#,
      "refused 1 textDocument/formatting -32602"
    ),
    (
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[1]}"#,
      "refused textDocument/didOpen -32602"
    ),
    (#"{"jsonrpc":"2.0","id":7,"result":[1,null,"x"]}"#, ##"response 7 [1,null,"x"]"##),
    (#"{"jsonrpc":"2.0","id":7,"result":null}"#, "response 7 null"),
    (#"{"jsonrpc":"2.0","id":7,"error":{"code":-1,"message":"no"}}"#, "response 7 error -1"),
    (#"{"jsonrpc":"2.0","id":7,"error":5}"#, "response 7 error -32603"),
    (#"{"jsonrpc":"2.0","id":7}"#, "invalid 7 -32600"),
    (#"{"jsonrpc":"2.0"}"#, "invalid null -32600"),
    (#"{"jsonrpc":"1.0","id":7,"method":"shutdown"}"#, "invalid 7 -32600"),
    (#"{"id":7,"method":"shutdown"}"#, "invalid 7 -32600"),
    (#"{"jsonrpc":"2.0","id":{},"method":"shutdown"}"#, "invalid null -32600"),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}"#, "invalid null -32600"),
    (#"{"jsonrpc":"2.0","id":7,"method":5}"#, "invalid 7 -32600"),
    (#"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#, "invalid null -32600"),
    ("[]", "invalid null -32600"),
    ("5", "invalid null -32600"),
    (#""text""#, "invalid null -32600"),
    ("null", "invalid null -32600"),
    ("", "invalid null -32700"),
    ("{", "invalid null -32700"),
    (#"[{"jsonrpc":"2.0""#, "invalid null -32700"),
    (#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}x"#, "invalid null -32700"),
    (#"{"jsonrpc":"2.0","id":1,"method":"a\qb"}"#, "invalid null -32700"),
    (String(repeating: "[", count: 100_000), "invalid null -32700"),
  ])
  func understands(_ text: String, _ expected: String) {
    #expect(summary(text) == expected)
  }

  @Test func `bytes that are not UTF-8 are no JSON`() {
    guard case .invalid(.null, let error) = ClientMessage.decoded(from: Data([0x22, 0xFF, 0x22]))
    else {
      Issue.record("taken")
      return
    }
    #expect(error.code == ErrorCode.parseError.rawValue)
  }

  @Test func `wrong members of initialize count as missing`() throws {
    let text = #"""
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":"x","rootUri":5,
      "workspaceFolders":{},"trace":true,"initializationOptions":[1],"capabilities":{"general":
      {"positionEncodings":["utf-9","utf-8",1]},"workspace":5,"textDocument":{"diagnostic":{},
      "publishDiagnostics":{"tagSupport":{"valueSet":[1,9,"x"]},"relatedInformation":"yes"}}}}}
      """#
    guard
      case .request(_, _, .initialize(let params)) = ClientMessage.decoded(from: Data(text.utf8))
    else {
      Issue.record("not taken")
      return
    }
    #expect(params.processID == nil && params.rootURI == nil && params.workspaceFolders == nil)
    #expect(params.trace == nil && params.initializationOptions == [1])
    #expect(params.capabilities.positionEncodings == [.utf8])
    #expect(!params.capabilities.refreshesDiagnostics)
    #expect(params.capabilities.diagnosticTags == [.unnecessary])
    #expect(!params.capabilities.hasRelatedInformation)
  }

  @Test func `a change is read with its ranges`() {
    let text = #"""
      {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a",
      "version":3},"contentChanges":[{"range":{"start":{"line":1,"character":2},"end":{"line":3,
      "character":4}},"rangeLength":9,"text":"\n\u00fc\ud83d\ude00"},{"text":""}]}}
      """#
    guard
      case .notification(_, .didChange(let change)) = ClientMessage.decoded(from: Data(text.utf8))
    else {
      Issue.record("not taken")
      return
    }
    #expect(change.textDocument.version == 3)
    #expect(
      change.contentChanges.first?.range
        == PositionRange(
          start: Position(line: 1, character: 2), end: Position(line: 3, character: 4)))
    #expect(change.contentChanges.first?.text == "\nü😀")
    #expect(change.contentChanges.last?.range == nil)
  }
}

extension JSONValue: CustomStringConvertible {
  public var description: String {
    (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
  }
}

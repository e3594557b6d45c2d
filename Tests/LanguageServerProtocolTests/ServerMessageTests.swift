import Foundation
import LanguageServerProtocol
import Testing

@Suite struct ServerMessageTests {
  private let diagnostic = Diagnostic(
    range: PositionRange(
      start: Position(line: 0, character: 9), end: Position(line: 12, character: 345)),
    severity: .warning, code: "some-rule", codeDescription: CodeDescription(href: "https://a/b"),
    source: "prisma-lsp", message: "a \"quoted\"\n\\ text\u{1}\u{1F}\t, ü😀", tags: [.deprecated],
    relatedInformation: [
      DiagnosticRelatedInformation(
        location: Location(
          uri: DocumentURI("file:///a%20b"),
          range: PositionRange(
            start: Position(line: 1, character: 2), end: Position(line: 3, character: 4))),
        message: "here")
    ],
    data: ["a": [1, nil, true]])

  private var plain: Diagnostic {
    Diagnostic(range: diagnostic.range, severity: .error, source: "s", message: "")
  }

  /// What is written by hand is what `JSONEncoder` would write.
  private func check<Value: Encodable & JSONWritable>(_ value: Value) throws {
    var writer = JSONWriter()
    value.write(to: &writer)
    let decoder = JSONDecoder()
    let byHand = try decoder.decode(JSONValue.self, from: Data(writer.bytes))
    #expect(byHand == (try decoder.decode(JSONValue.self, from: JSONEncoder().encode(value))))
  }

  @Test func `hand-written messages equal encoded ones`() throws {
    try check(diagnostic)
    try check(plain)
    let uri = DocumentURI("file:///x/(a)/b.prisma")
    try check(PublishDiagnosticsParams(uri: uri, version: 3, diagnostics: [diagnostic, plain]))
    try check(PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: []))
    try check(DocumentDiagnosticReport.full(resultID: "1", items: [plain, diagnostic]))
    try check(DocumentDiagnosticReport.unchanged(resultID: "1"))
    try check([TextEdit(range: plain.range, newText: "\r\n")])
    try check(
      JSONValue.object(["a": [1, .number(-2.5), .number(1e300), "x\"", true, nil, [:]], "": []]))
    try check(ResponseError(.parseError, "no \"x\""))
    try check(
      RegistrationParams(registrations: [
        Registration(id: "1", method: "m"),
        Registration(id: "2", method: "n", registerOptions: [1]),
      ]))
    try check(
      ConfigurationParams(items: [.init(section: "a"), .init(scopeUri: uri, section: "b")]))
    try check(WorkDoneProgressCreateParams(token: .string("t")))
    try check(ProgressParams(token: .integer(1), value: .begin(title: "x", isCancellable: true)))
    try check(ProgressParams(token: .integer(1), value: .end))
    try check(LogMessageParams(type: .warning, message: "x"))
    try check(ShowMessageParams(type: .error, message: "x"))
    try check(LogTraceParams(message: "x", verbose: "y"))
    try check(ShowDocumentParams(uri: uri, takeFocus: true))
    try check(TextDocumentContentRefreshParams(uri: uri))
  }

  @Test(arguments: [false, true])
  func `the answer to the first request is written in full`(_ hasAll: Bool) throws {
    var capabilities = ServerCapabilities(positionEncoding: .utf8)
    if hasAll {
      capabilities.renameProvider = ["prepareProvider": true]
      capabilities.semanticTokensProvider = .init(tokenTypes: ["a"], tokenModifiers: ["b", "c"])
      capabilities.executeCommandProvider = .init(commands: ["x"])
      capabilities.workspace.textDocumentContent = .init(schemes: ["y"])
    } else {
      capabilities.diagnosticProvider = nil
    }
    try check(
      InitializeResult(capabilities: capabilities, serverInfo: .init(name: "n", version: "v")))
  }

  @Test func `a workspace report has the members of its parts`() throws {
    let uri = DocumentURI("untitled:1")
    let report = WorkspaceDiagnosticReport(items: [
      WorkspaceDocumentDiagnosticReport(uri: uri, version: nil, report: .unchanged(resultID: "1")),
      WorkspaceDocumentDiagnosticReport(
        uri: uri, version: 2, report: .full(resultID: "2", items: [])),
    ])
    var writer = JSONWriter()
    report.write(to: &writer)
    #expect(
      try JSONDecoder().decode(JSONValue.self, from: Data(writer.bytes)) == [
        "items": [
          ["kind": "unchanged", "resultId": "1", "uri": "untitled:1", "version": nil],
          ["kind": "full", "resultId": "2", "items": [], "uri": "untitled:1", "version": 2],
        ]
      ])
  }

  @Test func `messages have their frame`() {
    let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
    #expect(
      text(ServerMessage.response(to: .string("a"), result: JSONValue.null))
        == #"{"jsonrpc":"2.0","id":"a","result":null}"#)
    #expect(
      text(ServerMessage.response(to: .null, error: ResponseError(.parseError, "no")))
        .hasPrefix(#"{"jsonrpc":"2.0","id":null,"error":{"#))
    #expect(
      text(ServerMessage.request(.integer(4), method: DiagnosticRefresh.method))
        == #"{"jsonrpc":"2.0","id":4,"method":"workspace/diagnostic/refresh"}"#)
    #expect(
      text(ServerMessage.notification(LogTraceParams(message: "x")))
        == #"{"jsonrpc":"2.0","method":"$/logTrace","params":{"message":"x"}}"#)
  }
}

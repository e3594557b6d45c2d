import Foundation
import LanguageServerProtocol

/// A language server in a process of its own, with one client: this program. It waits for each answer.
final class ServerSession {
  /// What the server said about one request.
  struct Answer {
    /// The message.
    let body: [UInt8]
    /// Whether it is an error, and which.
    let errorCode: Int?

    /// The name of the answer, which stands at its beginning; nil when it has none.
    var resultID: String? {
      String(decoding: body.prefix(100), as: UTF8.self).split(separator: "\"resultId\":\"")
        .dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
    }
  }

  private let process = Process()
  private let input: FileHandle
  private let output: Int32
  private var decoder = FrameDecoder()
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var lastID = 0
  /// Answers that came while another was waited for.
  private var early: [Int: Answer] = [:]

  /// Starts the program at `path` in `folder`; nil when that fails.
  init?(_ path: String, folder: String, options: JSONValue = [:]) {
    let toServer = Pipe()
    let fromServer = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = ["lsp", "--stdio"]
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = toServer
    process.standardOutput = fromServer
    input = toServer.fileHandleForWriting
    output = fromServer.fileHandleForReading.fileDescriptor
    do { try process.run() } catch { return nil }
    // As much as Visual Studio Code can do, but for what would make the server ask back.
    let answer = request(
      "initialize",
      [
        "processId": .integer(Int(ProcessInfo.processInfo.processIdentifier)), "rootUri": nil,
        "workspaceFolders": [["uri": .string(Self.uri(folder)), "name": "w"]],
        "initializationOptions": options,
        "capabilities": [
          "general": ["positionEncodings": ["utf-8"]],
          "workspace": [
            "workspaceEdit": ["documentChanges": true], "textDocumentContent": [:],
          ],
          "textDocument": [
            "diagnostic": [:],
            "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
            "foldingRange": ["lineFoldingOnly": true],
            "completion": [
              "completionItem": [
                "snippetSupport": true,
                "resolveSupport": ["properties": ["documentation", "detail"]],
              ]
            ],
            "codeAction": [
              "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]],
              "dataSupport": true, "resolveSupport": ["properties": ["edit"]],
            ],
            "rename": ["prepareSupport": true],
          ],
        ],
      ])
    if answer.errorCode != nil { return nil }
    notify("initialized", [:])
  }

  /// The `file:` address of a path.
  static func uri(_ path: String) -> String { DocumentURI(path: path).string }

  // MARK: Sending

  func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Sends a request and returns its number, by which to wait for the answer.
  func begin(_ method: String, _ params: JSONValue) -> Int {
    lastID += 1
    send([
      "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": params,
    ])
    return lastID
  }

  /// Sends a request and waits.
  func request(_ method: String, _ params: JSONValue) -> Answer {
    answer(to: begin(method, params))
  }

  private func send(_ message: JSONValue) {
    guard var body = try? JSONEncoder().encode(message) else { return }
    body.insert(contentsOf: Array("Content-Length: \(body.count)\r\n\r\n".utf8), at: 0)
    try? input.write(contentsOf: body)
  }

  // MARK: Receiving

  /// Waits for the answer to a request. Ends the program when the server is gone.
  func answer(to id: Int) -> Answer {
    while true {
      if let known = early.removeValue(forKey: id) { return known }
      guard let body = nextMessage() else {
        print("the server has ended")
        exit(1)
      }
      take(body)
    }
  }

  private func nextMessage() -> [UInt8]? {
    while true {
      if case .body(let body) = decoder.next() { return Array(body) }
      let count = read(output, &chunk, chunk.count)
      if count <= 0 { return nil }
      chunk.withUnsafeBytes { decoder.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  /// Sorts a message. Answers are told by how the server begins them, since some are many megabytes.
  private func take(_ body: [UInt8]) {
    let start = Array(#"{"jsonrpc":"2.0","id":"#.utf8)
    guard body.starts(with: start) else { return }  // a notification
    let digits = body[start.count...].prefix { $0 != UInt8(ascii: ",") }
    guard let id = Int(String(decoding: digits, as: UTF8.self)) else { return }
    let rest = body[(start.count + digits.count)...]
    if rest.starts(with: #","result":"#.utf8) {
      early[id] = Answer(body: body, errorCode: nil)
    } else if rest.starts(with: #","error":"#.utf8) {
      let message = try? JSONDecoder().decode(JSONValue.self, from: Data(body))
      early[id] = Answer(body: body, errorCode: message?["error"]?["code"]?.integer ?? 0)
    } else {
      send(["jsonrpc": "2.0", "id": .integer(id), "result": nil])
    }
  }

  // MARK: The process

  /// The memory that the server holds, in bytes; 0 where the system does not tell.
  var residentBytes: Int {
    let path = "/proc/\(process.processIdentifier)/status"
    guard let status = try? String(contentsOfFile: path, encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") })
    else { return 0 }
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
  }

  func end() {
    _ = request("shutdown", nil)
    notify("exit", nil)
    process.waitUntilExit()
  }
}

import Foundation
import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// A client in the same process, which talks to a server over two pipes.
actor TestClient {
  /// What the client answers to requests of the server, by method; null to all others.
  private var answers: [String: @Sendable (JSONValue) -> JSONValue]
  private let input: Pipe
  private var inbox: [JSONValue] = []
  private var arrival: CheckedContinuation<Void, Never>?
  private var lastID = 0
  private let server: Task<Int32, Never>
  /// The requests that the server made.
  private(set) var asked: [JSONValue] = []
  private var versions: [String: Int] = [:]

  init(
    answers: [String: @Sendable (JSONValue) -> JSONValue] = [:],
    watchInterval: Duration = .seconds(3), progressDelay: Duration = .seconds(1),
    longWork: DispatchQueue? = nil,
    readBaseline: @escaping BaselineReading = BaselineReader.read
  ) {
    self.answers = answers
    var toServer: [Int32] = [0, 0]
    var toClient: [Int32] = [0, 0]
    precondition(pipe(&toServer) == 0 && pipe(&toClient) == 0)
    input = Pipe(toServer[1])
    let (serverInput, serverOutput) = (toServer[0], toClient[1])
    server = Task.detached {
      let writer = MessageWriter(descriptor: serverOutput)
      let server = Server(
        writer: writer, watchInterval: watchInterval, progressDelay: progressDelay,
        longWork: longWork ?? DispatchQueue(label: "long work"), readBaseline: readBaseline
      ) { _ in }
      let code = await server.run(MessageReader.messages(from: serverInput))
      writer.flush()
      closeDescriptor(serverOutput)
      return code
    }
    let clientInput = toClient[0]
    let (arrivals, arrived) = AsyncStream.makeStream(of: JSONValue.self)
    Thread.detachNewThread {
      var decoder = FrameDecoder()
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(clientInput, &chunk, chunk.count)
        if count <= 0 { break }
        chunk.withUnsafeBytes { decoder.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        while case .body(let body) = decoder.next() {
          if let message = try? JSONDecoder().decode(JSONValue.self, from: body) {
            arrived.yield(message)
          }
        }
      }
      closeDescriptor(clientInput)
      arrived.finish()
    }
    Task { [weak self] in
      for await message in arrivals { await self?.take(message) }
    }
  }

  /// A client that has been through `initialize` and `initialized`.
  static func started(
    _ capabilities: JSONValue = [:], folders: [String] = [], options: JSONValue = nil,
    answers: [String: @Sendable (JSONValue) -> JSONValue] = [:],
    watchInterval: Duration = .seconds(3), progressDelay: Duration = .seconds(1),
    longWork: DispatchQueue? = nil,
    readBaseline: @escaping BaselineReading = BaselineReader.read
  ) async throws -> TestClient {
    let client = TestClient(
      answers: answers, watchInterval: watchInterval, progressDelay: progressDelay,
      longWork: longWork,
      readBaseline: readBaseline)
    let result = try await client.request(
      "initialize",
      [
        "processId": nil, "rootUri": nil, "capabilities": capabilities,
        "workspaceFolders": .array(
          folders.map { ["uri": .string(DocumentURI(path: $0).string), "name": "w"] }),
        "initializationOptions": options,
      ])
    #expect(result["result"]?["capabilities"] != nil)
    await client.notify("initialized", [:])
    return client
  }

  /// The exit code of the server, once it has ended.
  var exitCode: Int32 { get async { await server.value } }

  // MARK: Sending

  /// Sends bytes as they are.
  func send(raw text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        write(input.descriptor, $0.baseAddress, $0.count)
      }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Sends a message.
  func send(_ message: JSONValue) {
    guard let data = try? JSONEncoder().encode(message) else { return }
    send(raw: "Content-Length: \(data.count)\r\n\r\n" + String(decoding: data, as: UTF8.self))
  }

  func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Sends a request without waiting; returns its id.
  func ask(_ method: String, _ params: JSONValue) -> Int {
    lastID += 1
    send([
      "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": params,
    ])
    return lastID
  }

  /// Sends a request and waits for its answer, with `result` or `error`.
  func request(_ method: String, _ params: JSONValue) async throws -> JSONValue {
    let id = ask(method, params)
    return try await response(to: id)
  }

  /// Ends the input of the server.
  func hangUp() { input.close() }

  // MARK: Receiving

  struct TimedOut: Error { let inbox: [JSONValue] }

  /// The answer to a request.
  func response(to id: Int) async throws -> JSONValue {
    try await next { $0["id"]?.integer == id && $0["method"] == nil }
  }

  /// The next message that fits, which is taken out of the inbox.
  func next(_ isWanted: @Sendable (JSONValue) -> Bool) async throws -> JSONValue {
    let deadline = ContinuousClock.now + .seconds(60)
    while true {
      if let index = inbox.firstIndex(where: isWanted) { return inbox.remove(at: index) }
      guard ContinuousClock.now < deadline else { throw TimedOut(inbox: inbox) }
      await withCheckedContinuation { continuation in
        arrival = continuation
        Task {
          try? await Task.sleep(for: .milliseconds(200))
          self.wake()
        }
      }
    }
  }

  /// The next push for a document, of `version` or newer if one is given.
  func published(_ uri: String, version: Int? = nil) async throws -> JSONValue {
    try await next { message in
      message["method"]?.string == "textDocument/publishDiagnostics"
        && message["params"]?["uri"]?.string == uri
        && (version.map { (message["params"]?["version"]?.integer ?? -1) >= $0 } ?? true)
    }["params"] ?? nil
  }

  /// What has arrived besides answers, without waiting.
  func received(_ method: String) -> [JSONValue] {
    inbox.filter { $0["method"]?.string == method }
  }

  private func take(_ message: JSONValue) {
    if let id = message["id"], let method = message["method"]?.string {
      asked.append(message)
      let result = answers[method]?(message["params"] ?? nil) ?? nil
      if result == "<error>" {
        send(["jsonrpc": "2.0", "id": id, "error": ["code": -32601, "message": "no"]])
      } else if result != "<silence>" {
        send(["jsonrpc": "2.0", "id": id, "result": result])
      }
    } else {
      inbox.append(message)
    }
    wake()
  }

  private func wake() {
    arrival?.resume()
    arrival = nil
  }

  // MARK: Documents

  func open(_ uri: String, _ text: String, version: Int = 1) {
    versions[uri] = version
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "prisma", "version": .integer(version),
          "text": .string(text),
        ]
      ])
  }

  /// Replaces the stretch between two positions, or the whole text without them. Returns the version.
  @discardableResult
  func change(
    _ uri: String, _ start: (Int, Int)? = nil, _ end: (Int, Int)? = nil, _ text: String
  ) -> Int {
    let version = (versions[uri] ?? 0) + 1
    versions[uri] = version
    var change: [String: JSONValue] = ["text": .string(text)]
    if let start {
      let end = end ?? start
      change["range"] = [
        "start": ["line": .integer(start.0), "character": .integer(start.1)],
        "end": ["line": .integer(end.0), "character": .integer(end.1)],
      ]
    }
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": [.object(change)],
      ])
    return version
  }

  func closeDocument(_ uri: String) {
    notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  }

  /// The pulled diagnostics of a document: line, character and code of each.
  func pull(_ uri: String) async throws -> [String] {
    let answer = try await request(
      "textDocument/diagnostic", ["textDocument": ["uri": .string(uri)]])
    return places(answer["result"]?["items"])
  }

}

/// The end of a pipe that is written to. It is closed with the client that holds it, so that the server
/// ends too: each one keeps threads waiting, of which there is no endless number.
private final class Pipe {
  private(set) var descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close() }

  func close() {
    if descriptor >= 0 { closeDescriptor(descriptor) }
    descriptor = -1
  }
}

private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }

/// Each diagnostic as `line:character code`.
func places(_ diagnostics: JSONValue?) -> [String] {
  (diagnostics?.array ?? []).map { item in
    let start = item["range"]?["start"]
    return "\(start?["line"]?.integer ?? -1):\(start?["character"]?.integer ?? -1) "
      + (item["code"]?.string ?? "-")
  }
}

/// The capabilities of a client that pulls.
let pulling: JSONValue = ["textDocument": ["diagnostic": [:]]]

/// A folder for one test, with files in it.
final class TestFolder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    path = FilePath.normalized(base + "/prisma-lsp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = self[name]
    try FileManager.default.createDirectory(
      atPath: FilePath.folder(of: file), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self[name]) }

  /// The path of a file in the folder.
  subscript(name: String) -> String { FilePath.joined(path, name) }

  /// The address of a file in the folder.
  func uri(_ name: String) -> String { DocumentURI(path: self[name]).string }
}

/// A datasource that validates in Prisma 6 and 7, in four lines.
let datasource = """
  datasource db {
    provider = "postgresql"
  }


  """

import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct LifeCycleTests {
  private func code(_ answer: JSONValue) -> Int? { answer["error"]?["code"]?.integer }

  @Test func `exit after shutdown is a success`() async throws {
    let client = try await TestClient.started()
    #expect(try await client.request("shutdown", nil)["result"] == .some(.null))
    await client.notify("exit", nil)
    #expect(await client.exitCode == 0)
  }

  @Test func `exit without shutdown is a failure`() async throws {
    let client = try await TestClient.started()
    await client.notify("exit", nil)
    #expect(await client.exitCode == 1)
  }

  @Test(arguments: [false, true])
  func `the end of the input ends the server`(afterShutdown: Bool) async throws {
    let client = try await TestClient.started()
    if afterShutdown { _ = try await client.request("shutdown", nil) }
    await client.hangUp()
    #expect(await client.exitCode == (afterShutdown ? 0 : 1))
  }

  @Test func `initialize comes first, and once`() async throws {
    let client = TestClient()
    #expect(code(try await client.request("shutdown", nil)) == -32002)
    #expect(code(try await client.request("none/such", nil)) == -32002)
    #expect(code(try await client.request("textDocument/formatting", nil)) == -32002)
    await client.open("untitled:a", "model {")  // dropped
    let result = try await client.request("initialize", ["capabilities": [:]])
    #expect(result["result"]?["serverInfo"]?["name"] == "prisma-lsp")
    #expect(code(try await client.request("initialize", ["capabilities": [:]])) == -32600)
    #expect(await client.received("textDocument/publishDiagnostics").isEmpty)
  }

  @Test func `after shutdown no request is served`() async throws {
    let client = try await TestClient.started()
    _ = try await client.request("shutdown", nil)
    #expect(code(try await client.request("textDocument/diagnostic", nil)) == -32600)
    #expect(code(try await client.request("none/such", nil)) == -32600)
    #expect(code(try await client.request("shutdown", nil)) == -32600)
    await client.open("untitled:a", "model {")
    await client.notify("exit", nil)
    #expect(await client.exitCode == 0)
  }

  @Test func `errors have their codes and are survived`() async throws {
    let client = try await TestClient.started()
    #expect(code(try await client.request("none/such", [:])) == -32601)
    #expect(code(try await client.request("$/none", [:])) == -32601)
    #expect(code(try await client.request("textDocument/formatting", ["a": 1])) == -32602)
    #expect(code(try await client.request("textDocument/diagnostic", [1])) == -32602)
    for (text, expected) in [
      ("Content-Length: 3\r\n\r\n{a}", -32700), ("Content-Length: 2\r\n\r\n[]", -32600),
      ("Content-Length: x\r\n\r\n", -32700), ("Content-Length: 99999999999\r\n\r\n", -32700),
    ] {
      await client.send(raw: text)
      let answer = try await client.next { $0["id"] == .some(.null) }
      #expect(code(answer) == expected, "\(text)")
      #expect(code(try await client.request("none/such", [:])) == -32601)
    }
    await client.notify("none/such", [:])
    await client.notify("$/none", [:])
    await client.notify("textDocument/didOpen", ["textDocument": 5])
    let log = try await client.next { $0["method"]?.string == "window/logMessage" }
    #expect(log["params"]?["message"]?.string?.hasPrefix("textDocument/didOpen: ") == true)
    await client.open("untitled:a", "model A {")
    #expect(try await !places(client.published("untitled:a")["diagnostics"]).isEmpty)
  }

  @Test func `the client's words are traced when it wants that`() async throws {
    let client = try await TestClient.started()
    await client.notify("$/setTrace", ["value": "messages"])
    _ = try await client.request("none/such", [:])
    await client.closeDocument("untitled:a")
    let trace = try await client.next { $0["method"]?.string == "$/logTrace" }
    #expect(
      trace["params"]?["message"] == "Received notification 'textDocument/didClose'")
    await client.notify("$/setTrace", ["value": "off"])
    await client.closeDocument("untitled:a")
    _ = try await client.request("none/such", [:])
    #expect(
      await client.received("$/logTrace").map { $0["params"]?["message"] } == [
        "Received notification '$/setTrace'"
      ])
  }

  @Test func `watched files and settings are registered where that is possible`() async throws {
    let client = try await TestClient.started([
      "workspace": [
        "didChangeWatchedFiles": ["dynamicRegistration": true],
        "didChangeConfiguration": ["dynamicRegistration": true],
      ]
    ])
    _ = try await client.request("none/such", [:])
    let asked = await client.asked
    #expect(asked.map { $0["method"]?.string } == ["client/registerCapability"])
    let registrations = asked.first?["params"]?["registrations"]?.array ?? []
    #expect(
      registrations.map { $0["method"]?.string } == [
        "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration",
      ])
    let watchers = registrations.first?["registerOptions"]?["watchers"]?.array ?? []
    #expect(watchers.contains(["globPattern": "**/*.prisma"]))

    let plain = try await TestClient.started()
    _ = try await plain.request("none/such", [:])
    #expect(await plain.asked.isEmpty)
  }

  @Test func `each encoding is negotiated`() async throws {
    for (offered, chosen) in [
      ([], "utf-16"), (["utf-32"], "utf-32"), (["utf-16", "utf-8"], "utf-8"),
      (["utf-32", "utf-16"], "utf-16"), (["utf-7"], "utf-16"),
    ] as [([String], String)] {
      let client = TestClient()
      let result = try await client.request(
        "initialize",
        [
          "capabilities": [
            "general": ["positionEncodings": .array(offered.map { .string($0) })]
          ]
        ])
      #expect(result["result"]?["capabilities"]?["positionEncoding"]?.string == chosen)
    }
  }

  @Test func `a client that is gone takes the server along`() async throws {
    let process = Process()
    // Ends with its input.
    process.executableURL = URL(filePath: "/bin/cat")
    let life = Pipe()
    process.standardInput = life
    try process.run()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (gone, signal) = AsyncStream.makeStream(of: Int32.self)
    let server = Server(
      writer: MessageWriter(descriptor: ends[1]), watchInterval: .milliseconds(50)
    ) { signal.yield($0) }
    let (messages, input) = AsyncStream.makeStream(of: ClientMessage.self)
    let text = #"""
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":\#(process.processIdentifier)}}
      """#
    input.yield(ClientMessage.decoded(from: Data(text.utf8)))
    let run = Task { await server.run(messages) }
    while await server.phase == .new { try await Task.sleep(for: .milliseconds(5)) }
    try life.fileHandleForWriting.close()
    for await code in gone {
      #expect(code == 1)
      break
    }
    input.finish()
    _ = await run.value
  }

  @Test func `garbage between messages costs none of them`() async throws {
    let client = try await TestClient.started()
    var random = SeededGenerator(seed: 7)
    for round in 0..<50 {
      let garbage = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random)))
      }
      await client.send(raw: String(garbage).replacing(":", with: "") + "\r\n")
      #expect(code(try await client.request("none/such", [:])) == -32601, "round \(round)")
    }
  }
}

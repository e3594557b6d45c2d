import Postgres
import Testing

/// Whatever answers, or does not, no caller waits longer than it said, and each gets a clear error
/// without a password in it.
@Suite struct BadServerTests {
  private func failure(
    _ server: FakeServer, parameters: String = "", within limit: Duration? = .seconds(20)
  ) async throws -> PostgresError {
    let url = try ConnectionURL(server.url + parameters)
    let error = try await #require(throws: PostgresError.self) {
      let connection = try await Connection.open(url, within: limit)
      try await connection.read(["SELECT 1"], limits: ReadLimits(statement: .zero))
    }
    #expect(!"\(error)".contains("secret-word"))
    #expect(error.message.contains("127.0.0.1:\(server.port)"))
    return error
  }

  @Test func silent() async throws {
    let server = try FakeServer(.silent)
    // Long enough for a connection to be made on a busy machine.
    #expect(try await failure(server, within: .seconds(2)).code == "P1002")
    #expect(
      try await failure(server, parameters: "&connect_timeout=1", within: nil).code == "P1002")
  }

  @Test func blackHole() async throws {
    let server = try FakeServer(.blackHole)
    #expect(try await failure(server, within: .milliseconds(200)).code == "P1001")
  }

  @Test func refusing() async throws {
    let server = try FakeServer(.silent)
    server.close()
    #expect(try await failure(server).code == "P1001")
  }

  @Test func hangingUp() async throws {
    #expect(try await failure(try FakeServer(.hangsUp)).code == "P1001")
  }

  @Test func garbage() async throws {
    let error = try await failure(try FakeServer(.garbage))
    #expect(error.code == "P1001")
    #expect(error.message.contains("not PostgreSQL"))
  }

  @Test func withoutTLS() async throws {
    let server = try FakeServer(.refuses("28P01", "N"))
    let url = try ConnectionURL(
      server.url.replacing("sslmode=disable", with: "sslmode=require&sslaccept=strict"))
    let error = await #expect(throws: PostgresError.self) { try await Connection.open(url) }
    #expect(error?.code == "P1011")
  }

  @Test(arguments: [
    ("28P01", "P1000"), ("28000", "P1010"), ("42501", "P1010"), ("3D000", "P1003"),
    ("53300", "P2037"), ("57P03", "P1001"), ("XX000", "P1001"),
  ])
  func refusals(state: String, code: String) async throws {
    let error = try await failure(try FakeServer(.refuses(state, "so it is")))
    #expect(error.code == code)
    #expect(error.sqlState == state)
  }

  @Test func dyingInTheMiddle() async throws {
    let half = FakeServer.message("T", Array(repeating: 1, count: 40)).dropLast(20)
    let server = try FakeServer(.answers(Array(half), thenHangsUp: true))
    #expect(try await failure(server).code == "P1017")
  }

  @Test func garbageInTheMiddle() async throws {
    let server = try FakeServer(.answers(Array("\u{1}\u{2}garbage".utf8), thenHangsUp: false))
    let error = try await failure(server)
    #expect(["P1017", "P1008"].contains(error.code))
  }

  @Test func silentInTheMiddle() async throws {
    let server = try FakeServer(.answers([], thenHangsUp: false))
    let url = try ConnectionURL(server.url)
    let connection = try await Connection.open(url)
    let error = await #expect(throws: PostgresError.self) {
      try await connection.execute("SELECT 1", within: .milliseconds(100))
    }
    #expect(error?.code == "P1008")
    let later = await #expect(throws: PostgresError.self) { try await connection.query("SELECT 1") }
    #expect(later?.code == "P1017")
  }

  @Test func nobodyWaitsAnyMore() async throws {
    let server = try FakeServer(.silent)
    let url = try ConnectionURL(server.url)
    let task = Task { try await Connection.open(url, within: .seconds(600)) }
    task.cancel()
    let error = await #expect(throws: PostgresError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
  }
}

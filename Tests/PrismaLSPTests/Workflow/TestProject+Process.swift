import Foundation
import Postgres
import TestSupport

extension TestProject {
  /// The program of this build, which lies beside the tests.
  private static var program: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "prisma-lsp")
  }

  /// Starts `migrate` with these words as a process of its own.
  func start(_ words: String...) throws -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = ["migrate"] + words
    process.currentDirectoryURL = folder.url
    process.environment = ["DATABASE_URL": database.url, "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = Pipe()
    process.standardError = Pipe()
    try process.run()
    return process
  }

  /// The number of a session that waits for the advisory lock `key`, as soon as there is one.
  func waiting(for key: Int) async throws -> String {
    try await session(
      """
      SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database
      WHERE locktype = 'advisory' AND objid = \(key) AND NOT granted
        AND d.datname = current_database()
      """)
  }

  /// The number of a session in which a statement that begins like this waits for a lock, as soon as there
  /// is one.
  func waiting(in statement: String) async throws -> String {
    try await session(
      """
      SELECT pid FROM pg_stat_activity WHERE datname = current_database()
        AND wait_event_type = 'Lock' AND query LIKE '\(statement)%'
      """)
  }

  private func session(_ sql: String) async throws -> String {
    for _ in 0..<600 {
      if let pid = try database.run(sql).split(separator: "\n").first { return String(pid) }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw CocoaError(.userCancelled)
  }

  /// Starts a deploy that waits for the advisory lock `key`, which is held meanwhile.
  func deployWaiting(for key: Int) async throws -> WaitingDeploy {
    let holder = try await Connection.open(ConnectionURL(database.url))
    _ = try await holder.query("SELECT pg_advisory_lock(\(key))")
    let process = try start("deploy")
    return WaitingDeploy(
      process: process, session: try await waiting(for: key), holder: holder, database: database)
  }

  /// Starts a deploy that waits in a statement that begins like this, while a transaction that has done
  /// `work` is open.
  func deployWaiting(in statement: String, while work: String) async throws -> WaitingDeploy {
    let holder = try await Connection.open(ConnectionURL(database.url))
    _ = try await holder.execute("BEGIN; \(work)")
    let process = try start("deploy")
    return WaitingDeploy(
      process: process, session: try await waiting(in: statement), holder: holder,
      database: database)
  }
}

/// `migrate deploy` as a process of its own, which waits for what another session holds.
struct WaitingDeploy {
  let process: Process
  /// The number of its session at the server.
  let session: String
  /// The session that holds what it waits for.
  let holder: Connection
  fileprivate let database: TestDatabase

  /// Sends it a signal, and waits for its end.
  func end(by signal: Int32) {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
  }

  /// Ends its session at the server.
  func cut() throws { try database.run("SELECT pg_terminate_backend(\(session))") }

  /// What it has said on standard error.
  var errors: String {
    let pipe = process.standardError as? Pipe
    return String(
      decoding: pipe?.fileHandleForReading.availableData ?? Data(), as: UTF8.self)
  }
}

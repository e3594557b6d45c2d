import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import PrismaLSP

/// A project in a folder of its own with a database of its own.
final class TestProject: Sendable {
  let folder: TemporaryFolder
  let database: TestDatabase

  static let models = """
    model User {
      id    Int    @id @default(autoincrement())
      email String @unique
    }

    """

  /// - Parameters:
  ///   - version: Prisma's version, for which the URL stands in the schema or in `prisma.config.ts`.
  ///   - server: another server than the one that all tests share.
  ///   - options: those of the database.
  init(
    version: Int = 6, models: String = TestProject.models, server: TestServer? = nil,
    options: String = ""
  ) throws {
    folder = try TemporaryFolder()
    database = try #require(server ?? TestServer.shared).makeDatabase(options)
    self.version = version
    try write(models: models)
    if version == 7 {
      try folder.write(
        """
        export default {
          schema: "prisma/schema.prisma",
          migrations: { path: "prisma/migrations" },
          datasource: { url: process.env["DATABASE_URL"] },
        }

        """, to: "prisma.config.ts")
    }
  }

  private let version: Int

  /// Writes the schema.
  func write(models: String) throws {
    let url = version == 7 ? "" : "  url      = env(\"DATABASE_URL\")\n"
    try folder.write(
      "datasource db {\n  provider = \"postgresql\"\n\(url)}\n\n\(models)",
      to: "prisma/schema.prisma")
  }

  /// Writes a migration by hand.
  func write(migration name: String, _ sql: String) throws {
    try folder.write(sql, to: "prisma/migrations/\(name)/migration.sql")
  }

  /// The names of the migrations in the folder, in byte order.
  var migrations: [String] {
    let path = folder.url.appending(path: "prisma/migrations").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0 != "migration_lock.toml" }.sorted()
  }

  /// The rows of `_prisma_migrations` in the order of their start: name, then what became of it.
  func records() throws -> [String] {
    try database.run(
      """
      SELECT migration_name, CASE WHEN rolled_back_at IS NOT NULL THEN 'rolled back'
        WHEN finished_at IS NOT NULL THEN 'applied ' || applied_steps_count ELSE 'failed' END
      FROM _prisma_migrations ORDER BY started_at
      """
    ).split(separator: "\n").map(String.init)
  }

  /// The tables of the schema `public` but for Prisma's, in byte order.
  func tables() throws -> [String] {
    try database.run(
      """
      SELECT tablename FROM pg_tables WHERE schemaname = 'public'
        AND tablename <> '_prisma_migrations' ORDER BY tablename COLLATE "C"
      """
    ).split(separator: "\n").map(String.init)
  }

  // MARK: Running

  struct Result {
    let exitCode: Int32
    /// What went to standard output.
    let output: String
    /// What went to standard error, questions included.
    let errors: String
  }

  /// Runs a command without a terminal.
  func run(
    _ words: String..., input: String = "", variables: [String: String] = [:]
  ) async -> Result {
    await run(words, answers: nil, input, variables)
  }

  /// Runs a command without a terminal.
  func run(words: [String]) async -> Result { await run(words, answers: nil, "", [:]) }

  /// Runs a command on a terminal; `nil` as an answer is Ctrl-C.
  func run(
    _ words: String..., answers: [String?], variables: [String: String] = [:]
  ) async -> Result {
    await run(words, answers: answers, "", variables)
  }

  private func run(
    _ words: [String], answers: [String?]?, _ input: String, _ variables: [String: String]
  ) async -> Result {
    let written = Mutex((output: "", errors: ""))
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
    let waiting = Mutex(answers ?? lines.dropLast().map { String($0) })
    let variables = variables.merging(["DATABASE_URL": database.url]) { given, _ in given }
    var environment = CommandEnvironment(
      workingDirectory: folder.path, variable: { variables[$0] },
      standardInput: { Array(input.utf8) }, isOutputTerminal: false, isErrorTerminal: false)
    environment.terminal = Terminal(
      write: { text in written.withLock { $0.output += text } },
      note: { text in written.withLock { $0.errors += text } },
      readLine: {
        waiting.withLock { answers in
          if answers.isEmpty { return .end }
          return answers.removeFirst().map { .line($0) } ?? .interrupted
        }
      }, isInteractive: answers != nil)
    let (arguments, refusal) = Commands.parse(
      (words + ["--prisma-version", String(version)]).map { SystemPath($0) }, in: environment)
    var result = refusal
    if let arguments { result = await Commands.run(arguments, in: environment) }
    return written.withLock { written in
      Result(
        exitCode: result.exitCode,
        output: written.output + String(decoding: result.output, as: UTF8.self),
        errors: written.errors + String(decoding: result.errors, as: UTF8.self))
    }
  }
}

import Foundation
import Migration
import Postgres
import TestSupport
import Testing

@testable import MigrationHistory

/// Replayed histories of real projects beside what the same scripts leave in a PostgreSQL.
@Suite(
  .enabled(
    if: CorpusAvailability.isAvailable && TestServer.isAvailable,
    "\(CorpusAvailability.reason); \(TestServer.reason)"))
struct HistoryEqualityTests {
  /// A history that does not apply: the migration that fails, PostgreSQL's number of the error, and the
  /// extension that is missing.
  private struct Failure: Equatable {
    let migration: String
    let sqlState: String
    var missingExtension: String?
  }

  /// The histories that an empty PostgreSQL 15 with the extensions of contrib refuses.
  private static let failures: [String: Failure] = [
    "autogpt-platform/migrations": Failure(
      migration: "20260109181714_add_docs_embedding", sqlState: "0A000",
      missingExtension: "vector"),
    "civitai/migrations": Failure(
      migration: "20251117182613_post_metrics_denormalization", sqlState: "42703"),
    "formbricks/migrations": Failure(
      migration: "20241017124431_add_documents_and_insights", sqlState: "0A000",
      missingExtension: "vector"),
    "inflect-compliance/migrations": Failure(
      migration: "20260320214500_add_rls_onboarding_risk_suggestions", sqlState: "42704"),
    "keystone/examples/testing/migrations": Failure(
      migration: "20260713000000_init", sqlState: "42704"),
    "linen/migrations": Failure(
      migration: "20231003045126_pg_vector", sqlState: "0A000", missingExtension: "vector"),
    "luckydraw/head/migrations": Failure(
      migration: "20251027_add_winner_limit", sqlState: "42P01"),
    "prisma-examples/typescript/postgis-express/prisma/migrations": Failure(
      migration: "20210819135741_", sqlState: "0A000", missingExtension: "postgis"),
    "pulsate/postgresql/migrations": Failure(
      migration: "20230612135540_initial_deploy", sqlState: "42704"),
  ]

  /// The histories of which something is not followed, and is told so, with the number of lines that
  /// differ. One calls a function that alters tables, the other makes tables from queries of views.
  private static let partlyFollowed = [
    "autogpt-platform/migrations": 12, "civitai/migrations": 270,
  ]

  /// The folders of migrations for PostgreSQL, relative to `corpus/real`. Without `LONG_TESTS=1` only
  /// those with up to a hundred migrations.
  static let histories: [String] = {
    guard let root = CorpusAvailability.shared?.appending(path: "corpus/real") else { return [] }
    let isLong = ProcessInfo.processInfo.environment["LONG_TESTS"] == "1"
    let path = root.path(percentEncoded: false)
    var counts: [String: Int] = [:]
    for file in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? []
    where file.hasSuffix("/migration.sql") {
      let parts = file.split(separator: "/").dropLast(2)
      counts[parts.joined(separator: "/"), default: 0] += 1
    }
    return counts.filter { isLong || $0.value <= 100 }.keys.sorted().filter { history in
      let lock = CorpusAvailability.bytes(
        of: root.appending(path: history).appending(path: "migration_lock.toml"))
      return lock.isEmpty || MigrationLock(text: lock).provider == "postgresql"
    }
  }()

  @Test(arguments: histories) func leaveTheSame(history: String) async throws {
    let root = try #require(CorpusAvailability.shared).appending(path: "corpus/real")
    let directory = try MigrationsDirectory(
      reading: root.appending(path: history).path(percentEncoded: false))
    let scripts = try directory.scripts()
    let database = try #require(TestServer.shared).makeDatabase()
    let connection = try await Connection.open(try ConnectionURL(database.url))
    var failure: Failure?
    var applied = 0
    for script in scripts {
      do {
        try await connection.execute(String(decoding: script.bytes, as: UTF8.self))
        applied += 1
      } catch {
        let text = error.message
        failure = Failure(
          migration: script.migration, sqlState: error.sqlState ?? "",
          missingExtension: text.firstMatch(of: /extension "(\w+)" is not available/).map {
            String($0.1)
          })
        if await connection.isInTransaction { try await connection.execute("ROLLBACK") }
        break
      }
    }
    if try #require(TestServer.shared).majorVersion == 15 {
      #expect(failure == Self.failures[history])
    }
    var replay = Replay()
    try replay.apply(Array(scripts.prefix(applied)))
    let namespaces = try await connection.query(
      "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
    )
    let names = namespaces.rows.compactMap { $0.first ?? nil }.sorted()
    try await connection.execute("RESET search_path")
    let live = description(of: try await connection.catalogue(of: names).schema)
    let replayed = description(of: replay.schema(namespaces: names))
    let differences = replayed.difference(from: live)
    if let count = Self.partlyFollowed[history] {
      #expect(differences.count == count)
      #expect(!replay.findings.isEmpty)
      return
    }
    for difference in differences {
      switch difference {
      case .insert(_, let line, _): Issue.record("only replayed: \(line)")
      case .remove(_, let line, _): Issue.record("only in the database: \(line)")
      }
    }
  }
}

import Foundation
import SchemaFormatter
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import Diagnostics

/// After any sequence of edits an analyzer answers as one that sees the texts for the first time.
@Suite("Analysis after edits")
struct IncrementalTests {
  @Test("equals a fresh one", arguments: IncrementalFixtures.all)
  func fixtures(_ fixture: IncrementalFixtures) {
    let seed = TestRun.seed("IncrementalTests.fixtures")
    let rounds = TestRun.rounds(6, long: 400)
    for round in 0..<rounds {
      guard holds(fixture.files, seed: seed &+ UInt64(round), edits: 60) else { return }
    }
  }

  @Test(
    "equals a fresh one, with real schemas",
    .enabled(if: CorpusAvailability.isAvailable, Comment(rawValue: CorpusAvailability.reason)))
  func corpus() {
    let seed = TestRun.seed("IncrementalTests.corpus")
    var random = SeededGenerator(seed: seed)
    let all = CorpusSchemas.all.filter { $0.size < (TestRun.isLong ? 400_000 : 16_000) }
    for round in 0..<TestRun.rounds(6, long: 400) {
      guard let schema = random.pick(all) else { return }
      guard holds(schema.files, seed: seed &+ UInt64(round), edits: 30, name: schema.name) else {
        return
      }
    }
  }

  /// Edits a schema and compares after each edit; false after the first difference.
  private func holds(
    _ texts: [(path: String, text: String)], seed: UInt64, edits: Int, name: String = ""
  ) -> Bool {
    var random = SeededGenerator(seed: seed)
    let version = random.pick(PrismaVersion.allCases) ?? .seven
    var session = SchemaSession(texts, version: version, random: random)
    var analyzer = SchemaAnalyzer()
    analyzer.update(files: session.sources, version: session.version)
    var before = session.texts
    for number in 0..<edits {
      session.edit()
      analyzer.update(files: session.sources, version: session.version)
      if let difference = difference(analyzer, session) {
        let text = before.utf8.count < 20_000 ? "\n\(before)\n====\n\(session.texts)" : ""
        Issue.record(
          "\(name) seed \(seed), edit \(number), \(session.lastEdit):\n\(difference)\(text)")
        return false
      }
      before = session.texts
    }
    return true
  }

  private func difference(_ analyzer: SchemaAnalyzer, _ session: SchemaSession) -> String? {
    var fresh = SchemaAnalyzer()
    fresh.update(files: session.freshSources, version: session.version)
    return SchemaAnswers.difference(
      SchemaAnswers.lines(of: analyzer.schema), SchemaAnswers.lines(of: fresh.schema))
      ?? SchemaAnswers.difference(
        SchemaAnswers.diagnostics(of: analyzer), SchemaAnswers.diagnostics(of: fresh))
      ?? SchemaAnswers.difference(
        analyzer.schema.relationInsertions().map { "\($0)" },
        fresh.schema.relationInsertions().map { "\($0)" })
  }
}

/// The schemas of real projects.
enum CorpusSchemas {
  struct Schema: Sendable {
    let name: String
    let files: [(path: String, text: String)]
    var size: Int { files.reduce(0) { $0 + $1.text.utf8.count } }
  }

  /// One schema a folder, that of several files included.
  static let all: [Schema] = {
    var folders: [String: [(path: String, text: String)]] = [:]
    var lone: [Schema] = []
    for url in CorpusAvailability.schemas(under: "real") {
      let text = String(decoding: CorpusAvailability.bytes(of: url), as: UTF8.self)
      let path = url.path(percentEncoded: false)
      let folder = url.deletingLastPathComponent()
      if folder.lastPathComponent == "schema" || folder.path().contains("/schema/") {
        folders[folder.path(percentEncoded: false), default: []].append((path, text))
      } else {
        lone.append(Schema(name: path, files: [(path, text)]))
      }
    }
    return lone + folders.sorted { $0.key < $1.key }.map { Schema(name: $0.key, files: $0.value) }
  }()
}

import Foundation
import Migration
import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// The reference's own migration tests.
@Suite(.enabled(if: CorpusAvailability.isAvailable, Comment(rawValue: CorpusAvailability.reason)))
struct MigrationCorpusTests {
  /// A test of the reference: a change of a schema and its script.
  struct Case: Decodable {
    var id: String
    var provider: String
    /// Whether the schema needs types that the host of the reference's engine declares.
    var needsHostExtensionTypes: Bool?
    var diff: String
  }

  /// The reference's answer is older than the profile that it is compared with: schemas that nothing
  /// lies in were created up to Prisma 6.2.
  private static let outdated: Set<String> = ["single/postgres/multi_schema_unused_namespace"]

  private static var cases: [(folder: URL, Case)] {
    guard let root = CorpusAvailability.shared?.appending(path: "corpus/migrations") else {
      return []
    }
    let paths =
      FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?
      .compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix("/case.json") }.sorted().compactMap { path in
      let file = root.appending(path: path)
      let value = try? JSONDecoder().decode(
        Case.self, from: Data(CorpusAvailability.bytes(of: file)))
      return value.map { (file.deletingLastPathComponent(), $0) }
    }
  }

  @Test func `scripts are those of the reference's tests`() throws {
    var compared: [String: Int] = [:]
    for (folder, value) in Self.cases
    where ["postgresql", "cockroachdb", "sqlite"].contains(value.provider)
      && value.needsHostExtensionTypes != true && !Self.outdated.contains(value.id)
    {
      let next = try structure(in: folder, "schema.prisma")
      let previous =
        value.diff == "schema->schema"
        ? try structure(in: folder, "from.prisma")
        : SQLSchema(dialect: next.dialect, origin: .empty)
      let script = SQLScript(Plan(from: previous, to: next), profile: .sixTwelve).text
      let expected = String(
        decoding: CorpusAvailability.bytes(of: folder.appending(path: "expected.sql")),
        as: UTF8.self)
      #expect(
        script.trimmingCharacters(in: .newlines)
          == withoutWarnings(expected).trimmingCharacters(in: .newlines),
        "\(value.id)")
      compared[value.provider, default: 0] += 1
    }
    #expect(compared == ["postgresql": 25, "cockroachdb": 14, "sqlite": 6])
  }

  private func structure(in folder: URL, _ file: String) throws -> SQLSchema {
    let text = CorpusAvailability.bytes(of: folder.appending(path: file))
    return try TestSupport.structure(
      String(decoding: text, as: UTF8.self), profile: .sixTwelve)
  }

  /// A migration's text without the comment that lists warnings before it.
  private func withoutWarnings(_ text: String) -> String {
    guard text.hasPrefix("/*\n  Warnings:"), let end = text.range(of: "\n*/\n") else { return text }
    return String(text[end.upperBound...])
  }
}

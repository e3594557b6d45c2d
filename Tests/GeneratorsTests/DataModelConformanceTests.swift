import Foundation
import Generators
import JSON
import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// The data model document equals what Prisma makes of the same schemas.
@Suite(.enabled(if: CorpusAvailability.isAvailable, "\(CorpusAvailability.reason)"))
struct DataModelConformanceTests {
  @Test func `documents of real schemas equal those of Prisma 7's engine`() throws {
    let lines = try Recordings.text("goldens/psl/dmmf-v7.jsonl.gz").split(separator: "\n")
    #expect(lines.count >= 40)
    for line in lines {
      let record = try Recordings.object(line)
      let id = record["id"] as? String ?? ""
      let files = try Recordings.files(of: record)
      let document = try Recordings.document(of: files, version: .seven)
      let difference = Recordings.difference(document, record["datamodel"] ?? "")
      #expect(difference == nil, "\(id): \(difference ?? "")")
    }
  }

  @Test(arguments: Recordings.generate)
  func `documents and operations equal those that generators were sent`(name: String) throws {
    let text = try Recordings.text("goldens/workflow/generate/\(name)")
    let record = try Recordings.object(text[...])
    let major = (record["cli"] as? String)?.prefix(1) ?? ""
    let version = try #require(PrismaVersion(rawValue: String(major)))
    let requests = record["requests"] as? [[String: Any]] ?? []
    var count = 0
    for request in requests {
      guard let parameters = request["params"] as? [String: Any],
        let dmmf = parameters["dmmf"] as? [String: Any],
        let source = parameters["datamodel"] as? String
      else { continue }
      count += 1
      let files = [SourceFile(path: "schema.prisma", tree: Recordings.tree(source, version))]
      let document = try Recordings.document(of: files, version: version)
      let difference = Recordings.difference(document, dmmf["datamodel"] ?? "")
      #expect(difference == nil)
      let operations = try Recordings.operations(of: files, version: version)
      let other = Recordings.difference(operations, dmmf["mappings"] ?? "")
      #expect(other == nil)
    }
    #expect(count > 0)
  }
}

/// Reads what Prisma answered.
enum Recordings {
  /// The names of the recordings of `generate`.
  static let generate: [String] = {
    guard let folder = CorpusAvailability.shared?.appending(path: "goldens/workflow/generate")
    else {
      return []
    }
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    return (names ?? []).filter { $0.hasSuffix(".json.gz") }.sorted()
  }()

  /// The text of a packed file.
  static func text(_ path: String) throws -> String {
    let file = try #require(CorpusAvailability.shared).appending(path: path)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path(percentEncoded: false)]
    let pipe = Foundation.Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  static func object(_ text: Substring) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  static func tree(_ text: String, _ version: PrismaVersion) -> SyntaxTree {
    SyntaxTree.parsed(Array(text.utf8), dialect: version.dialect)
  }

  /// The files of a record of the corpus, with its edits.
  static func files(of record: [String: Any]) throws -> [SourceFile] {
    let corpus = try #require(CorpusAvailability.shared).appending(path: "corpus")
    let names = record["files"] as? [String] ?? []
    let edits = record["edits"] as? [String: Any] ?? [:]
    return names.map { name in
      var bytes = CorpusAvailability.bytes(of: corpus.appending(path: name))
      let list = (edits[name] ?? record["edits"]) as? [[Any]] ?? []
      for edit in list.reversed() {
        guard edit.count == 3, let start = edit[0] as? Int, let end = edit[1] as? Int,
          let text = edit[2] as? String
        else { continue }
        bytes.replaceSubrange(start..<end, with: Array(text.utf8))
      }
      return SourceFile(path: name, tree: SyntaxTree.parsed(bytes, dialect: .prisma7))
    }
  }

  private static func schema(of files: [SourceFile], version: PrismaVersion) -> Schema {
    var schema = Schema()
    _ = schema.update(files: files, version: version)
    return schema
  }

  static func document(of files: [SourceFile], version: PrismaVersion) throws -> Any {
    var writer = JSONWriter()
    DataModelDocument(schema(of: files, version: version)).write(to: &writer)
    return try JSONSerialization.jsonObject(with: Data(writer.bytes))
  }

  static func operations(of files: [SourceFile], version: PrismaVersion) throws -> Any {
    var writer = JSONWriter()
    OperationNames(schema(of: files, version: version)).write(to: &writer)
    return try JSONSerialization.jsonObject(with: Data(writer.bytes))
  }

  /// Where two JSON values first differ, nil when they are equal.
  static func difference(_ left: Any, _ right: Any, at path: String = "") -> String? {
    if let left = left as? [String: Any], let right = right as? [String: Any] {
      for key in Set(left.keys).union(right.keys).sorted() {
        guard let first = left[key] else { return "\(path).\(key) is missing" }
        guard let second = right[key] else { return "\(path).\(key) is not in the original" }
        if let found = difference(first, second, at: "\(path).\(key)") { return found }
      }
      return nil
    }
    if let left = left as? [Any], let right = right as? [Any] {
      for (index, pair) in zip(left, right).enumerated() {
        let name = (pair.1 as? [String: Any])?["name"] as? String
        if let found = difference(pair.0, pair.1, at: "\(path)[\(index) \(name ?? "")]") {
          return found
        }
      }
      return left.count == right.count
        ? nil : "\(path) has \(left.count) elements, not \(right.count)"
    }
    let isEqual = (left as? NSObject)?.isEqual(right) ?? false
    return isEqual ? nil : "\(path) is \(left), not \(right)"
  }
}

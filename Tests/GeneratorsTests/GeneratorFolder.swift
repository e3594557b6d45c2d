import Foundation
import SchemaModel
import SchemaParser
import Testing

@testable import Generators

/// A folder with a schema and generators written for a test; it is removed with the object.
final class GeneratorFolder {
  /// Its absolute path.
  let path: String

  init() throws {
    let name = "generators-\(UUID().uuidString)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file, empty where there is none.
  func text(of name: String) -> String {
    (try? String(contentsOf: URL(filePath: path).appending(path: name), encoding: .utf8)) ?? ""
  }

  /// The requests that generators have kept in a file, a line each.
  func requests(in name: String) throws -> [[String: Any]] {
    try text(of: name).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// Writes a generator in the shell's language: it keeps each request in `NAME.requests`, and answers.
  ///
  /// - Parameters:
  ///   - manifest: the JSON of its manifest.
  ///   - generate: what it does when it is to generate; the request's id is `$id`.
  func writeGenerator(
    _ name: String, manifest: String = #"{"prettyName":"Test","defaultOutput":"out"}"#,
    generate: String = "answer '\"result\":null'"
  ) throws {
    let script = #"""
      answer() { printf '{"jsonrpc":"2.0",%s,"id":%s}\n' "$1" "$id" >&2; }
      while IFS= read -r line; do
        printf '%s\n' "$line" >> "\#(path)/\#(name).requests"
        id=${line##*'"id":'}
        id=${id%\}}
        case $line in
        *'"method":"getManifest"'*) answer '"result":{"manifest":\#(manifest)}' ;;
        *) \#(generate) ;;
        esac
      done
      """#
    try write(script, to: name)
  }

  /// The project of a schema of one file, `prisma/schema.prisma`.
  func project(
    _ schema: String, version: PrismaVersion = .six, variables: [String: String] = [:]
  ) -> GeneratorProject {
    project([("schema.prisma", schema)], version: version, variables: variables)
  }

  /// The project of the files of a schema.
  func project(
    _ files: [(name: String, text: String)], version: PrismaVersion = .six,
    variables: [String: String] = [:]
  ) -> GeneratorProject {
    var schema = Schema()
    _ = schema.update(
      files: files.map { name, text in
        SourceFile(
          path: name, tree: SyntaxTree.parsed(Array(text.utf8), dialect: version.dialect))
      }, version: version)
    let paths = files.map { "\(path)/prisma/\($0.name)" }
    return GeneratorProject(
      schema: schema, files: zip(paths, files).map { ($0, Array($1.text.utf8)) },
      path: files.count == 1 ? paths[0] : "\(path)/prisma", workingDirectory: path,
      variable: { variables[$0] }, addedVariables: variables)
  }

  /// Runs all generators of a project; returns what became of each.
  func run(
    _ project: GeneratorProject, patience: @escaping () -> Int? = { nil }
  ) throws(GeneratorFailure) -> [GeneratorRun.Member] {
    let run = GeneratorRun(
      project, project.generators, printing: .nowhere, patience: patience)
    defer { run.end() }
    try run.start()
    for index in run.generators.indices { try run.generate(index) }
    return run.generators
  }

  /// Runs all generators of a project, which must fail.
  func failure(
    _ project: GeneratorProject, patience: @escaping () -> Int? = { nil }
  ) throws -> GeneratorFailure {
    try #require(throws: GeneratorFailure.self) { try run(project, patience: patience) }
  }
}

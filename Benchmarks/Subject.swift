import Diagnostics
import Foundation
import Migration
import SchemaFormatter
import SchemaModel
import SchemaParser

/// What is measured: one call for each thing that users wait for, over the files of one schema.
struct Subject {
  /// The names and texts of the files, sorted by path.
  let files: [(path: String, text: [UInt8])]
  let version: PrismaVersion

  /// Reads a file, or all `.prisma` files of a folder; nil when there is none.
  init?(path: String, version: PrismaVersion) {
    let manager = FileManager.default
    var paths = [path]
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      let found = manager.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      paths = found.filter { $0.hasSuffix(".prisma") }.sorted().map { path + "/" + $0 }
    }
    files = paths.compactMap { path in
      manager.contents(atPath: path).map { (path, [UInt8]($0)) }
    }
    self.version = version
    if files.isEmpty { return nil }
  }

  /// The size of all files in bytes.
  var byteCount: Int { files.reduce(0) { $0 + $1.text.count } }

  /// The trees of all files.
  func parse() -> [SourceFile] {
    files.map { path, text in
      SourceFile(path: path, tree: SyntaxTree.parsed(text, dialect: version.dialect))
    }
  }

  /// From text to diagnostics, with nothing known before.
  func validate() -> SchemaAnalyzer {
    var analyzer = SchemaAnalyzer()
    analyzer.update(files: parse(), version: version)
    blackHole(analyzer.diagnostics().count)
    return analyzer
  }

  /// From text to canonical text, missing parts of relations inserted, as on the command line.
  func format() {
    var schema = Schema()
    _ = schema.update(files: parse(), version: version)
    for (file, insertions) in zip(schema.files, schema.relationInsertions()) {
      blackHole(file.tree.formatted(inserting: insertions).count)
    }
  }

  /// From the texts of two schemas to the SQL between them; nil before is nothing.
  func migrate(from before: Subject?) {
    guard let next = structure() else { return }
    let previous = before?.structure() ?? SQLSchema(dialect: next.dialect, origin: .empty)
    let plan = Plan(from: previous, to: next)
    blackHole(SQLScript(plan, profile: .sevenTen).text.utf8.count)
  }

  private func structure() -> SQLSchema? {
    var schema = Schema()
    _ = schema.update(files: parse(), version: version)
    return SQLSchema(schema, profile: .sevenTen)
  }

  /// From text to canonical text, the layout alone.
  func layout() {
    for file in parse() { blackHole(file.tree.formatted().count) }
  }
}

/// An open schema in which someone types.
struct TypingSession {
  private var analyzer: SchemaAnalyzer
  private var files: [SourceFile]
  private let version: PrismaVersion
  private let file: Int
  private let offset: Int
  private var isTyped = false

  /// Opens the schema and puts the cursor behind the name of the field in the middle of its largest
  /// file.
  init(_ subject: Subject) {
    analyzer = subject.validate()
    version = subject.version
    files = subject.parse()
    let texts = subject.files.map(\.text)
    file = texts.indices.max { texts[$0].count < texts[$1].count } ?? 0
    offset = Self.endOfFieldName(near: texts[file].count / 2, in: files[file].tree)
    analyzer.update(files: files, version: version)
  }

  /// Types a letter, or takes it away again, and asks for the diagnostics.
  mutating func keystroke() {
    let edit =
      isTyped
      ? TextEdit(range: TextRange(offset, offset + 1), replacement: [])
      : TextEdit(range: TextRange(offset, offset), replacement: "x")
    isTyped.toggle()
    var tree = files[file].tree
    blackHole(tree.apply(edit).parsedByteCount)
    files[file] = SourceFile(path: files[file].path, tree: tree)
    analyzer.update(files: files, version: version)
    blackHole(analyzer.diagnostics().count)
  }

  private static func endOfFieldName(near offset: Int, in tree: SyntaxTree) -> Int {
    let first = tree.blockIndex(at: offset) ?? 0
    for (block, start) in zip(tree.blocks[first...], tree.starts[first...]) {
      for (index, node) in block.nodes.enumerated() where node.kind == .field {
        if start + node.start < offset { continue }
        if let name = Syntax(block: block, index: index).first(.name) {
          return start + name.range.end
        }
      }
    }
    return tree.count
  }
}

/// Uses a result, so that the optimizer can't leave out what made it.
@inline(never)
func blackHole(_ value: Int) {
  if value == Int.min { print(value) }
}

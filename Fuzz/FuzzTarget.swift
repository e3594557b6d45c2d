import Diagnostics
import Foundation
import SchemaFormatter
import SchemaModel
import SchemaParser

/// One input of libFuzzer: a schema, and in its last five bytes an edit of it.
///
/// Parses, edits, and stops the fuzzer when the result is not that of a full parse, or when the
/// diagnostics after the edit are not those of the new text alone. Formats both.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var text = Array(UnsafeBufferPointer(start: start, count: count))
  guard let (edit, version) = takeEdit(from: &text) else { return 0 }

  var tree = SyntaxTree.parsed(text, dialect: version.dialect)
  expect(TreeProperties.problem(of: tree, text: text), in: text, edit)
  var analyzer = SchemaAnalyzer()
  analyzer.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: version)
  _ = analyzer.diagnostics()
  format(analyzer.schema, text, edit)

  _ = tree.apply(edit)
  let edited = TreeProperties.edited(text, by: edit)
  let full = SyntaxTree.parsed(edited, dialect: version.dialect)
  expect(TreeProperties.problem(of: tree, text: edited), in: text, edit)
  expect(TreeProperties.difference(tree, full), in: text, edit)

  analyzer.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: version)
  var fresh = SchemaAnalyzer()
  fresh.update(files: [SourceFile(path: "schema.prisma", tree: full)], version: version)
  let incremental = describe(analyzer.diagnostics())
  let whole = describe(fresh.diagnostics())
  if incremental != whole {
    expect("diagnostics\n\(incremental)\ninstead of\n\(whole)", in: text, edit)
  }
  format(analyzer.schema, text, edit)
  return 0
}

/// The edit in the last five bytes: place (two), bytes removed, piece inserted, version.
private func takeEdit(from text: inout [UInt8]) -> (edit: TextEdit, version: PrismaVersion)? {
  guard text.count >= 5 else { return nil }
  let last = Array(text.suffix(5))
  text.removeLast(5)
  let place = (Int(last[0]) << 8 | Int(last[1])) % (text.count + 1)
  let pieces = SchemaEdits.pieces
  let edit = TextEdit(
    range: TextRange(place, place + Int(last[2]) % 32),
    replacement: pieces[Int(last[3]) % pieces.count])
  return (edit, last[4] & 1 == 0 ? .six : .seven)
}

/// Formats as the command line does.
private func format(_ schema: Schema, _ text: [UInt8], _ edit: TextEdit) {
  for (file, insertions) in zip(schema.files, schema.relationInsertions()) {
    let formatted = file.tree.formatted(inserting: insertions)
    expect(formatted.last == 0x0A ? nil : "no line end after formatting", in: text, edit)
  }
}

private func describe(_ files: [FileDiagnostics]) -> String {
  files.flatMap(\.diagnostics).map { "\($0)" }.joined(separator: "\n")
}

/// Stops the fuzzer, which keeps the input, when there is a `problem`.
private func expect(_ problem: String?, in text: [UInt8], _ edit: TextEdit) {
  guard let problem else { return }
  let shown = String(decoding: text, as: UTF8.self).debugDescription
  let inserted = String(decoding: edit.replacement, as: UTF8.self).debugDescription
  print("\(problem)\ntext: \(shown)\nedit: \(edit.range) → \(inserted)")
  abort()
}

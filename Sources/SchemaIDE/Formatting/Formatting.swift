import SchemaFormatter
import SchemaModel
import SchemaParser

extension Analysis {
  /// The canonical text of each file, with the missing parts of relations.
  package func formatted(_ options: FormatOptions = FormatOptions()) -> [[UInt8]] {
    zip(files, schema.relationInsertions()).map { $0.tree.formatted(inserting: $1, options) }
  }

  /// The edits that give a file its canonical text: as few and as small as can be found, sorted, none
  /// if nothing changes. Ranges count UTF-8 bytes from the start of the file. The line ends of the file
  /// are kept.
  ///
  /// - Parameters:
  ///   - file: the index in ``files``.
  ///   - insertsMissingRelations: whether the missing parts of relations are added, in this file.
  ///   - range: where edits are wanted, nil for everywhere.
  package func formattingEdits(
    of file: Int, _ options: FormatOptions, insertsMissingRelations: Bool,
    touching range: TextRange? = nil
  ) -> [TextEdit] {
    guard files.indices.contains(file) else { return [] }
    let tree = files[file].tree
    var insertions: [TextEdit] = []
    if insertsMissingRelations {
      let all = schema.relationInsertions()
      if all.indices.contains(file) { insertions = all[file] }
    }
    let edits = LineDiff.edits(
      from: tree.bytes, to: tree.formatted(inserting: insertions, options))
    guard let range else { return edits }
    return edits.filter { $0.range.start <= range.end && range.start <= $0.range.end }
  }
}

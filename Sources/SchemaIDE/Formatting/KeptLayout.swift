import SchemaFormatter
import SchemaModel
import SchemaParser

extension Analysis {
  /// A change after which files are in their canonical layout that were so before: what it adds is aligned
  /// with what stands around it. The order of attributes is left alone.
  ///
  /// Takes time proportional to the files that change, so this is for a change that somebody has chosen.
  public func keepingLayout(_ edit: SchemaEdit) -> SchemaEdit {
    // What can be left out by the user has to stay apart.
    guard edit.annotations.isEmpty else { return edit }
    var result = SchemaEdit()
    result.newFiles = edit.newFiles
    for index in edit.changedFiles where files.indices.contains(index) {
      let tree = files[index].tree
      var edits = edit.edits(ofFile: index)
      let options = layoutOptions(ofFile: index, around: edits)
      let before = tree.bytes
      if LineDiff.edits(from: before, to: tree.formatted(options)).isEmpty {
        var changed = tree
        for edit in edits.reversed() { _ = changed.apply(edit) }
        edits = LineDiff.edits(from: before, to: changed.formatted(options))
      }
      for edit in edits {
        result.replace(
          FileRange(file: index, range: edit.range),
          with: String(decoding: edit.replacement, as: UTF8.self))
      }
    }
    return result
  }

  /// How the declaration of the first change is indented.
  private func layoutOptions(ofFile file: Int, around edits: [TextEdit]) -> FormatOptions {
    var options = FormatOptions(attributeOrder: .keep)
    guard let cursor = edits.first.flatMap({ cursor(at: $0.range.start, inFile: file) }) else {
      return options
    }
    let indent = BlockEditor(file: file, block: cursor.block, start: cursor.blockStart).indent
    options.usesTabs = indent.utf8.first == 0x09
    options.indentWidth = indent.utf8.count
    return options
  }
}

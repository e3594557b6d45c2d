import LanguageServerProtocol
import SchemaFormatter
import SchemaIDE
import SchemaParser

/// `textDocument/formatting` and `textDocument/rangeFormatting`.
extension Server {
  func formatting(_ params: DocumentFormattingParams, _ id: RequestID) {
    let memory = formattingMemory
    answer(id, about: params.textDocument, in: .long) { query throws(ResponseError) in
      query.edits(try query.formattingEdits(query.options(params.options), memory))
    }
  }

  func rangeFormatting(_ params: DocumentRangeFormattingParams, _ id: RequestID) {
    answer(id, about: params.textDocument, in: .long) { query in
      query.edits(
        query.formattingEdits(
          query.options(params.options), touching: query.range(of: params.range)))
    }
  }
}

extension DocumentQuery {
  fileprivate func options(_ options: FormattingOptions) -> FormatOptions {
    FormatOptions(
      indentWidth: options.tabSize, usesTabs: !options.insertSpaces,
      attributeOrder: schema.settings.attributeOrder, brokenParts: .keep)
  }

  fileprivate func edits(
    _ edits: [SchemaParser.TextEdit]
  ) -> [LanguageServerProtocol.TextEdit] {
    schema.textEdits(edits, inFile: file)
  }

  /// The edits that format the document, as few and as small as can be found; none if nothing changes.
  fileprivate func formattingEdits(
    _ options: FormatOptions, _ memory: FormattingMemory
  ) throws(ResponseError) -> [SchemaParser.TextEdit] {
    if let edits = insertingEdits(options) { return edits }
    let known = memory.last(of: path).flatMap { $0.options == options ? $0 : nil }
    var isSettled =
      known?.settled(in: tree.blocks) ?? [Bool](repeating: false, count: tree.blocks.count)
    // The last one goes along always, since the end of the file is looked at behind it.
    var wanted = Array(isSettled.indices(of: false).ranges)
    if wanted.last?.upperBound != isSettled.count {
      wanted.append(max(0, isSettled.count - 1)..<isSettled.count)
    }
    let parts = wanted.flatMap { tree.parts(of: $0) }
    let changes = try schema.inParts(parts) {
      analysis.layoutChanges(ofFile: file, $0, options)
    }
    for (blocks, changes) in zip(parts, changes) {
      isSettled.replaceSubrange(blocks, with: changes.isSettled)
    }
    guard schema.interest.isThere else { throw .contentModified }
    memory.keep(
      KnownLayout(options: options, blocks: tree.blocks, isSettled: isSettled), of: path)
    return changes.flatMap(\.edits)
  }

  /// Those of them that touch a part of the document.
  fileprivate func formattingEdits(
    _ options: FormatOptions, touching range: TextRange
  ) -> [SchemaParser.TextEdit] {
    var edits = insertingEdits(options)
    if edits == nil {
      let first = tree.blockIndex(at: range.start) ?? 0
      let end = min((tree.blockIndex(at: range.end) ?? 0) + 2, tree.blocks.count)
      // What follows the part up to the next item may begin in it.
      edits = analysis.layoutChanges(ofFile: file, first..<end, options).edits
    }
    return (edits ?? []).filter { $0.range.start <= range.end && range.start <= $0.range.end }
  }

  private func insertingEdits(_ options: FormatOptions) -> [SchemaParser.TextEdit]? {
    schema.settings.insertsMissingRelations ? analysis.insertingEdits(of: file, options) : nil
  }
}

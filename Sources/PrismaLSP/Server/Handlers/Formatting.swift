import LanguageServerProtocol
import SchemaFormatter
import SchemaIDE

/// `textDocument/formatting` and `textDocument/rangeFormatting`.
extension Server {
  func formatting(_ params: DocumentFormattingParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.formattingEdits(params.options, touching: nil) }
  }

  func rangeFormatting(_ params: DocumentRangeFormattingParams, _ id: RequestID) {
    answer(id, about: params.textDocument) {
      $0.formattingEdits(params.options, touching: params.range)
    }
  }
}

extension DocumentQuery {
  /// The edits that format the document, as few and as small as can be found; none if nothing changes.
  ///
  /// - Parameter range: where edits are wanted, nil for everywhere.
  fileprivate func formattingEdits(
    _ options: FormattingOptions, touching range: PositionRange?
  ) -> [TextEdit] {
    let edits = analysis.formattingEdits(
      of: file,
      FormatOptions(
        indentWidth: options.tabSize, usesTabs: !options.insertSpaces,
        attributeOrder: schema.settings.attributeOrder),
      insertsMissingRelations: schema.settings.insertsMissingRelations,
      touching: range.map { self.range(of: $0) })
    return schema.textEdits(edits, inFile: file)
  }
}

import LanguageServerProtocol
import SchemaFormatter
import SchemaIDE

/// `textDocument/onTypeFormatting`.
extension Server {
  func onTypeFormatting(_ params: DocumentOnTypeFormattingParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query in
      let offset = query.offset(of: params.position)
      let options = FormatOptions(
        indentWidth: params.options.tabSize, usesTabs: !params.options.insertSpaces,
        brokenParts: .keep)
      let edits =
        params.ch == "}"
        ? query.analysis.edits(afterBraceBefore: offset, inFile: query.file, options)
        : query.analysis.edits(afterNewlineBefore: offset, inFile: query.file, options)
      return query.schema.textEdits(edits, inFile: query.file)
    }
  }
}

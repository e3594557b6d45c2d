import LanguageServerProtocol
import SchemaFormatter
import SchemaIDE
import SchemaModel
import SchemaParser

/// `textDocument/formatting` and `textDocument/rangeFormatting`.
extension Server {
  func formatting(_ params: DocumentFormattingParams, _ id: RequestID) {
    wait(id, .formatting(params.textDocument.uri.fileID, params.options, nil))
  }

  func rangeFormatting(_ params: DocumentRangeFormattingParams, _ id: RequestID) {
    wait(id, .formatting(params.textDocument.uri.fileID, params.options, params.range))
  }

  /// Formats a document away from the actor.
  ///
  /// - Parameters:
  ///   - analysis: knows the newest text of the document's schema.
  ///   - range: where edits are wanted, nil for everywhere.
  func format(
    _ file: FileID, _ analysis: Analysis, _ options: FormattingOptions,
    _ range: PositionRange?, _ id: RequestID
  ) {
    guard let document = documents[file] else {
      finish(id, with: ResponseError(.requestFailed, "the document is not open"))
      return
    }
    let settings = settings(for: file)
    let job = FormattingJob(
      analysis: analysis, file: file, conversions: conversions,
      options: FormatOptions(
        indentWidth: options.tabSize, usesTabs: !options.insertSpaces,
        attributeOrder: settings.attributeOrder),
      insertsMissingRelations: settings.insertsMissingRelations,
      range: range)
    let version = document.version
    begin(
      id,
      Task(priority: .userInitiated) { @concurrent in
        let edits = job.edits()
        await self.finishFormatting(id, file, version, edits)
      })
  }

  private func finishFormatting(
    _ id: RequestID, _ file: FileID, _ version: Int, _ edits: [LanguageServerProtocol.TextEdit]
  ) {
    if documents[file]?.version == version {
      finish(id, with: edits)
    } else {
      finish(id, with: ResponseError(.contentModified, "the document has changed"))
    }
  }
}

/// What is needed to format a document.
struct FormattingJob: Sendable {
  /// Knows the newest text of the document's schema.
  let analysis: Analysis
  /// The document.
  let file: FileID
  /// What positions count.
  let conversions: Conversions
  /// How to lay it out.
  let options: FormatOptions
  /// Whether the missing parts of relations are added.
  let insertsMissingRelations: Bool
  /// Where edits are wanted, nil for everywhere.
  let range: PositionRange?

  /// The edits, as few and as small as can be found; none if nothing changes.
  func edits() -> [LanguageServerProtocol.TextEdit] {
    guard let index = analysis.fileIndex(of: file) else { return [] }
    let tree = analysis.files[index].tree
    let edits = analysis.formattingEdits(
      of: index, options, insertsMissingRelations: insertsMissingRelations,
      touching: range.map { conversions.range(of: $0, in: tree) })
    return zip(edits, conversions.ranges(of: edits.map(\.range), in: tree)).map { edit, range in
      LanguageServerProtocol.TextEdit(
        range: range, newText: String(decoding: edit.replacement, as: UTF8.self))
    }
  }
}

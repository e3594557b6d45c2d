import Diagnostics
import LanguageServerProtocol
import SchemaFormatter
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
  ///   - analyzer: knows the newest text of the document's schema.
  ///   - range: where edits are wanted, nil for everywhere.
  func format(
    _ file: FileID, _ analyzer: SchemaAnalyzer, _ options: FormattingOptions,
    _ range: PositionRange?, _ id: RequestID
  ) {
    guard let document = documents[file] else {
      finish(id, with: ResponseError(.requestFailed, "the document is not open"))
      return
    }
    let settings = settings(for: file)
    let job = FormattingJob(
      file: file, tree: document.tree, conversions: conversions,
      options: FormatOptions(
        indentWidth: options.tabSize, usesTabs: !options.insertSpaces,
        attributeOrder: settings.attributeOrder),
      schema: settings.insertsMissingRelations ? analyzer.schema : nil,
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
  /// The document and its text.
  let file: FileID
  let tree: SyntaxTree
  /// What positions count.
  let conversions: Conversions
  /// How to lay it out.
  let options: FormatOptions
  /// The schema whose missing relations are inserted, nil for none.
  let schema: Schema?
  /// Where edits are wanted, nil for everywhere.
  let range: PositionRange?

  /// The edits, as few and as small as can be found; none if nothing changes.
  func edits() -> [LanguageServerProtocol.TextEdit] {
    var insertions: [SchemaParser.TextEdit] = []
    if let schema, let index = schema.files.firstIndex(where: { $0.path == file }) {
      insertions = schema.relationInsertions()[index]
    }
    let formatted = tree.formatted(inserting: insertions, options)
    var edits = LineDiff.edits(from: tree.bytes, to: formatted)
    if let range {
      let wanted = conversions.range(of: range, in: tree)
      edits = edits.filter { $0.range.start <= wanted.end && wanted.start <= $0.range.end }
    }
    return zip(edits, conversions.ranges(of: edits.map(\.range), in: tree)).map { edit, range in
      LanguageServerProtocol.TextEdit(
        range: range, newText: String(decoding: edit.replacement, as: UTF8.self))
    }
  }
}

import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Silences a warning or hint where it stands, by a comment.
  static let ignoreByComment = QuickFix(
    "Ignore by a comment",
    rules: RuleCatalog.all.filter { $0.severity != .error }.map(\.id)
  ) { context in
    let id = context.diagnostic.id
    return [
      context.fix("Ignore `\(id)` here") { edit in
        let lines = LineLayout(context.block)
        let line = lines.start(of: context.range.start)
        let place = context.cursor.fileRange(TextRange(line, line))
        let indent = context.block.text(lines.indent(of: context.range.start))
        edit.insert(
          "\(indent)// prisma-lsp-ignore \(id): \(lines.lineEnd)", at: place.range.start,
          inFile: place.file)
      }
    ]
  }
}

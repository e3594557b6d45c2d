import Diagnostics
import SchemaModel
import SchemaParser

/// What a line comment can begin with: the documentation of what follows, and what silences a finding.
extension CompletionRequest {
  func commentItems() -> [CompletionItem] {
    let isBare = context.word.prefix.hasPrefix("//")
    let isAlone =
      context.statement.tokens.first.map { $0.range.start == context.word.range.start } ?? false
    if context.word.prefix == "///" { return isAlone ? [documentationItem] : [] }
    return silencingItems(isBare: isBare) + (isBare && isAlone ? [documentationItem] : [])
  }

  private var documentationItem: CompletionItem {
    CompletionItem(
      "///", .text, text: "/// \(end: ())",
      detail: "documentation of what follows, for the client and generators")
  }

  /// For each warning or hint on the line, or on the next one, the comment that silences it.
  private func silencingItems(isBare: Bool) -> [CompletionItem] {
    let lines = linesInReach
    var seen: Set<String> = []
    return analysis.diagnostics(touching: lines, inFile: context.file).compactMap { found in
      guard found.severity != .error, lines.start <= found.range.start,
        seen.insert(found.id).inserted
      else { return nil }
      let comment: CompletionText = "prisma-lsp-ignore \(found.id): \(end: ())"
      var item = CompletionItem(
        "prisma-lsp-ignore \(found.id)", .text, text: isBare ? "// " + comment : comment,
        detail: found.message.text, rank: .first)
      if isBare { item.filterText = "// " + item.label }
      return item
    }
  }

  /// The line of the cursor and the one behind it.
  private var linesInReach: TextRange {
    let tree = analysis.files[context.file].tree
    guard let index = tree.blockIndex(at: context.offset) else {
      return TextRange(context.offset, context.offset)
    }
    let source = SourceText(tree, block: index)
    let start = source.lineStart(context.offset)
    guard let next = source.nextLine(context.offset) else {
      return TextRange(start, source.lineEnd(context.offset))
    }
    let behind = tree.blockIndex(at: next).map { SourceText(tree, block: $0) } ?? source
    return TextRange(start, behind.lineEnd(next))
  }
}

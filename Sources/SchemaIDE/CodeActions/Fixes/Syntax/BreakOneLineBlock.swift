import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Puts what stands in a block of one line on lines of its own.
  static let breakOneLineBlock = QuickFix(
    "Put what stands in a block of one line on lines of its own",
    rules: [
      "syntax-invalid-toplevel-line", "syntax-invalid-member-line", "syntax-invalid-enum-line",
      "syntax-invalid-config-line", "enum-empty", "datasource-provider-missing",
      "generator-provider-missing",
    ]
  ) { context in
    guard let (block, range) = context.oneLineBlock, !block.members.isEmpty else { return [] }
    let lineEnd = context.editor.lines.lineEnd
    let text = block.lines(indent: "  ").joined(separator: lineEnd)
    let dialect = context.analysis.files[context.cursor.file].tree.dialect
    let tree = SyntaxTree.parsed(Array((text + lineEnd).utf8), dialect: dialect)
    guard tree.blocks.allSatisfy({ $0.errors.isEmpty }) else { return [] }
    return [
      context.fix("Put each \(block.memberKind) on a line of its own", isPreferred: true) { edit in
        context.editor.replace(range, with: text, in: &edit)
      }
    ]
  }
}

extension QuickFixContext {
  /// The block on one line that the diagnostic is about: its own line at the top level, else the declaration
  /// around it, which has the next one for its body.
  var oneLineBlock: (block: OneLineBlock, range: TextRange)? {
    if diagnostic.id == "syntax-invalid-toplevel-line" {
      return block.oneLineBlock(at: range.start)
    }
    guard let found = block.oneLineDeclaration, block.beginsNext(behind: found.range.end) else {
      return nil
    }
    return found
  }
}

extension SyntaxBlock {
  /// Whether the first line behind `offset` that is neither empty nor a comment begins another block.
  fileprivate func beginsNext(behind offset: Int) -> Bool {
    let lines = LineLayout(self)
    var start = lines.next(of: offset)
    while start < bytes.count {
      let content = lines.indent(of: start).end
      let end = lines.end(of: start)
      if content < end, bytes[content] != UInt8(ascii: "/") {
        return opensBlock(TextRange(content, end)) || oneLineBlock(at: content) != nil
      }
      start = max(start + 1, lines.next(of: start))
    }
    return false
  }
}

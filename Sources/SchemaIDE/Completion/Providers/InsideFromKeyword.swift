import SchemaModel
import SchemaParser

/// What a declaration lacks, asked for at its keyword: attributes or properties, written as its last lines.
extension CompletionRequest {
  /// Items behind the whole keyword of a declaration that is there.
  func itemsInsideFromKeyword() -> [CompletionItem] {
    let keyword = context.word.prefix
    guard context.word.range.end == context.offset, let inside = requestInside(keyword: keyword),
      let block = inside.context.block
    else { return [] }
    let editor = BlockEditor(file: context.file, block: block.syntax.block, start: block.blockStart)
    let isConfiguration = block.kind == .datasource || block.kind == .generator
    let items = isConfiguration ? inside.propertyKeyItems() : inside.blockAttributeItems()
    return items.compactMap { item in
      if item.text.isUnfinished { return nil }
      let line = item.text.plain
      var edit = SchemaEdit()
      if isConfiguration {
        editor.addMember(line, in: &edit)
      } else {
        editor.addBlockAttribute(line, in: &edit)
      }
      var moved = item
      moved.text = CompletionText(keyword)
      moved.filterText = "\(keyword) \(item.label)"
      moved.detail = "adds \(line) to \(block.name)"
      moved.rank = .last
      moved.additionalEdits = (edit.replacements[context.file] ?? []).map(\.edit)
      return moved
    }
  }

  /// What would be asked at the end of the declaration whose keyword the cursor is behind.
  private func requestInside(keyword: String) -> CompletionRequest? {
    guard UnclosedBlocks.keywords[keyword] != nil,
      let cursor = analysis.cursor(at: context.offset, inFile: context.file),
      let index = cursor.block.declaration
    else { return nil }
    let syntax = Syntax(block: cursor.block, index: index)
    let range = syntax.range.shifted(by: cursor.blockStart)
    guard range.start + keyword.utf8.count == context.offset, let name = syntax.first(.name) else {
      return nil
    }
    let nowhere = TextRange(0, 0)
    let isConfiguration = syntax.kind == .datasource || syntax.kind == .generator
    let inside = CompletionContext(
      file: context.file, offset: range.end,
      block: EnclosingBlock(
        kind: syntax.kind, name: name.text, declaration: cursor.declaration, syntax: syntax,
        body: TextRange(range.end, range.end), blockStart: cursor.blockStart),
      word: CompletionWord(range: nowhere, prefix: ""),
      position: isConfiguration ? .propertyKey : .blockAttribute,
      statement: StatementScan(SourceText(bytes: []), nowhere))
    return CompletionRequest(analysis: analysis, context: inside, environment: environment)
  }
}

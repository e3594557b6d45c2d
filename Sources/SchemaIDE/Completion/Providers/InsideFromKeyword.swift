import SchemaModel
import SchemaParser

/// What a declaration lacks, asked for where it can't stand: written as its last lines.
extension CompletionRequest {
  /// Attributes or properties behind the whole keyword of a declaration that is there.
  func itemsInsideFromKeyword() -> [CompletionItem] {
    let keyword = context.word.prefix
    guard context.word.range.end == context.offset, let inside = requestInside(keyword: keyword)
    else { return [] }
    return inside.itemsAtEnd(keeping: keyword).map { item in
      var item = item
      item.filterText = "\(keyword) \(item.label)"
      return item
    }
  }

  /// Other properties of a datasource at the value of the property `key`: each gets a line of its own.
  func otherPropertyItems(besides key: String) -> [CompletionItem] {
    guard let block = context.block, block.kind == .datasource, context.word.quotes == .none else {
      return []
    }
    return request(atEndOf: block)
      .itemsAtEnd(keeping: context.statement.text(context.word.range))
      .filter { $0.label != key }
  }

  /// What can be written as the last line of the block, with the edit that does; what the cursor is in
  /// stays.
  private func itemsAtEnd(keeping typed: String) -> [CompletionItem] {
    guard let block = context.block else { return [] }
    let editor = BlockEditor(file: context.file, block: block.syntax.block, start: block.blockStart)
    let isConfiguration = block.kind == .datasource || block.kind == .generator
    let items = isConfiguration ? propertyKeyItems() : blockAttributeItems()
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
      moved.text = CompletionText(typed)
      moved.detail = "adds \(line) to \(block.name)"
      moved.rank = .elsewhere
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
    return request(
      atEndOf: EnclosingBlock(
        kind: syntax.kind, name: name.text, declaration: cursor.declaration, syntax: syntax,
        body: TextRange(range.end, range.end), blockStart: cursor.blockStart))
  }

  /// What would be asked on a new last line of a block.
  private func request(atEndOf block: EnclosingBlock) -> CompletionRequest {
    let nowhere = TextRange(0, 0)
    let isConfiguration = block.kind == .datasource || block.kind == .generator
    let inside = CompletionContext(
      file: context.file, offset: block.blockStart + block.syntax.range.end, block: block,
      word: CompletionWord(range: nowhere, prefix: ""),
      position: isConfiguration ? .propertyKey : .blockAttribute,
      statement: StatementScan(SourceText(bytes: []), nowhere))
    return CompletionRequest(analysis: analysis, context: inside, environment: environment)
  }
}

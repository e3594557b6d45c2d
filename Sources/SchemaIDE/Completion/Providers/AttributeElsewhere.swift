import SchemaModel
import SchemaParser

/// Attributes that can't stand on the field of the cursor, but would be right on another, or in place of
/// what is there: the edit puts them there.
extension CompletionRequest {
  // MARK: Relations

  /// What is said of a column, typed on the relation field that has none: written on the field that
  /// holds the key, which must stand in this block.
  func columnAttributeItems(_ line: FieldLine) -> [CompletionItem] {
    guard let model, let name = keyName(of: line), let column = model.field(Name(name)),
      column.isScalar, let request = self.request(forAttributeOf: column)
    else { return [] }
    guard case .fieldAttribute(let columnLine) = request.context.position else { return [] }
    return request.fieldAttributeItems(columnLine).compactMap { item in
      guard !item.text.isUnfinished, item.label != "@ignore", !item.label.hasPrefix("@relation"),
        item.additionalEdits.isEmpty
      else { return nil }
      let end = request.context.offset
      var moved = item
      moved.text = ""
      moved.detail = "on \(column.name)"
      moved.additionalEdits = [
        TextEdit(range: TextRange(end, end), replacement: " " + item.text.plain)
      ]
      moved.rank = .last
      return moved
    }
  }

  /// The one field that holds the key of a relation field; of a relation that is not written yet, the one
  /// that would, if it is there.
  private func keyName(of line: FieldLine) -> String? {
    let scan = context.statement
    if let relation = line.attributes.first(where: { $0.name == "relation" && !$0.isBlock }) {
      let names = relation.arguments.flatMap { scan.entry("fields", in: $0) }.map(scan.elements)
      return names?.count == 1 ? names?.first : nil
    }
    guard let proposal = relationProposal(for: line), proposal.newScalars.isEmpty,
      proposal.scalarNames.count == 1
    else { return nil }
    return proposal.scalarNames.first
  }

  /// What would be asked at the end of the line of another field of the block.
  private func request(forAttributeOf field: Field) -> CompletionRequest? {
    guard let block = context.block, context.file < analysis.files.count,
      let node = block.syntax.block.nodes(holding: field.identifier.range.start)
        .last(where: { $0.kind == .field })
    else { return nil }
    let editor = BlockEditor(file: context.file, block: block.syntax.block, start: block.blockStart)
    let end = block.blockStart + editor.endOfContent(of: node)
    let tree = analysis.files[context.file].tree
    guard let index = tree.blockIndex(at: block.blockStart) else { return nil }
    let source = SourceText(tree, block: index)
    let start = block.blockStart + field.identifier.range.start
    let scan = StatementScan(source, TextRange(source.lineStart(start), end))
    let arity: FieldArity =
      switch field.arity {
      case .required: .required
      case .optional: .optional
      case .list: .list
      }
    let line = FieldLine(
      name: field.name, start: source.lineStart(start),
      typeName: field.type.isUnsupported ? "Unsupported" : field.typeName, arity: arity,
      attributes: scan.attributes.filter { !$0.isBlock })
    let context = CompletionContext(
      file: context.file, offset: end, block: block,
      word: CompletionWord(range: TextRange(end, end), prefix: ""),
      position: .fieldAttribute(line), statement: scan)
    return CompletionRequest(analysis: analysis, context: context, environment: environment)
  }

  // MARK: Keys

  /// `@unique` on a field that is the primary key: in its place, as far as nothing needs the key.
  func uniqueInsteadOfKeyItems(_ line: FieldLine) -> [CompletionItem] {
    guard let model, let key = line.attributes.first(where: { $0.name == "id" && !$0.isBlock }),
      connector != .mongodb, line.arity == .required, !line.has("unique"),
      !isNeededAsKey(line, of: model)
    else { return [] }
    var keyless = line
    keyless.attributes.removeAll { $0.nameRange == key.nameRange }
    guard canBeUnique(keyless, type(of: line)) else { return [] }
    let end =
      key.arguments.map { context.statement.brackets[$0] }
      .map { $0.isClosed ? $0.inside.end + 1 : nil } ?? key.nameRange.end
    guard let end else { return [] }
    // With the blanks before it.
    var start =
      context.statement.tokens.last { $0.range.end <= key.nameRange.start }?.range.end
      ?? key.nameRange.start
    let word = context.word.range
    if word.end <= key.nameRange.start { start = max(start, word.end) }
    guard end <= word.start || word.end <= start else { return [] }
    var item = CompletionItem(
      "@unique", .attribute, detail: "in place of @id", subject: .attribute("@unique"),
      rank: .last)
    item.additionalEdits = [TextEdit(range: TextRange(start, end), replacement: "")]
    return [item]
  }

  /// `@unique` on a field that a line of the block makes unique alone: in its place.
  func uniqueInsteadOfLineItems(_ line: FieldLine) -> [CompletionItem] {
    guard let model, !line.has("unique"), !line.has("id"), let block = context.block,
      let index = model.fieldIndex(Name(line.name)),
      let unique = model.indexes.first(where: {
        $0.isBlockAttribute && $0.kind == .unique && $0.fields.map(\.field) == [index]
      }), unique.map == nil, unique.name == nil, unique.fields.first?.compositePath.isEmpty == true,
      unique.isClustered == nil, unique.whereRange == nil
    else { return [] }
    let editor = BlockEditor(file: context.file, block: block.syntax.block, start: block.blockStart)
    var edit = SchemaEdit()
    editor.removeLine(of: unique.range, in: &edit)
    var item = CompletionItem(
      "@unique", .attribute, detail: "in place of @@unique([\(line.name)])",
      subject: .attribute("@unique"), rank: .last)
    item.additionalEdits = (edit.replacements[context.file] ?? []).map(\.edit)
    return [item]
  }

  /// Whether the model can't do without its key: lists of many-to-many relations refer to it, and some
  /// databases count only keys.
  private func isNeededAsKey(_ line: FieldLine, of model: Model) -> Bool {
    let isCounted = line.attributes.contains { attribute in
      attribute.name == "default"
        && attribute.arguments.map {
          context.statement.brackets[$0].entries.contains {
            context.statement.text($0).hasPrefix("autoincrement")
          }
        } == true
    }
    return isCounted && !connector.supportsAutoincrementOutsideIds
      || model.relationFields.contains { index in
        let field = model.fields[index]
        guard field.arity == .list, let related = field.type.modelID.flatMap({ schema.model($0) })
        else { return false }
        return related.relationFields.map { related.fields[$0] }.contains { other in
          other.arity == .list && other.type == .model(model.id)
            && other.relation?.name?.value == field.relation?.name?.value
            && (related.id != model.id || other.index != index)
        }
      }
  }
}

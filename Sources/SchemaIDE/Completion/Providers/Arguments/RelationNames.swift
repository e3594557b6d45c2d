import SchemaFormatter
import SchemaModel
import SchemaParser

/// Names of relations: those that the other side gives, then new ones, then a free one.
extension ArgumentCompletion {
  func relationNameItems() -> [CompletionItem] {
    guard let model, let related = relatedModel, let field else { return [] }
    let own = model.relationFields.map { model.fields[$0] }
      .filter { $0.type == .model(related.id) && $0.name != field.name }
    var ownNames: [String: Int] = [:]
    for name in own.compactMap({ $0.relation?.name?.value }) { ownNames[name, default: 0] += 1 }
    let theirs =
      related.id == model.id
      ? own
      : related.relationFields.map { related.fields[$0] }
        .filter { $0.type == .model(model.id) }
    var items: [CompletionItem] = []
    var seen: Set<String> = []
    for other in theirs {
      guard let name = other.relation?.name?.value, !name.isEmpty,
        related.id == model.id ? ownNames[name] == 1 : ownNames[name] == nil,
        seen.insert(name).inserted
      else { continue }
      items.append(
        stringItem(name, .value, detail: "\(related.name).\(other.name)", rank: .first))
    }
    if items.isEmpty {
      items = Self.newNames(model, related, field.name)
        .filter { ownNames[$0] == nil && seen.insert($0).inserted }
        .map { newNameItem($0, own: own, theirs: theirs) }
    }
    return items + [ownNameItem]
  }

  /// A name that neither side has yet: the other side gets it too, if it is known and in this file.
  private func newNameItem(_ name: String, own: [Field], theirs: [Field]) -> CompletionItem {
    var item = stringItem(name, .value, detail: "new relation", rank: .likely)
    let isWritten = names(inArgument: "fields")?.isEmpty == false
    let unnamed = theirs.filter { $0.relation?.name == nil }
    guard let related = relatedModel, unnamed.count == 1, let opposite = unnamed.first,
      related.id == model?.id || !own.contains(where: { $0.relation?.name == nil })
    else {
      item.needsMore = true
      // A relation that is right without it is no longer.
      if isWritten { item.rank = unnamed.isEmpty ? .rare : .last }
      return item
    }
    guard let editor = request.analysis.editor(of: related.id),
      editor.file == request.context.file,
      let syntax = request.analysis.fieldSyntax(opposite, in: related.block)
    else {
      item.needsMore = true
      item.rank = .last
      return item
    }
    var edit = SchemaEdit()
    editor.addRelationName(name, to: syntax.syntax, in: &edit)
    item.additionalEdits = (edit.replacements[editor.file] ?? []).map(\.edit)
    item.detail = "new name, on \(related.name).\(opposite.name) too"
    if isWritten { item.rank = .rare }
    return item
  }

  /// A name of the user's own before the argument whose name is typed.
  func ownNameBeforeItems() -> [CompletionItem] {
    guard attribute == "@relation", isFollowedByColon, let outermost = levels.first,
      !outermost.bracket.entries.contains(where: {
        $0.name == "name" || $0.name == nil && !$0.value.isEmpty
      })
    else { return [] }
    var item = ownNameItem
    item.text = item.text + CompletionText(", " + scan.text(word.range))
    item.replaced = word.range
    return [item]
  }

  /// Quotes around a name of the user's own, or what is typed between them, with the end that it lacks.
  var ownNameItem: CompletionItem {
    var item = item(
      "\"\"", .text, text: isInQuotes ? request.quoted("") : "\"\(stop: "")\"",
      detail: "a name of your own", rank: .last)
    if isInQuotes {
      let typed = scan.text(word.range)
      item.text = "\(stop: typed)" + request.quoted("")
      item.replaced = word.range
    }
    return item
  }

  private static func newNames(_ model: Model, _ related: Model, _ field: String) -> [String] {
    [
      model.name + field.withUppercaseInitial,
      model.id == related.id
        ? related.name.camelCased.pluralized.withUppercaseInitial
        : model.name + "To" + related.name,
    ]
  }
}

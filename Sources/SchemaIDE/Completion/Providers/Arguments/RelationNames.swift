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
      for name in Self.newNames(model, related, field.name)
      where ownNames[name] == nil && seen.insert(name).inserted {
        var item = stringItem(name, .value, detail: "new relation", rank: .likely)
        item.needsMore = true
        items.append(item)
      }
    }
    return items + [ownNameItem]
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

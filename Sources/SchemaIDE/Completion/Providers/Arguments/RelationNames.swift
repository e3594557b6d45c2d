import SchemaFormatter
import SchemaModel
import SchemaParser

/// Names of relations: those that the other side gives, then new ones.
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
    return items
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

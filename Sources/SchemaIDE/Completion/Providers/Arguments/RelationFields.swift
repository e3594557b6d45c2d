import SchemaModel
import SchemaParser

/// Fields in `fields` and `references` of `@relation`.
extension ArgumentCompletion {
  /// The model that the relation field leads to.
  var relatedModel: Model? { field?.type.modelID.flatMap { schema.model($0) } }

  /// Whether the field is on the side that holds the foreign key, or can be. Of MongoDB's relations
  /// between lists both sides hold one.
  var isForwardSide: Bool {
    guard let field else { return false }
    if field.isList { return connector.supportsEmbeddedManyToMany }
    return names(inArgument: "fields")?.isEmpty == false || !oppositeHoldsKey
  }

  private var oppositeHoldsKey: Bool {
    guard let model, let related = relatedModel, let opposite = oppositeField else { return false }
    return related.id != model.id && opposite.relation?.fields != nil && opposite.arity != .list
  }

  /// The field of the related model that goes with this one, as far as names tell.
  var oppositeField: Field? {
    guard let model, let related = relatedModel else { return nil }
    let name = relationName
    return related.relationFields.lazy.map { related.fields[$0] }.first { candidate in
      candidate.type == .model(model.id) && candidate.relation?.name?.value == name
        && (related.id != model.id || candidate.name != field?.name)
    }
  }

  /// The name of the relation as it is written, nil without one.
  var relationName: String? {
    guard let outermost = levels.first else { return nil }
    for entry in outermost.bracket.entries where entry.name == nil || entry.name == "name" {
      let text = scan.text(entry)
      if text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") {
        return String(text.dropFirst().dropLast())
      }
    }
    return nil
  }

  // MARK: Own fields

  /// Own fields that can hold the key of the related model, the likeliest first, and those that would
  /// have to be made.
  func foreignKeyFieldItems(_ list: Level) -> [CompletionItem] {
    guard let model, let related = relatedModel, let field, !isInQuotes else { return [] }
    let used = Set(otherNames(in: list))
    let position = earlierNames(in: list).count
    let targets = targets(at: position, in: related)
    let takenKeys = Set(
      model.relationFields.map { model.fields[$0] }.filter { $0.name != field.name }
        .compactMap { $0.relation?.fields?.fields })
    let hasReferences = names(inArgument: "references")?.isEmpty == false
    let fitting = model.fields.filter { candidate in
      !used.contains(candidate.name) && canHoldKey(candidate, of: field)
        && targets.contains { $0.type == candidate.type }
    }
    let ranked = fitting.enumerated().map { offset, candidate in
      (candidate, likeliness(of: candidate, for: targets, named: field.name), offset)
    }.sorted { ($1.1, $0.2) < ($0.1, $1.2) }
    let first = related.strictUniqueCriterion?.dropFirst(position).first.map { related.fields[$0] }
    return ranked.map { candidate, likeliness, _ in
      var item = item(
        candidate.name, .field, detail: candidate.typeDescription,
        subject: .member(candidate.name, of: model.name),
        rank: likeliness > 1 ? .first : likeliness > 0 ? .likely : .usual)
      // Without `references` the first key is meant.
      item.needsMore = !hasReferences && first?.type != candidate.type
      if takenKeys.contains([candidate.index]) {
        // Two foreign keys of the same fields need different names.
        item.needsMore = true
        item.rank = .last
      }
      return item
    } + newFieldItems(in: list, ranked.first?.1 ?? 0)
  }

  /// The fields of the related model that the entry at `position` can stand for.
  private func targets(at position: Int, in related: Model) -> [Field] {
    if let references = names(inArgument: "references"), references.indices.contains(position),
      let target = related.field(Name(references[position])), target.isScalar
    {
      return [target]
    }
    return Self.keys(of: related).compactMap { key in
      key.indices.contains(position) ? related.fields[key[position]] : nil
    }
  }

  /// The fields that identify a row of a model, of each id and unique.
  static func keys(of model: Model) -> [[Int]] {
    model.uniqueCriteria.filter { key in
      !key.isEmpty && key.allSatisfy { model.fields.indices.contains($0) }
    }
  }

  private func canHoldKey(_ candidate: Field, of relation: TypedField) -> Bool {
    guard candidate.isScalar, (candidate.arity == .list) == relation.isList else { return false }
    return relation.isOptional || relation.isList || candidate.arity != .optional
  }

  private func likeliness(of field: Field, for targets: [Field], named relation: String) -> Int {
    let name = field.name.lowercased().filter { $0 != "_" }
    func isMade(of parts: String...) -> Bool {
      name == parts.joined().lowercased().filter { $0 != "_" }
    }
    if targets.contains(where: { isMade(of: relation, $0.name) }) { return 3 }
    if let related = relatedModel, targets.contains(where: { isMade(of: related.name, $0.name) }) {
      return 2
    }
    return name.hasPrefix(relation.lowercased().filter { $0 != "_" }) ? 1 : 0
  }

  /// The foreign key that does not exist yet, written together with its field.
  private func newFieldItems(in list: Level, _ best: Int) -> [CompletionItem] {
    guard best < 3, list.bracket.entries.count == 1,
      names(inArgument: "references")?.isEmpty ?? true, let proposal = relationProposal,
      proposal.newScalars.count == proposal.scalarNames.count
    else { return [] }
    let label = proposal.scalarNames.joined(separator: ", ")
    var item = item(label, .field, detail: "new field", rank: .first)
    item.additionalEdits = proposal.scalarEdits
    return [item]
  }

  // MARK: Referenced fields

  /// Fields of the related model that identify a row of it, in the order of `fields`.
  func referencedFieldItems(_ list: Level) -> [CompletionItem] {
    guard let related = relatedModel, !isInQuotes else { return [] }
    let chosen = earlierNames(in: list)
    let used = Set(otherNames(in: list))
    let own = (names(inArgument: "fields") ?? []).map { model?.field(Name($0)) }
    let keys = Self.keys(of: related).filter { key in
      own.isEmpty || key.count == own.count && fits(key, own, in: related)
    }
    var items: [CompletionItem] = []
    var seen: Set<String> = []
    func add(
      _ label: String, _ count: Int = 1, detail: String?, subject: CompletionSubject?,
      rank: CompletionItem.Rank
    ) {
      guard seen.insert(label).inserted else { return }
      var item = item(label, .field, detail: detail, subject: subject, rank: rank)
      item.needsMore = used.count + count < own.count
      items.append(item)
    }
    for key in keys where key.count > chosen.count {
      let names = related.fieldNames(key)
      let isBegun =
        connector.allowsReferencesInAnyOrder
        ? Set(chosen).isSubset(of: names) : Array(names.prefix(chosen.count)) == chosen
      guard isBegun else { continue }
      if chosen.isEmpty, used.isEmpty, names.count > 1 {
        add(
          names.joined(separator: ", "), names.count, detail: "unique together", subject: nil,
          rank: .first)
      }
      for index in key where !used.contains(related.fields[index].name) {
        let next = related.fields[index]
        if own.indices.contains(chosen.count), let field = own[chosen.count],
          field.type != next.type
        {
          continue
        }
        add(
          next.name, detail: next.typeDescription, subject: .member(next.name, of: related.name),
          rank: names.count == 1 ? .first : .likely)
        // In another order only where the database takes it so.
        if !connector.allowsReferencesInAnyOrder { break }
      }
    }
    return items
  }

  /// Whether the fields of a key have the types of those that refer to it, as far as these are known.
  private func fits(_ key: [Int], _ own: [Field?], in related: Model) -> Bool {
    let types = key.map { related.fields[$0].type }
    if !connector.allowsReferencesInAnyOrder {
      return zip(types, own).allSatisfy { type, field in field.map { $0.type == type } ?? true }
    }
    return own.allSatisfy { field in field.map { types.contains($0.type) } ?? true }
  }

  // MARK: Whole lists

  /// Complete lists as a value that is still missing.
  func listItems(_ parameter: ReferenceParameter) -> [CompletionItem] {
    if isInQuotes { return [] }
    var items: [CompletionItem] = []
    switch parameter.value {
    case .scalarFields where attribute == "@relation":
      if let proposal = relationProposal, proposal.newScalars.isEmpty {
        items.append(wholeList(proposal.scalarNames))
      }
    case .referencedFields:
      let own = (names(inArgument: "fields") ?? []).map { model?.field(Name($0)) }
      if let related = relatedModel {
        items += Self.keys(of: related)
          .filter { own.isEmpty || $0.count == own.count && fits($0, own, in: related) }
          .map { wholeList(related.fieldNames($0)) }
      }
    case .indexFields:
      items += indexFieldItems(nil).filter { !$0.text.hasStops }.map { element in
        var item = item(
          "[\(element.label)]", .field, text: CompletionText("[\(element.text.plain)]"),
          detail: element.detail, subject: element.subject, rank: .rare)
        item.filterText = element.label
        item.needsMore = element.needsMore
        return item
      }
    default: break
    }
    return items + [item("[]", .snippet, text: "[\(stop: "")]", detail: "list of fields")]
  }

  private func wholeList(_ names: [String]) -> CompletionItem {
    item("[\(names.joined(separator: ", "))]", .value, rank: .first)
  }

  /// Fields of a shard key.
  func shardKeyFieldItems(_ list: Level) -> [CompletionItem] {
    guard let model, !isInQuotes else { return [] }
    let used = Set(otherNames(in: list))
    return model.fields.filter {
      $0.isScalar && $0.arity == .required && !used.contains($0.name)
    }.map {
      item(
        $0.name, .field, detail: $0.typeDescription, subject: .member($0.name, of: model.name))
    }
  }
}

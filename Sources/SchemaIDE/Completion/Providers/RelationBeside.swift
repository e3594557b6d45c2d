import Diagnostics
import SchemaModel
import SchemaParser

/// `@relation` typed on a field that holds a value: what it asks for is a field beside it, whose type is
/// a model.
extension CompletionRequest {
  /// The relation that the field is the key of, going by its name; else, for who asks, one to another model
  /// with a key of its own.
  func relationBesideItems(_ line: FieldLine) -> [CompletionItem] {
    guard let model, !model.isView, !model.isIgnored, !isFollowed(by: ["("]),
      !type(of: line).isComposite
    else {
      return []
    }
    if let item = keyedRelationItem(line, in: model) { return [item] }
    for related in relatedCandidates(of: model) {
      let naming = FieldNaming(fieldsOf: model, related)
      let name = model.freeName(from: naming.field(for: related.name))
      guard name != line.name,
        let item = relationItem(name, .optional, to: related, in: model, beside: line),
        !item.proposal.scalarNames.contains(line.name)
      else { continue }
      var relation = item.item
      relation.rank = .elsewhere
      return [relation]
    }
    return []
  }

  /// What the names of keys end with, behind that of their relation.
  static let keyEndings = ["Id", "_id", "ID", "Uuid", "_uuid"]

  /// The relation that the field is named as the key of: `authorId` is that of an `author`, which is an
  /// `Author` if there is one, else something that has a key of this type.
  private func keyedRelationItem(_ line: FieldLine, in model: Model) -> CompletionItem? {
    guard line.arity == .required || line.arity == .optional, !isKey(line, of: model) else {
      return nil
    }
    for ending in Self.keyEndings where line.name.hasSuffix(ending) {
      let name = String(line.name.dropLast(ending.count))
      guard !name.isEmpty, model.field(Name(name)) == nil else { continue }
      let namesake = schema.dataType(named: Name(DatabaseNaming.Style.pascal.styled(name)))
        .flatMap { schema.model($0) }.flatMap { canBeRelated($0, to: model) ? $0 : nil }
      for related in (namesake.map { [$0] } ?? []) + relatedCandidates(of: model) {
        guard var item = relationItem(name, line.arity, to: related, in: model, beside: line),
          item.proposal.scalarNames == [line.name], item.proposal.newScalars.isEmpty
        else { continue }
        if related.id == namesake?.id { item.item.rank = .usual }
        return item.item
      }
    }
    return nil
  }

  /// Some models that a new relation may lead to: those that this one is not related to yet, then
  /// others, itself last.
  private func relatedCandidates(of model: Model) -> [Model] {
    let wanted = 5
    let known = Set(model.relationFields.compactMap { model.fields[$0].type.modelID })
    // By distance: the other side of a relation to another file can't be written.
    var found: [[Model]] = Array(repeating: [], count: 4)
    var count = 0
    schema.forEachDataType { kind, _, id in
      count += 1
      if kind == .model, id != model.id {
        let isElsewhere = schema.place(of: id)?.file != context.file
        let distance = (isElsewhere ? 2 : 0) + (known.contains(id) ? 1 : 0)
        if found[distance].count < wanted, let candidate = schema.model(id),
          canBeRelated(candidate, to: model)
        {
          found[distance].append(candidate)
        }
      }
      return count < 200 && found[0].count < wanted
    }
    return found.joined().prefix(wanted) + [model]
  }

  /// Whether a relation field already names the field as its key.
  private func isKey(_ line: FieldLine, of model: Model) -> Bool {
    model.relationFields.contains {
      model.fields[$0].relation?.fields?.fields.contains { model.fields[$0].name == line.name }
        == true
    }
  }

  /// Whether a new relation may lead to a model; where changes must not go around in circles, only if no
  /// relations lead back.
  private func canBeRelated(_ related: Model, to model: Model) -> Bool {
    guard !related.isView, !related.isIgnored, related.strictUniqueCriterion != nil else {
      return false
    }
    return related.id == model.id || !configuration.refusesCircularActions
      || !leads(from: related, to: model)
  }

  /// Whether relations lead from the rows of a model to those of another; said to be so where there are too
  /// many to look at.
  ///
  /// - Parameter field: a relation field of `first` that does not count.
  func leads(from first: Model, to last: Model, besides field: String? = nil) -> Bool {
    var seen: Set<BlockID> = [first.id]
    var waiting = [first.id]
    while let next = waiting.popLast() {
      for relation in schema.relations(createdBy: next) {
        guard let forward = relation.forward,
          next != first.id || field == nil || first.field(at: forward)?.name != field
        else { continue }
        if relation.referencedModel == last.id || seen.count > 200 { return true }
        if seen.insert(relation.referencedModel).inserted {
          waiting.append(relation.referencedModel)
        }
      }
    }
    return false
  }

  private func relationItem(
    _ name: String, _ arity: FieldArity, to related: Model, in model: Model, beside line: FieldLine
  ) -> (item: CompletionItem, proposal: RelationProposal)? {
    var relation = line
    relation.name = name
    relation.typeName = related.name
    relation.arity = arity
    relation.attributes = []
    guard
      let proposal = RelationProposal(
        of: typed(relation), in: model, to: related, self, isCautious: true)
    else { return nil }
    let mark = arity == .optional ? "?" : ""
    let written = "\(name) \(related.name)\(mark) @relation(\(proposal.arguments))"
    var item = CompletionItem(
      "@relation(\(proposal.fieldArguments))", .snippet, text: "",
      detail: "adds \(name) \(related.name)\(mark)", subject: .attribute("@relation"), rank: .last)
    item.filterText = "@relation"
    item.additionalEdits = proposal.edits(writing: written, behind: line, self)
    item.needsMore = proposal.needsMore
    return (item, proposal)
  }
}

extension Configuration {
  /// Whether changes must not be carried around in circles.
  var refusesCircularActions: Bool {
    connector == .sqlserver || connector != .none && relationMode == .prisma
  }
}

extension FieldType {
  fileprivate var isComposite: Bool { if case .composite = self { true } else { false } }
}

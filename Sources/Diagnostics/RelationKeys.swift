import SchemaModel
import SchemaParser

extension Model {
  /// How a list of fields compares with the id and the uniques of a model.
  enum CriterionMatch: Equatable {
    /// It is one of them.
    case exact
    /// Its fields are those of one of them (which is given), in another order.
    case inAnotherOrder([Int])
    /// It is none of them.
    case none
  }

  /// Compares `fields` with the id and the uniques.
  func criterionMatch(_ fields: [Int]) -> CriterionMatch {
    if isCriterion(fields) { return .exact }
    let wanted = Set(fields)
    for criterion in uniqueCriteria
    where criterion.count >= wanted.count && Set(criterion) == wanted {
      return .inAnotherOrder(criterion)
    }
    return .none
  }

  /// Whether `fields` are, in order, the id or a unique.
  func isCriterion(_ fields: [Int]) -> Bool {
    if let primaryKey, isList(primaryKey.fields, fields) { return true }
    return isUnique(fields)
  }

  private func isList(_ entries: [IndexField], _ fields: [Int]) -> Bool {
    guard entries.count == fields.count, !entries.isEmpty else { return false }
    for (entry, field) in zip(entries, fields)
    where entry.field != field || !entry.compositePath.isEmpty {
      return false
    }
    return true
  }

  /// Whether the field at `index` has this arity.
  func hasArity(_ arity: Field.Arity, at index: Int) -> Bool {
    fields.indices.contains(index) && fields[index].arity == arity
  }

  /// The one field of the id, nil when there is no id or it has several.
  var singleIdField: Int? {
    guard let primaryKey, primaryKey.fields.count == 1 else { return nil }
    return primaryKey.fields[0].field
  }
}

/// Reports each explicit `SetNull` of a relation that rests on a required field: as an advice on
/// PostgreSQL with foreign keys, which takes them, and as an error elsewhere.
func checkSetNull(_ context: RelationContext, _ findings: inout Findings, isWarning: Bool) {
  guard !context.relation.isManyToMany, let attribute = context.forwardAttribute,
    attribute.onDelete?.action == .setNull || attribute.onUpdate?.action == .setNull
  else { return }
  let isTaken =
    context.connector == .postgresql && context.configuration.relationMode == .foreignKeys
  guard isTaken == isWarning else { return }
  let model = context.referencingModel
  var required: Int?
  if let fields = attribute.fields?.fields {
    required = fields.first { model.hasArity(.required, at: $0) }
    if required == nil { return }
  }
  guard let side = context.forwardSide else { return }
  let subject = required.flatMap { model.field(at: $0)?.name }
  for (name, action, _, _) in attribute.actions where action.action == .setNull {
    let text =
      subject.map { "`\(name): SetNull` cannot empty the required field `\($0)`" }
      ?? "`\(name): SetNull` has no fields to empty"
    findings.report(
      Message(
        text,
        note: subject == nil
          ? "the action empties the fields in `fields`, which is absent"
          : "the action would have to set it to null",
        help: subject == nil
          ? "give `fields`, or choose another action"
          : "choose another action, or make the field and the relation optional"),
      at: side.place,
      related: required.map { [RelatedPlace(.field(model.id, $0), "the required field")] } ?? [])
  }
}

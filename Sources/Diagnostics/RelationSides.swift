import SchemaModel
import SchemaParser

/// A field of a relation, seen from its model. Made where something is wrong: it copies the field.
struct RelationSide {
  /// The model that holds the field.
  let model: Model
  /// The model that the field refers to.
  let relatedModel: Model
  let field: Field
  /// Where the field stands.
  let place: Place

  /// `Model.field`
  var path: String { "\(model.name).\(field.name)" }

  /// The place of a part of its `@relation`; where that is absent the attribute, then the field.
  func place(of part: RelationPart) -> Place { .relationPart(model.id, field.index, part) }
}

extension RelationContext {
  /// The side that carries `fields` and `references`, or side A.
  var forwardSide: RelationSide? {
    guard let forward else { return nil }
    return RelationSide(
      model: referencingModel, relatedModel: referencedModel, field: forward,
      place: .field(referencingModel.id, forward.index))
  }

  /// The other side, or side B.
  var backSide: RelationSide? {
    guard let back else { return nil }
    return RelationSide(
      model: referencedModel, relatedModel: referencingModel, field: back,
      place: .field(referencedModel.id, back.index))
  }

  /// The `@relation` of the forward side.
  var forwardAttribute: RelationAttribute? {
    guard let index = relation.forward, referencingModel.fields.indices.contains(index) else {
      return nil
    }
    return referencingModel.fields[index].relation
  }

  /// The `@relation` of the back side.
  var backAttribute: RelationAttribute? {
    guard let index = relation.back, referencedModel.fields.indices.contains(index) else {
      return nil
    }
    return referencedModel.fields[index].relation
  }

  /// Whether it is a one-to-one relation with both its fields.
  var isCompleteOneToOne: Bool { relation.kind == .oneToOne && relation.isComplete }
  /// Whether it is a one-to-many relation with both its fields.
  var isCompleteOneToMany: Bool { relation.kind == .oneToMany && relation.isComplete }

  /// Reports the same thing at both sides, each with the other as the related place.
  func reportBothSides(
    to findings: inout Findings, backFirst: Bool = false,
    _ message: (RelationSide, RelationSide) -> Message
  ) {
    guard let forwardSide, let backSide else { return }
    let sides =
      backFirst
      ? [(backSide, forwardSide), (forwardSide, backSide)]
      : [(forwardSide, backSide), (backSide, forwardSide)]
    for (side, other) in sides {
      findings.report(
        message(side, other), at: side.place,
        related: [RelatedPlace(other.place, "the other side of the relation")])
    }
  }
}

extension RelationAttribute {
  /// Whether `fields` names at least one field.
  var hasFields: Bool { fields.map { !$0.fields.isEmpty } ?? false }
  /// Whether `references` names at least one field.
  var hasReferences: Bool { references.map { !$0.fields.isEmpty } ?? false }
  /// Whether there is an `onDelete` or `onUpdate`.
  var hasActions: Bool { onDelete != nil || onUpdate != nil }
  /// The actions written, each with the name of its argument and its parts.
  var actions: [(name: String, action: Action, argument: RelationPart, value: RelationPart)] {
    var actions: [(name: String, action: Action, argument: RelationPart, value: RelationPart)] = []
    if let onDelete { actions.append(("onDelete", onDelete, .onDelete, .onDeleteValue)) }
    if let onUpdate { actions.append(("onUpdate", onUpdate, .onUpdate, .onUpdateValue)) }
    return actions
  }
}

extension Sequence<String> {
  /// `a`, `b` and `c`, each in backticks.
  var quotedList: String {
    let quoted = map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension RelationContext {
  /// The names of both models, in alphabetical order.
  var modelPair: String { [referencingModel.name, referencedModel.name].sorted().quotedList }

  /// On which side of a one-to-one relation `fields` stands when `references` stands on the other.
  enum Split { case fieldsForward, referencesForward }

  /// How `fields` and `references` are split over the sides, nil when they are not.
  var oneToOneSplit: Split? {
    let forward = forwardAttribute
    let back = backAttribute
    if forward?.hasFields == true && back?.hasReferences == true { return .fieldsForward }
    if forward?.hasReferences == true && back?.hasFields == true { return .referencesForward }
    return nil
  }

  /// Whether the back field is required.
  var isOneToOneBackRequired: Bool {
    relation.back.map { referencedModel.hasArity(.required, at: $0) } ?? false
  }

  /// Reports something at the back side, with the forward side as the related place.
  func reportAtBack(
    to findings: inout Findings,
    _ message: (_ back: RelationSide, _ forward: RelationSide) -> Message
  ) {
    guard let forwardSide, let backSide else { return }
    findings.report(
      message(backSide, forwardSide), at: backSide.place,
      related: [RelatedPlace(forwardSide.place, "the other side of the relation")])
  }

  /// Reports the value of each action on either side.
  func reportActions(
    to findings: inout Findings, _ message: (_ side: RelationSide, _ name: String) -> Message
  ) {
    guard forwardAttribute?.hasActions == true || backAttribute?.hasActions == true else { return }
    for side in [forwardSide, backSide] {
      guard let side, let attribute = side.field.relation else { continue }
      for (name, _, _, value) in attribute.actions {
        findings.report(message(side, name), at: side.place(of: value))
      }
    }
  }

  /// Calls `body` for both sides of a many-to-many relation with `fields` on MongoDB.
  func forEachEmbeddedSide(_ body: (RelationSide) -> Void) {
    guard relation.kind == .twoWayEmbeddedManyToMany, connector == .mongodb else { return }
    for side in [forwardSide, backSide] {
      if let side { body(side) }
    }
  }
}

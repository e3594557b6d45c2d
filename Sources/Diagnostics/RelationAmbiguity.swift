import SchemaModel
import SchemaParser

/// The first relation field of a model of which it is open to which relation it belongs.
struct RelationAmbiguity {
  enum Kind: UInt8 {
    /// Two fields without a name that refer to their own model.
    case selfPair
    /// More than two of them.
    case unnamedSelf
    /// More than two fields of one name that refer to their own model.
    case namedSelf
    /// Several fields without a name that refer to one other model.
    case unnamed
    /// Several fields of one name that refer to one other model.
    case named
  }

  let kind: Kind
  /// The indexes of the fields in question, ascending; the first is reported.
  let fields: [Int]

  /// What two relation fields of a model must not have in common.
  private struct Key: Hashable {
    let related: BlockID
    let name: String
  }

  /// The first ambiguity of `model`, nil when there is none.
  ///
  /// Fields are compared pair by pair while they are few; a table counts them in models with many.
  static func first(in model: Model) -> RelationAmbiguity? {
    var relations: [Int] = []
    for index in model.fields.indices where model.fields[index].isRelation {
      relations.append(index)
    }
    guard relations.count > 1 else { return nil }
    if relations.count > 32 { return firstByTable(relations, in: model) }
    for at in relations.indices {
      var size = 0
      for other in relations where areAlike(relations[at], other, in: model) { size += 1 }
      guard size > 1, let kind = kind(of: relations[at], size: size, in: model) else { continue }
      let fields = relations.filter { areAlike(relations[at], $0, in: model) }
      return RelationAmbiguity(kind: kind, fields: fields)
    }
    return nil
  }

  private static func firstByTable(_ relations: [Int], in model: Model) -> RelationAmbiguity? {
    var sizes: [Key: Int] = [:]
    sizes.reserveCapacity(relations.count)
    for index in relations {
      if let key = key(of: index, in: model) { sizes[key, default: 0] += 1 }
    }
    guard sizes.count < relations.count else { return nil }
    for index in relations {
      guard let key = key(of: index, in: model), let size = sizes[key], size > 1 else { continue }
      guard let kind = kind(of: index, size: size, in: model) else { continue }
      let fields = relations.filter { areAlike(index, $0, in: model) }
      return RelationAmbiguity(kind: kind, fields: fields)
    }
    return nil
  }

  private static func key(of index: Int, in model: Model) -> Key? {
    guard let related = model.fields[index].type.modelID else { return nil }
    return Key(related: related, name: relationName(model.fields[index], in: model))
  }

  /// The relation's name: the one given, else the one that is made of both models' names. The two are
  /// not told apart: a field without a name clashes with one that spells out what would be generated.
  private static func relationName(_ field: Field, in model: Model) -> String {
    if let name = field.relation?.name?.value { return name }
    return field.typeName.utf8.lexicographicallyPrecedes(model.name.utf8)
      ? "\(field.typeName)To\(model.name)" : "\(model.name)To\(field.typeName)"
  }

  private static func areAlike(_ left: Int, _ right: Int, in model: Model) -> Bool {
    guard model.fields[left].type == model.fields[right].type else { return false }
    let leftName = model.fields[left].relation?.name?.value
    let rightName = model.fields[right].relation?.name?.value
    if leftName == nil && rightName == nil { return true }
    return (leftName ?? relationName(model.fields[left], in: model))
      == (rightName ?? relationName(model.fields[right], in: model))
  }

  /// What a group of `size` fields is, nil when it is in order.
  private static func kind(of index: Int, size: Int, in model: Model) -> Kind? {
    let isSelf = model.fields[index].type.modelID == model.id
    let isNamed = model.fields[index].relation?.name != nil
    switch (isSelf, isNamed) {
    case (true, false): return size == 2 ? .selfPair : .unnamedSelf
    case (true, true): return size == 2 ? nil : .namedSelf
    case (false, false): return .unnamed
    case (false, true): return .named
    }
  }

  /// Reports it when the first ambiguity of the model is of `kind`. Only a few of the fields are
  /// named and related: a model can have thousands.
  static func check(
    _ kind: Kind, _ context: ModelContext, _ findings: inout Findings,
    message: (_ model: Model, _ fields: [Field], _ count: Int) -> Message
  ) {
    let model = context.model
    guard let ambiguity = first(in: model), ambiguity.kind == kind else { return }
    let fields = ambiguity.fields.prefix(8).compactMap { model.field(at: $0) }
    guard let first = fields.first else { return }
    findings.report(
      message(model, fields, ambiguity.fields.count), at: .field(model.id, first.index),
      related: fields.dropFirst().map {
        RelatedPlace(.fieldName(model.id, $0.index), "`\($0.name)` also refers to `\($0.typeName)`")
      })
  }
}

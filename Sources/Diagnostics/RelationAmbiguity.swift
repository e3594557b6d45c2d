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
  /// The indexes of the fields in question, the one to report first.
  let fields: [Int]

  /// What two relation fields of a model must not have in common.
  private struct Key: Hashable {
    let related: BlockID
    let name: String
  }

  /// The first ambiguity of `model`, nil when there is none.
  ///
  /// A name that is written counts as the same as one that Prisma makes up. Fields are compared pair by
  /// pair while they are few; a table counts them in models with many.
  static func first(in model: Model) -> RelationAmbiguity? {
    guard model.hasAlikeRelations else { return nil }
    let relations = model.relationFields
    if relations.count > 32 { return firstByTable(relations, in: model) }
    for index in relations {
      var size = 0
      for other in relations where areAlike(index, other, in: model) { size += 1 }
      guard size > 1, let kind = kind(of: index, size: size, in: model) else { continue }
      return RelationAmbiguity(kind: kind, fields: group(of: index, among: relations, in: model))
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
      return RelationAmbiguity(kind: kind, fields: group(of: index, among: relations, in: model))
    }
    return nil
  }

  /// The fields that are like the one at `index`, which comes first.
  private static func group(of index: Int, among relations: [Int], in model: Model) -> [Int] {
    [index] + relations.filter { $0 != index && areAlike(index, $0, in: model) }
  }

  private static func key(of index: Int, in model: Model) -> Key? {
    guard let related = model.fields[index].type.modelID else { return nil }
    return Key(related: related, name: model.fields[index].relationName(in: model.name))
  }

  private static func areAlike(_ left: Int, _ right: Int, in model: Model) -> Bool {
    guard model.fields[left].type == model.fields[right].type else { return false }
    return model.fields[left].relationName(in: model.name)
      == model.fields[right].relationName(in: model.name)
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

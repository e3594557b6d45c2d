import SchemaModel
import SchemaParser

extension Rename {
  /// Checks that the new name is free where the symbol is declared.
  func checkConflicts() throws(RenameRefusal) {
    switch symbol {
    case .type:
      if let other = schema.dataType(named: Name(newName)) {
        throw taken("\(schema.keyword(of: other)) `\(newName)`")
      }
    case .field(let id, _): try checkField(in: id)
    case .enumValue(let id, _):
      if schema.hasMember(Name(newName), in: id) {
        throw RenameRefusal(
          "enum `\(schema.declarationName(id))` has a value `\(newName)` already")
      }
    case .relation(_, let one, let other):
      let isTaken = [(one, other), (other, one)].contains { owner, related in
        schema.fields(of: owner).contains {
          $0.type.modelID == related && $0.relation?.name?.value == newName
        }
      }
      if isTaken { throw taken("a relation `\(newName)` between the same models") }
    case .constraint(let id, _):
      guard let kind = constraintKind, let model = schema.model(id),
        schema.hasConstraint(named: newName, clashingWith: kind, in: model)
      else { return }
      throw taken("a key or index called `\(newName)` in the database")
    case .clientName(let id, _): try checkClientName(in: id)
    case .datasource: try checkBlocks(schema.datasources, "datasource")
    case .generator: try checkBlocks(schema.generators, "generator")
    case .databaseSchema:
      if schema.configuration.datasource?.schemaNames.contains(newName) == true {
        throw RenameRefusal("`\(newName)` is one of the datasource's `schemas` already")
      }
    case .builtInType: break
    }
  }

  private func taken(_ what: String) -> RenameRefusal {
    RenameRefusal("there is \(what) already")
  }

  private func checkBlocks(_ blocks: [BlockID], _ keyword: String) throws(RenameRefusal) {
    if blocks.contains(where: { schema.declarationName($0) == newName }) {
      throw taken("\(keyword) `\(newName)`")
    }
  }

  // MARK: Fields

  private func checkField(in id: BlockID) throws(RenameRefusal) {
    let owner = "\(schema.keyword(of: id)) `\(schema.declarationName(id))`"
    let fields = schema.fields(of: id)
    if schema.hasMember(Name(newName), in: id) {
      throw RenameRefusal("\(owner) has a field `\(newName)` already")
    }
    guard let renamed = fields.last(where: { $0.name == oldName }) else { return }
    // A mapped name that is also a field's is an error, unless that field comes first and is mapped.
    if renamed.isScalar,
      let other = fields.first(where: { $0.map?.value == newName && $0.index < renamed.index })
    {
      throw RenameRefusal(
        "field `\(other.name)` of \(owner) has the column `\(newName)`, and Prisma takes that for the "
          + "field's name")
    }
    guard let model = schema.model(id) else { return }
    for key in model.compoundKeys {
      if key.name?.value == newName {
        throw RenameRefusal(
          "the client calls \(listed(key.fields, of: model)) of \(owner) `\(newName)` together")
      }
      if let clash = clash(of: key.fields, in: model, renamed: renamed) {
        throw RenameRefusal(
          "the client would call \(listed(key.fields, of: model)) together `\(clash)`, "
            + "which is a field of \(owner)")
      }
    }
  }

  /// The name that the client makes of several fields, when a scalar field has it after the renaming and
  /// had not before.
  private func clash(of entries: [IndexField], in model: Model, renamed: Field) -> String? {
    guard entries.count > 1 else { return nil }
    let parts = entries.map { model.path(of: $0, in: schema, separator: "_") }
    let joined = zip(entries, parts).map { entry, part in
      entry.field == renamed.index ? newName + part.dropFirst(oldName.count) : part
    }.joined(separator: "_")
    if joined == newName { return renamed.isScalar ? joined : nil }
    if joined == parts.joined(separator: "_") { return nil }
    return model.field(Name(joined))?.isScalar == true && joined != oldName ? joined : nil
  }

  private func listed(_ entries: [IndexField], of model: Model) -> String {
    entries.map { "`\(model.path(of: $0, in: schema))`" }.joined(separator: ", ")
  }

  private func checkClientName(in id: BlockID) throws(RenameRefusal) {
    guard let model = schema.model(id) else { return }
    if model.fieldIndex(Name(newName)) != nil {
      throw RenameRefusal(
        "\(model.keyword) `\(model.name)` has a field `\(newName)`, which the client could not tell apart"
      )
    }
    if model.compoundKeys.contains(where: { $0.name?.value == newName }) {
      throw RenameRefusal(
        "\(model.keyword) `\(model.name)` has another key called `\(newName)` in the client")
    }
  }

  /// What the constraint is whose name is renamed.
  private var constraintKind: ConstraintName.Kind? {
    guard let place = declaration?.place,
      let cursor = analysis.cursor(at: place.range.start, inFile: place.file),
      let attribute = cursor.nodes.last(where: { $0.kind == .attribute })
        ?? cursor.nodes.last(where: { $0.kind == .blockAttribute })
    else { return nil }
    switch attribute.first(.path)?.text {
    case "id": return .primaryKey
    case "unique": return .unique
    case "index", "fulltext": return .index
    case "relation": return .foreignKey
    case "default": return .defaultValue
    default: return nil
    }
  }
}

extension Model {
  /// The id and the uniques, with the name that the client is given for them.
  fileprivate var compoundKeys: [(fields: [IndexField], name: NamedArgument?)] {
    (primaryKey.map { [($0.fields, $0.name)] } ?? [])
      + indexes.filter { $0.kind == .unique }.map { ($0.fields, $0.name) }
  }
}

extension Schema {
  /// The keyword of a declaration.
  func keyword(of id: BlockID) -> String {
    switch kind(of: id) {
    case .model: "model"
    case .view: "view"
    case .enumeration: "enum"
    case .compositeType: "type"
    default: "block"
    }
  }
}

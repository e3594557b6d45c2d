import SchemaModel

extension ConstraintNameClash {
  /// The words of the finding.
  func message(in schema: Schema) -> Message {
    let model = schema.model(constraint.model)?.name ?? ""
    let otherModel = schema.model(other.model)?.name ?? ""
    let rest =
      other.model == constraint.model
      ? "\(other.kind.noun) of the same model"
      : other.kind == constraint.kind
        ? "that of `\(otherModel)`" : "the \(other.kind.noun) of `\(otherModel)`"
    let article = other.model == constraint.model ? "another " : ""
    return Message(
      "the \(constraint.kind.noun) of `\(model)` is called `\(constraint.text)`, as is \(article)\(rest)",
      note: scope == .global
        ? "the database has one set of names for all tables of a schema"
        : "the database has one set of names for each table",
      help: "give one of them another name with `map`")
  }

  /// The other constraint.
  func related(in schema: Schema) -> [RelatedPlace] {
    [RelatedPlace(other.place(in: schema), "`\(other.text)` is here, too")]
  }
}

extension ConstraintName {
  /// Where the constraint is declared.
  func place(in schema: Schema) -> Place {
    guard let model = schema.model(model) else { return .declarationName(model) }
    switch kind {
    case .primaryKey:
      if let key = model.primaryKey { return .range(model.id, key.map?.range ?? key.range) }
    case .unique, .index:
      if model.indexes.indices.contains(ordinal) {
        let index = model.indexes[ordinal]
        return .range(model.id, index.map?.range ?? index.name?.range ?? index.range)
      }
    case .foreignKey:
      if model.fields.indices.contains(ordinal) {
        return .relationPart(model.id, ordinal, .map)
      }
    case .defaultValue:
      if model.fields.indices.contains(ordinal) {
        let field = model.fields[ordinal]
        return .range(model.id, field.defaultValue?.map?.range ?? field.range)
      }
    }
    return .declarationName(model.id)
  }
}

extension ConstraintName.Kind {
  /// The kind in a sentence.
  var noun: String {
    switch self {
    case .primaryKey: "primary key"
    case .unique: "unique"
    case .index: "index"
    case .foreignKey: "foreign key"
    case .defaultValue: "default"
    }
  }
}

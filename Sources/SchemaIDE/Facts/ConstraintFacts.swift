import SchemaModel

extension Schema {
  /// The name of a primary key in the database, and whether it is given; nil where the database gives it
  /// none that matters.
  public func constraintName(
    ofPrimaryKey key: PrimaryKey, in model: Model
  ) -> (name: String, isGiven: Bool)? {
    guard configuration.connector.supportsNamedPrimaryKeys else { return nil }
    if let given = key.map?.value { return (given, true) }
    var names = ConstraintNames(connector: configuration.connector)
    _ = names.primaryKey(of: model)
    return (names.text, false)
  }

  /// The name of an index in the database, and whether it is given; nil for an index without fields.
  public func constraintName(
    of index: Index, in model: Model
  ) -> (name: String, isGiven: Bool)? {
    if let given = index.explicitConstraintName?.value { return (given, true) }
    guard !index.fields.isEmpty else { return nil }
    var names = ConstraintNames(connector: configuration.connector)
    _ = names.index(index, of: model) { compositeType($0) }
    return (names.text, false)
  }

  /// The name of a default in the database, and whether it is given; nil where defaults have none.
  public func constraintName(
    ofDefault value: DefaultValue, of field: Field, in model: Model
  ) -> (name: String, isGiven: Bool)? {
    guard configuration.connector.supportsNamedDefaults, value.function != "autoincrement" else {
      return nil
    }
    if let given = value.map?.value { return (given, true) }
    if let function = LanguageReference.function(value.function ?? ""), function.isMadeByClient {
      return nil
    }
    var names = ConstraintNames(connector: configuration.connector)
    _ = names.defaultValue(of: field, in: model)
    return (names.text, false)
  }
}

extension FunctionReference {
  /// Whether the client makes the value, so that the database has no default.
  public var isMadeByClient: Bool { ["uuid", "cuid", "ulid", "nanoid"].contains(name) }
}

import SchemaParser

/// A schema: the declarations of all its files, resolved against each other.
///
/// A value: a copy stays as it is while the original goes on with later edits.
package struct Schema: Sendable {
  /// What its datasources and generators say.
  package internal(set) var configuration: Configuration
  /// By slot, see ``BlockID``.
  var slots: [Declaration?] = []

  /// The models and views, in file and source order.
  package var models: [Model] { [] }
  /// The enums, in file and source order.
  package var enumerations: [EnumType] { [] }
  /// The composite types, in file and source order.
  package var compositeTypes: [CompositeType] { [] }
  /// The relations in creation order: that of their creating fields (the forward field; side A; the list
  /// field of a relation without forward field).
  package var relations: [Relation] { [] }

  /// The model or view in a slot, nil for anything else.
  package func model(_ id: BlockID) -> Model? { nil }
  /// The enum in a slot, nil for anything else.
  package func enumeration(_ id: BlockID) -> EnumType? { nil }
  /// The composite type in a slot, nil for anything else.
  package func compositeType(_ id: BlockID) -> CompositeType? { nil }

  /// The relation that a relation field takes part in, nil when the field is no relation field.
  package func relation(of field: Field, in model: Model) -> Relation? { nil }

  /// The constraints of a kind whose name is taken in a scope, each once per scope it violates.
  package func constraintNameClashes(of kind: ConstraintName.Kind) -> [ConstraintNameClash] { [] }

  /// The models and views whose table has the same name and schema as that of an earlier one.
  package var databaseNameClashes: [(later: BlockID, earlier: BlockID)] { [] }

  /// The enums that have the same database name and schema as an earlier one.
  package var enumDatabaseNameClashes: [(later: BlockID, earlier: BlockID)] { [] }

  /// A number that grows with the place of a declaration in the schema: files in order, then source
  /// order.
  package func position(of id: BlockID) -> Int { 0 }
}

/// Anything that a block can declare.
package enum Declaration: Sendable {
  case model(Model)
  case enumeration(EnumType)
  case compositeType(CompositeType)
}

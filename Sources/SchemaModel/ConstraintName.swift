import SchemaParser

/// The name of a constraint in the database, given or generated, with the scopes in which it must be
/// unique.
///
/// Source: section 6 of PostgreSQL's CREATE TABLE documentation on constraint names, and its like in
/// the other databases.
public struct ConstraintName: Sendable {
  public enum Kind: UInt8, Sendable {
    case primaryKey, unique, index, foreignKey, defaultValue
  }

  /// What the constraint is.
  public let kind: Kind
  /// The model or view it belongs to.
  public let model: BlockID
  /// Which one: of a unique or index its ``Index/ordinal``, of a foreign key or default the index of
  /// the field (-1 for a relation without forward field); else 0.
  public let ordinal: Int
  /// The list field of a relation without forward field, as index into the model's fields; else nil.
  public let backField: Int?
  /// The name.
  public let text: String
}

/// A constraint whose name is taken in a scope.
public struct ConstraintNameClash: Sendable {
  /// Where names must be unique.
  public enum Scope: UInt8, Sendable {
    /// In all models and views with the same `@@schema`.
    case global
    /// In one model.
    case model
  }

  /// The constraint that is reported.
  public let constraint: ConstraintName
  /// Another constraint of that name.
  public let other: ConstraintName
  /// The scope it violates.
  public let scope: Scope
}

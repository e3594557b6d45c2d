import SchemaModel
import SchemaParser

/// What a place in the text can name: something that has a declaration or several, and uses.
public enum Symbol: Hashable, Sendable {
  /// A model, view, enum or composite type: of several with one name the last, which uses mean.
  case type(BlockID)
  /// A built-in type, which is declared nowhere.
  case builtInType(ScalarType)
  /// A field of a model, view or composite type.
  case field(BlockID, String)
  /// A value of an enum.
  case enumValue(BlockID, String)
  /// The given name of a relation. It belongs to a pair of models, ordered by their slots.
  case relation(String, BlockID, BlockID)
  /// The given name of a key, index, foreign key or default in the database: `map`, of `@@index` also
  /// `name`.
  case constraint(BlockID, String)
  /// The client's name of an `@@id` or `@@unique`: `name`.
  case clientName(BlockID, String)
  /// A datasource, by its name.
  case datasource(String)
  /// A generator, by its name.
  case generator(String)
  /// A schema of the database, by its name.
  case databaseSchema(String)
}

extension Symbol {
  /// The relation of this name between two models.
  static func relation(_ name: String, between one: BlockID, and other: BlockID) -> Symbol {
    one.index <= other.index ? .relation(name, one, other) : .relation(name, other, one)
  }
}

/// A place that names a symbol.
public struct Occurrence: Hashable, Sendable {
  /// What the name does where it stands.
  public enum Role: Sendable {
    /// It is the symbol's declaration. The name of a relation or constraint is one wherever it stands.
    case declaration
    /// It is a field's type.
    case type
    /// It stands in `fields` of a relation.
    case relationField
    /// It stands in `references` of a relation.
    case relationReference
    /// It stands in a key or index.
    case indexField
    /// It is a key of the object `where`.
    case condition
    /// It is a default, or one element of it.
    case defaultValue
    /// It is the first part of a native type: `db` in `@db.Text`.
    case nativeTypePrefix
    /// It says which schema of the database something belongs to.
    case membership
  }

  /// The name alone, of a string what stands between the quotes.
  public let place: FileRange
  /// What the name does where it stands.
  public let role: Role

  /// Whether the symbol is declared here.
  public var isDeclaration: Bool { role == .declaration }
}

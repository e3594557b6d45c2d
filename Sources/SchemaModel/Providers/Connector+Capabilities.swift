/// What the databases can do, as far as the schema language asks.
///
/// Source: https://www.prisma.io/docs/orm/reference/database-features
extension Connector {
  // Types

  /// Whether fields can have this type.
  package func supports(_ type: ScalarType) -> Bool {
    switch type {
    case .int, .bigInt, .float, .boolean, .string, .dateTime, .bytes: true
    case .decimal: self != .mongodb && self != .none
    case .json: self != .sqlserver
    }
  }

  /// Whether fields can be lists of scalars and enums.
  package var supportsScalarLists: Bool {
    switch self {
    case .postgresql, .cockroachdb, .mongodb: true
    case .mysql, .sqlite, .sqlserver, .none: false
    }
  }

  /// Whether fields can be `Json[]`.
  package var supportsJsonLists: Bool { self == .postgresql || self == .mongodb }

  /// Whether there are enums.
  package var supportsEnums: Bool { self != .sqlserver }

  /// Whether there are composite types.
  package var supportsCompositeTypes: Bool { self == .mongodb }

  // Defaults

  /// Whether there is `autoincrement()`.
  package var supportsAutoincrement: Bool { self != .mongodb }

  /// Whether `autoincrement()` may stand on a field that is not the whole primary key.
  package var supportsAutoincrementOutsideIds: Bool {
    switch self {
    case .postgresql, .cockroachdb, .mysql, .sqlserver, .mongodb: true
    case .sqlite, .none: false
    }
  }

  /// Whether `autoincrement()` may stand on a field that begins no index.
  package var supportsAutoincrementWithoutIndex: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlserver, .mongodb: true
    case .mysql, .sqlite, .none: false
    }
  }

  /// Whether a model can have several fields with `autoincrement()`.
  package var supportsSeveralAutoincrements: Bool { supportsAutoincrementWithoutIndex }

  /// Whether there is `auto()`.
  package var supportsAutoFunction: Bool { self == .mongodb }

  /// Whether there is `sequence()`.
  package var supportsSequenceFunction: Bool { self == .cockroachdb }

  /// Whether defaults are constraints with a name.
  package var supportsNamedDefaults: Bool { self == .sqlserver }

  // Ids

  /// Whether an id can have several fields.
  package var supportsCompoundIds: Bool { self != .mongodb }

  /// Whether primary keys are constraints with a name.
  package var supportsNamedPrimaryKeys: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlserver: true
    case .mysql, .sqlite, .mongodb, .none: false
    }
  }

  /// Whether the fields of an id can have a `sort`.
  package var supportsSortInIds: Bool { self == .sqlserver }

  // Indexes

  /// Whether the fields of ids and indexes can have a `length`.
  package var supportsIndexLength: Bool { self == .mysql }

  /// Whether ids and indexes can be `clustered`.
  package var supportsClustering: Bool { self == .sqlserver }

  /// Whether an index can use `method`.
  package func supports(_ method: Index.Method) -> Bool {
    switch self {
    case .postgresql: true
    case .cockroachdb: method == .bTree || method == .gin
    case .mysql, .sqlite, .sqlserver, .mongodb, .none: method == .bTree
    }
  }

  /// Whether there is `@@fulltext`.
  package var supportsFulltext: Bool { self == .mysql || self == .mongodb }

  /// Whether the fields of `@@fulltext` can have a `sort`.
  package var supportsSortInFulltext: Bool { self == .mongodb }

  /// Whether a model can have several `@@fulltext`.
  package var supportsSeveralFulltexts: Bool { self == .mysql }

  /// Whether indexes can have a `where`.
  package var supportsPartialIndexes: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlite, .sqlserver: true
    case .mysql, .mongodb, .none: false
    }
  }

  /// Whether tables can have a shard key.
  package var supportsShardKeys: Bool { self == .mysql }

  // Schemas and relations

  /// Whether a database has schemas: `schemas` in the datasource, `@@schema`.
  package var supportsSchemas: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlserver: true
    case .mysql, .sqlite, .mongodb, .none: false
    }
  }

  /// Whether foreign keys are constraints with a name.
  package var supportsNamedForeignKeys: Bool {
    switch self {
    case .postgresql, .cockroachdb, .mysql, .sqlserver: true
    case .sqlite, .mongodb, .none: false
    }
  }

  /// Whether lists on both sides make a relation with a table of its own.
  package var supportsImplicitManyToMany: Bool { self != .mongodb }

  /// Whether lists on both sides can hold the ids of the other side.
  package var supportsEmbeddedManyToMany: Bool { self == .mongodb }

  /// Whether `references` can name the fields of a unique criterion in any order.
  package var allowsReferencesInAnyOrder: Bool { self != .sqlserver && self != .none }
}

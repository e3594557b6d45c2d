/// What the databases can do, as far as the schema language asks.
///
/// Source: https://www.prisma.io/docs/orm/reference/database-features
extension Connector {
  // Types

  /// Whether fields can have this type.
  public func supports(_ type: ScalarType) -> Bool {
    switch type {
    case .int, .bigInt, .float, .boolean, .string, .dateTime, .bytes: true
    case .decimal: self != .mongodb && self != .none
    case .json: self != .sqlserver
    }
  }

  /// Whether fields can be lists of scalars and enums.
  public var supportsScalarLists: Bool {
    switch self {
    case .postgresql, .cockroachdb, .mongodb: true
    case .mysql, .sqlite, .sqlserver, .none: false
    }
  }

  /// Whether fields can be `Json[]`.
  public var supportsJsonLists: Bool { self == .postgresql || self == .mongodb }

  /// Whether there are enums.
  public var supportsEnums: Bool { self != .sqlserver }

  /// Whether there are composite types.
  public var supportsCompositeTypes: Bool { self == .mongodb }

  // Defaults

  /// Whether there is `autoincrement()`.
  public var supportsAutoincrement: Bool { self != .mongodb }

  /// Whether `autoincrement()` may stand on a field that is not the whole primary key.
  public var supportsAutoincrementOutsideIds: Bool {
    switch self {
    case .postgresql, .cockroachdb, .mysql, .sqlserver, .mongodb: true
    case .sqlite, .none: false
    }
  }

  /// Whether `autoincrement()` may stand on a field that begins no index.
  public var supportsAutoincrementWithoutIndex: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlserver, .mongodb: true
    case .mysql, .sqlite, .none: false
    }
  }

  /// Whether a model can have several fields with `autoincrement()`.
  public var supportsSeveralAutoincrements: Bool { supportsAutoincrementWithoutIndex }

  /// Whether there is `auto()`.
  public var supportsAutoFunction: Bool { self == .mongodb }

  /// Whether there is `sequence()`.
  public var supportsSequenceFunction: Bool { self == .cockroachdb }

  /// Whether defaults are constraints with a name.
  public var supportsNamedDefaults: Bool { self == .sqlserver }

  // Ids

  /// Whether an id can have several fields.
  public var supportsCompoundIds: Bool { self != .mongodb }

  /// Whether primary keys are constraints with a name.
  public var supportsNamedPrimaryKeys: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlserver: true
    case .mysql, .sqlite, .mongodb, .none: false
    }
  }

  /// Whether the fields of an id can have a `sort`.
  public var supportsSortInIds: Bool { self == .sqlserver }

  // Indexes

  /// Whether the fields of ids and indexes can have a `length`.
  public var supportsIndexLength: Bool { self == .mysql }

  /// Whether ids and indexes can be `clustered`.
  public var supportsClustering: Bool { self == .sqlserver }

  /// Whether an index can use `method`.
  public func supports(_ method: Index.Method) -> Bool {
    switch self {
    case .postgresql: true
    case .cockroachdb: method == .bTree || method == .gin
    case .mysql, .sqlite, .sqlserver, .mongodb, .none: method == .bTree
    }
  }

  /// Whether there is `@@fulltext`.
  public var supportsFulltext: Bool { self == .mysql || self == .mongodb }

  /// Whether the fields of `@@fulltext` can have a `sort`.
  public var supportsSortInFulltext: Bool { self == .mongodb }

  /// Whether a model can have several `@@fulltext`.
  public var supportsSeveralFulltexts: Bool { self == .mysql }

  /// Whether indexes can have a `where`.
  public var supportsPartialIndexes: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlite, .sqlserver: true
    case .mysql, .mongodb, .none: false
    }
  }

  /// Whether tables can have a shard key.
  public var supportsShardKeys: Bool { self == .mysql }

  // Schemas and relations

  /// Whether a database has schemas: `schemas` in the datasource, `@@schema`.
  public var supportsSchemas: Bool {
    switch self {
    case .postgresql, .cockroachdb, .sqlserver: true
    case .mysql, .sqlite, .mongodb, .none: false
    }
  }

  /// Whether foreign keys are constraints with a name.
  public var supportsNamedForeignKeys: Bool {
    switch self {
    case .postgresql, .cockroachdb, .mysql, .sqlserver: true
    case .sqlite, .mongodb, .none: false
    }
  }

  /// Whether lists on both sides make a relation with a table of its own.
  public var supportsImplicitManyToMany: Bool { self != .mongodb }

  /// Whether lists on both sides can hold the ids of the other side.
  public var supportsEmbeddedManyToMany: Bool { self == .mongodb }

  /// Whether `references` can name the fields of a unique criterion in any order.
  public var allowsReferencesInAnyOrder: Bool { self != .sqlserver && self != .none }
}

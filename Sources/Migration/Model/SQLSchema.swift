/// A database's structure, as far as migrations deal with it: read from a schema file, from a replayed
/// migrations folder, or from a database.
///
/// A value. The order of its lists is part of it: steps of a migration are ordered by it. From a schema
/// file they stand as in the source; from a database tables, enums, foreign keys and indexes are in
/// byte order of their names.
public struct SQLSchema: Sendable {
  /// Where a structure was read from, which decides what its names look like in a script.
  public enum Origin: Sendable {
    /// `empty`: nothing was read.
    case empty
    case schemaFile
    /// A database, or migrations that were replayed.
    case database
  }

  /// The SQL that it is for.
  public let dialect: SQLDialect
  /// Where it was read from.
  public let origin: Origin
  /// The schema that names without one belong to: `public`; empty where there are no schemas.
  public let defaultNamespace: String
  /// The database schemas, in order.
  public var namespaces: [String] = []
  /// The enums.
  public var enums: [SQLEnum] = []
  /// The tables. Views are not among them.
  public var tables: [SQLTable] = []
  /// The extensions that a schema file asks for, or that a database has; nil when they don't count.
  public var extensions: [SQLExtension]?
  /// Whether partial indexes are compared.
  public var comparesPartialIndexes = false
  /// What else a database has; it is never compared.
  public var details = SQLDetails()

  public init(dialect: SQLDialect, origin: Origin, defaultNamespace: String? = nil) {
    self.dialect = dialect
    self.origin = origin
    self.defaultNamespace = defaultNamespace ?? dialect.defaultNamespace
  }
}

/// The kinds of SQL.
public enum SQLDialect: Sendable {
  case postgresql
  case cockroachdb
  case sqlite

  /// The schema that names without one belong to, empty where there are no schemas.
  public var defaultNamespace: String { self == .sqlite ? "" : "public" }
}

/// The name of a table or enum with its database schema.
public struct QualifiedName: Hashable, Sendable {
  /// The database schema.
  public let namespace: String
  /// The name in it.
  public let name: String
  /// Whether the schema was written (`@@schema`), which decides how older versions print it.
  public let isExplicit: Bool

  public init(namespace: String, name: String, isExplicit: Bool = false) {
    self.namespace = namespace
    self.name = name
    self.isExplicit = isExplicit
  }

  /// The same database schema with another name.
  public func with(name: String) -> QualifiedName {
    QualifiedName(namespace: namespace, name: name, isExplicit: isExplicit)
  }

  public static func == (left: QualifiedName, right: QualifiedName) -> Bool {
    left.name == right.name && left.namespace == right.namespace
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(namespace)
    hasher.combine(name)
  }
}

/// An enum type.
public struct SQLEnum: Sendable {
  public var name: QualifiedName
  /// Its labels, in the order of their declaration.
  public var values: [String]

  public init(name: QualifiedName, values: [String]) {
    self.name = name
    self.values = values
  }
}

/// A table.
public struct SQLTable: Sendable {
  public var name: QualifiedName
  /// Its columns, in order.
  public var columns: [SQLColumn] = []
  /// Its primary key, nil without one.
  public var primaryKey: SQLPrimaryKey?
  /// Its other indexes, unique constraints included.
  public var indexes: [SQLIndex] = []
  /// The foreign keys that it has.
  public var foreignKeys: [SQLForeignKey] = []

  public init(name: QualifiedName) { self.name = name }

  /// The place of a column in ``columns``.
  public func columnIndex(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// A column.
public struct SQLColumn: Sendable {
  /// How often a value occurs.
  public enum Arity: Hashable, Sendable { case required, nullable, list }

  public var name: String
  public var type: SQLType
  public var arity: Arity
  /// The default in the database.
  public var defaultValue: SQLDefault?
  /// Whether it takes its values from a sequence.
  public var isAutoincrement = false
  /// What is written of how its sequence counts, each option at most once, in the order of SQL; of
  /// CockroachDB.
  public var sequenceOptions: [SQLSequenceOption] = []
  /// Whether the client makes a value where none is given; the database knows nothing of it.
  public var hasClientDefault = false

  public init(
    name: String, type: SQLType, arity: Arity, defaultValue: SQLDefault? = nil,
    isAutoincrement: Bool = false, hasClientDefault: Bool = false
  ) {
    self.name = name
    self.type = type
    self.arity = arity
    self.defaultValue = defaultValue
    self.isAutoincrement = isAutoincrement
    self.hasClientDefault = hasClientDefault
  }
}

/// An option of a sequence of CockroachDB.
///
/// Source: https://www.cockroachlabs.com/docs/stable/create-sequence
public enum SQLSequenceOption: Hashable, Sendable {
  /// Its numbers only grow, and are not dense.
  case virtual
  case increment(Int)
  /// How many numbers a connection takes at once.
  case cache(Int)
  case start(Int)
  case minimum(Int)
  case maximum(Int)
}

/// A primary key.
public struct SQLPrimaryKey: Sendable {
  /// The constraint's name.
  public var name: String
  public var columns: [SQLIndexColumn]

  public init(name: String, columns: [SQLIndexColumn]) {
    self.name = name
    self.columns = columns
  }
}

/// An index or unique constraint.
public struct SQLIndex: Sendable {
  public enum Kind: Hashable, Sendable { case normal, unique, fulltext }
  /// The access methods of PostgreSQL.
  public enum Method: String, Hashable, Sendable {
    case bTree = "BTREE"
    case hash = "HASH"
    case gist = "GIST"
    case gin = "GIN"
    case spGist = "SPGIST"
    case brin = "BRIN"
  }

  public var name: String
  public var kind: Kind
  public var columns: [SQLIndexColumn]
  public var method: Method
  /// What rows it holds, as SQL; nil for all.
  public var predicate: String?

  public init(
    name: String, kind: Kind, columns: [SQLIndexColumn], method: Method = .bTree,
    predicate: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.columns = columns
    self.method = method
    self.predicate = predicate
  }
}

/// An entry of a key or index.
public struct SQLIndexColumn: Hashable, Sendable {
  public enum Sort: String, Hashable, Sendable {
    case ascending = "ASC"
    case descending = "DESC"
  }

  public var name: String
  /// The order, nil where none is written.
  public var sort: Sort?
  /// How much of a text is indexed, of MySQL.
  public var length: Int?
  /// The operator class as SQL writes it, nil where none is written.
  public var operatorClass: String?
  /// Whether the operator class is the one that the method takes by itself.
  public var isDefaultOperatorClass = false

  public init(
    name: String, sort: Sort? = nil, length: Int? = nil, operatorClass: String? = nil,
    isDefaultOperatorClass: Bool = false
  ) {
    self.name = name
    self.sort = sort
    self.length = length
    self.operatorClass = operatorClass
    self.isDefaultOperatorClass = isDefaultOperatorClass
  }
}

/// A foreign key.
public struct SQLForeignKey: Sendable {
  /// What happens to the referencing rows.
  public enum Action: String, Hashable, Sendable {
    case cascade = "CASCADE"
    case restrict = "RESTRICT"
    case noAction = "NO ACTION"
    case setNull = "SET NULL"
    case setDefault = "SET DEFAULT"
  }

  public var name: String
  public var columns: [String]
  public var referencedTable: QualifiedName
  public var referencedColumns: [String]
  public var onDelete: Action
  public var onUpdate: Action

  public init(
    name: String, columns: [String], referencedTable: QualifiedName, referencedColumns: [String],
    onDelete: Action, onUpdate: Action
  ) {
    self.name = name
    self.columns = columns
    self.referencedTable = referencedTable
    self.referencedColumns = referencedColumns
    self.onDelete = onDelete
    self.onUpdate = onUpdate
  }
}

/// An extension of PostgreSQL.
public struct SQLExtension: Hashable, Sendable {
  public var name: String
  /// The database schema it lies in; nil or empty where none is asked for.
  public var schema: String?
  public var version: String?
  /// Whether it can be moved to another schema.
  public var isRelocatable: Bool

  public init(
    name: String, schema: String? = nil, version: String? = nil, isRelocatable: Bool = false
  ) {
    self.name = name
    self.schema = schema
    self.version = version
    self.isRelocatable = isRelocatable
  }
}

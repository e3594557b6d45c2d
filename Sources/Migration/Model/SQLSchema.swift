/// A database's structure, as far as migrations deal with it: read from a schema file, from a replayed
/// migrations folder, or from a database.
///
/// A value. The order of its lists is part of it: steps of a migration are ordered by it. From a schema
/// file they stand as in the source; from a database tables, enums, foreign keys and indexes are in
/// byte order of their names.
package struct SQLSchema: Sendable {
  /// Where a structure was read from, which decides what its names look like in a script.
  package enum Origin: Sendable {
    /// `empty`: nothing was read.
    case empty
    case schemaFile
    /// A database, or migrations that were replayed.
    case database
  }

  /// The SQL that it is for.
  package let dialect: SQLDialect
  /// Where it was read from.
  package let origin: Origin
  /// The schema that names without one belong to: `public`; empty where there are no schemas.
  package let defaultNamespace: String
  /// The database schemas, in order.
  package var namespaces: [String] = []
  /// The enums.
  package var enums: [SQLEnum] = []
  /// The tables. Views are not among them.
  package var tables: [SQLTable] = []
  /// The extensions that a schema file asks for, or that a database has; nil when they don't count.
  package var extensions: [SQLExtension]?
  /// Whether partial indexes are compared.
  package var comparesPartialIndexes = false
  /// What else a database has; it is never compared.
  package var details = SQLDetails()

  package init(dialect: SQLDialect, origin: Origin, defaultNamespace: String? = nil) {
    self.dialect = dialect
    self.origin = origin
    self.defaultNamespace = defaultNamespace ?? dialect.defaultNamespace
  }
}

/// The kinds of SQL.
package enum SQLDialect: Sendable {
  case postgresql
  case cockroachdb
  case sqlite

  /// The schema that names without one belong to, empty where there are no schemas.
  package var defaultNamespace: String { self == .sqlite ? "" : "public" }
}

/// The name of a table or enum with its database schema.
package struct QualifiedName: Hashable, Sendable {
  /// The database schema.
  package let namespace: String
  /// The name in it.
  package let name: String
  /// Whether the schema was written (`@@schema`), which decides how older versions print it.
  package let isExplicit: Bool

  package init(namespace: String, name: String, isExplicit: Bool = false) {
    self.namespace = namespace
    self.name = name
    self.isExplicit = isExplicit
  }

  /// The same database schema with another name.
  package func with(name: String) -> QualifiedName {
    QualifiedName(namespace: namespace, name: name, isExplicit: isExplicit)
  }

  package static func == (left: QualifiedName, right: QualifiedName) -> Bool {
    left.name == right.name && left.namespace == right.namespace
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(namespace)
    hasher.combine(name)
  }
}

/// An enum type.
package struct SQLEnum: Sendable {
  package var name: QualifiedName
  /// Its labels, in the order of their declaration.
  package var values: [String]

  package init(name: QualifiedName, values: [String]) {
    self.name = name
    self.values = values
  }
}

/// A table.
package struct SQLTable: Sendable {
  package var name: QualifiedName
  /// Its columns, in order.
  package var columns: [SQLColumn] = []
  /// Its primary key, nil without one.
  package var primaryKey: SQLPrimaryKey?
  /// Its other indexes, unique constraints included.
  package var indexes: [SQLIndex] = []
  /// The foreign keys that it has.
  package var foreignKeys: [SQLForeignKey] = []

  package init(name: QualifiedName) { self.name = name }

  /// The place of a column in ``columns``.
  package func columnIndex(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// A column.
package struct SQLColumn: Sendable {
  /// How often a value occurs.
  package enum Arity: Hashable, Sendable { case required, nullable, list }

  package var name: String
  package var type: SQLType
  package var arity: Arity
  /// The default in the database.
  package var defaultValue: SQLDefault?
  /// Whether it takes its values from a sequence.
  package var isAutoincrement = false
  /// What is written of how its sequence counts, each option at most once, in the order of SQL; of
  /// CockroachDB.
  package var sequenceOptions: [SQLSequenceOption] = []
  /// Whether the client makes a value where none is given; the database knows nothing of it.
  package var hasClientDefault = false

  package init(
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
package enum SQLSequenceOption: Hashable, Sendable {
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
package struct SQLPrimaryKey: Sendable {
  /// The constraint's name.
  package var name: String
  package var columns: [SQLIndexColumn]

  package init(name: String, columns: [SQLIndexColumn]) {
    self.name = name
    self.columns = columns
  }
}

/// An index or unique constraint.
package struct SQLIndex: Sendable {
  package enum Kind: Hashable, Sendable { case normal, unique, fulltext }
  /// The access methods of PostgreSQL.
  package enum Method: String, Hashable, Sendable {
    case bTree = "BTREE"
    case hash = "HASH"
    case gist = "GIST"
    case gin = "GIN"
    case spGist = "SPGIST"
    case brin = "BRIN"
  }

  package var name: String
  package var kind: Kind
  package var columns: [SQLIndexColumn]
  package var method: Method
  /// What rows it holds, as SQL; nil for all.
  package var predicate: String?

  package init(
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
package struct SQLIndexColumn: Hashable, Sendable {
  package enum Sort: String, Hashable, Sendable {
    case ascending = "ASC"
    case descending = "DESC"
  }

  package var name: String
  /// The order, nil where none is written.
  package var sort: Sort?
  /// How much of a text is indexed, of MySQL.
  package var length: Int?
  /// The operator class as SQL writes it, nil where none is written.
  package var operatorClass: String?
  /// Whether the operator class is the one that the method takes by itself.
  package var isDefaultOperatorClass = false

  package init(
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
package struct SQLForeignKey: Sendable {
  /// What happens to the referencing rows.
  package enum Action: String, Hashable, Sendable {
    case cascade = "CASCADE"
    case restrict = "RESTRICT"
    case noAction = "NO ACTION"
    case setNull = "SET NULL"
    case setDefault = "SET DEFAULT"
  }

  package var name: String
  package var columns: [String]
  package var referencedTable: QualifiedName
  package var referencedColumns: [String]
  package var onDelete: Action
  package var onUpdate: Action

  package init(
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
package struct SQLExtension: Hashable, Sendable {
  package var name: String
  /// The database schema it lies in; nil or empty where none is asked for.
  package var schema: String?
  package var version: String?
  /// Whether it can be moved to another schema.
  package var isRelocatable: Bool

  package init(
    name: String, schema: String? = nil, version: String? = nil, isRelocatable: Bool = false
  ) {
    self.name = name
    self.schema = schema
    self.version = version
    self.isRelocatable = isRelocatable
  }
}

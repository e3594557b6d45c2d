import Migration

/// What the replayed scripts have left so far: the parts of PostgreSQL's own catalogue that later scripts
/// can refer to.
///
/// A value, so that a state can be kept and gone back to. Tables, types and sequences have numbers that
/// stay while their names change, as in PostgreSQL; columns have one within their table.
struct Catalogue: Sendable {
  /// What a name of the kind that tables, views, indexes and sequences share stands for.
  enum Relation: Hashable, Sendable {
    case table(Int)
    case index(table: Int, index: Int)
    case sequence(Int)
    case view
  }

  /// The schemas; `public` is there from the start.
  var namespaces: Set<String> = ["public"]
  /// Where names without a schema are looked for, and made in the first one that exists.
  var searchPath: [String]
  /// The schema of ``searchPath`` at the start.
  let defaultNamespace: String
  /// Tables, views, indexes and sequences by name.
  var relations: [QualifiedName: Relation] = [:]
  var tables: [Int: CatalogueTable] = [:]
  var sequences: [Int: CatalogueSequence] = [:]
  /// Enums and other types that were made, by name.
  var typeNames: [QualifiedName: Int] = [:]
  var types: [Int: CatalogueType] = [:]
  /// The views, materialized ones too.
  var views: [QualifiedName: SQLView] = [:]
  /// The installed extensions, by name.
  var extensions: [String: SQLExtension] = [:]
  /// The functions that were made here and may change the structure when they are called: the types of their
  /// arguments, by their names in small letters.
  var alteringFunctions: [String: Set<[String]>] = [:]
  private var lastNumber = 0

  init(defaultNamespace: String) {
    self.defaultNamespace = defaultNamespace
    searchPath = [defaultNamespace]
    namespaces.insert(defaultNamespace)
  }

  /// A number that nothing else has.
  mutating func makeNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }
}

/// The schema of temporary tables, which end with the session.
let temporaryNamespace = "pg_temp"

/// A sequence.
struct CatalogueSequence: Sendable {
  var name: QualifiedName
  /// The column that it belongs to, with which it goes.
  var owner: (table: Int, column: Int)?
}

/// A type that was made, or that came with an extension.
struct CatalogueType: Sendable {
  enum Kind: Sendable {
    /// With its labels in order.
    case enumeration([String])
    case domain
    /// Composite types, ranges and the like.
    case other
    /// One of an extension.
    case installed(extension: String)
  }

  var name: QualifiedName
  var kind: Kind
}

/// The type of a column.
struct ColumnType: Hashable, Sendable {
  enum Base: Hashable, Sendable {
    /// A type of PostgreSQL itself, by its name in `pg_type`.
    case system(String)
    /// One that was made: its number.
    case made(Int)
  }

  var base: Base
  /// `pg_attribute.atttypmod`: lengths and precisions; -1 without any.
  var modifier = -1
  var isArray = false

  init(_ base: Base, modifier: Int = -1, isArray: Bool = false) {
    self.base = base
    self.modifier = modifier
    self.isArray = isArray
  }

  static func system(_ name: String) -> ColumnType { ColumnType(.system(name)) }

  /// The type of the elements of an array.
  var element: ColumnType { ColumnType(base, modifier: modifier) }

  /// Whether both are the same but for lengths and precisions.
  func isSameBut(modifier other: ColumnType) -> Bool {
    base == other.base && isArray == other.isArray
  }
}

/// A table.
struct CatalogueTable: Sendable {
  var name: QualifiedName
  var columns: [CatalogueColumn] = []
  /// All indexes, those of keys and constraints included.
  var indexes: [CatalogueIndex] = []
  var foreignKeys: [CatalogueForeignKey] = []
  var checks: [CatalogueCheck] = []
  /// The tables that it inherits from, or is a partition of.
  var parents: [Int] = []
  var isPartition = false
  var isPartitioned = false
  /// Whether it was made from a query, so that not all of its columns are known.
  var hasUnknownColumns = false
  /// Whether it goes at the end of the transaction.
  var isDroppedOnCommit = false
  var hasRowSecurity = false
  var comment: String?
  /// Triggers and policies by name.
  var triggers: [String: String] = [:]
  var policies: [String: String] = [:]
  private var lastColumn = 0

  init(name: QualifiedName) { self.name = name }

  /// A number for a new column.
  mutating func makeColumnNumber() -> Int {
    lastColumn += 1
    return lastColumn
  }

  /// The place of a column in ``columns``.
  func place(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
  /// The column with a number, nil when it is gone.
  func column(_ number: Int) -> CatalogueColumn? { columns.first { $0.number == number } }
  var primaryKey: CatalogueIndex? { indexes.first { $0.constraint == .primaryKey } }
}

/// A column.
struct CatalogueColumn: Sendable {
  let number: Int
  var name: String
  var type: ColumnType
  var isRequired = false
  var defaultValue: ExpressionText?
  /// Whether it is an identity column.
  var isIdentity = false
  /// The expression of a generated column.
  var generation: ExpressionText?
  var comment: String?

  init(number: Int, name: String, type: ColumnType) {
    self.number = number
    self.name = name
    self.type = type
  }
}

/// An index, or the key or constraint that it stands for.
struct CatalogueIndex: Sendable {
  enum Constraint: Sendable { case none, primaryKey, unique, exclusion }
  struct Entry: Sendable {
    enum Value: Sendable {
      case column(Int)
      case expression(ExpressionText)
    }

    var value: Value
    /// The operator class that was written, nil for the default one.
    var operatorClass: String?
    var isDescending = false
    /// Whether NULL values stand where PostgreSQL doesn't put them by itself.
    var hasOwnNullOrder = false
  }

  let number: Int
  var name: String
  var constraint = Constraint.none
  var isUnique = false
  /// As PostgreSQL names it: `btree`, `gin` ….
  var method = "btree"
  var entries: [Entry] = []
  /// Columns that are only carried along (`INCLUDE`).
  var included: [Int] = []
  var predicate: ExpressionText?
  var isDeferrable = false

  init(number: Int, name: String) {
    self.number = number
    self.name = name
  }

  /// The columns of the key, nil when there is an expression among them.
  var keyColumns: [Int]? {
    var columns: [Int] = []
    for entry in entries {
      guard case .column(let column) = entry.value else { return nil }
      columns.append(column)
    }
    return columns
  }

  /// Whether it can't be without a column.
  func uses(_ column: Int) -> Bool {
    included.contains(column) || predicate?.columns.contains(column) == true
      || entries.contains { entry in
        switch entry.value {
        case .column(let number): number == column
        case .expression(let text): text.columns.contains(column)
        }
      }
  }
}

/// A foreign key.
struct CatalogueForeignKey: Sendable {
  var name: String
  var columns: [Int]
  var referencedTable: Int
  var referencedColumns: [Int]
  /// The number of the unique index of the other table that it rests on.
  var index: Int
  var onDelete: SQLForeignKey.Action
  var onUpdate: SQLForeignKey.Action
  var isDeferrable = false
}

/// A check constraint.
struct CatalogueCheck: Sendable {
  var name: String
  /// The condition; empty where it can't be printed.
  var condition: ExpressionText
}

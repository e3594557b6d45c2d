import Migration
import SchemaModel
import SchemaParser

/// The schema that describes a database, in files.
///
/// Names, comments, defaults of the client and the order of blocks are taken over from the schema at
/// hand; all else is told by the database. Takes time in proportion to both.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/introspection
public struct PulledSchema: Sendable {
  /// A file of the schema.
  public struct File: Sendable {
    /// Its path, as the schema at hand has it; a new one lies beside the file with the datasource.
    public let path: String
    /// Its text in the canonical layout.
    public let text: [UInt8]
    /// Whether the schema at hand has no such file.
    public let isNew: Bool
  }

  /// The query of a view, which no schema can express.
  public struct ViewDefinition: Sendable {
    public let namespace: String
    public let name: String
    /// The query, as PostgreSQL writes it.
    public let sql: String
  }

  /// All files of the schema, those of the schema at hand first, in its order.
  public let files: [File]
  /// What the reader must know, in a fixed order of kinds.
  public let warnings: [PullWarning]
  /// The queries of the views; empty where views aren't taken over.
  public let viewDefinitions: [ViewDefinition]
  /// How many models and views there are, without those that are commented out.
  public let modelCount: Int
  /// How many enums there are.
  public let enumerationCount: Int

  /// Describes `database`.
  ///
  /// - Parameter schema: the schema at hand; at least its datasource, which says what is read and how
  ///   native types are written.
  /// - Throws: when there is nothing to describe, or a foreign key leads to a table that was not read.
  public init(
    of database: SQLSchema, keeping schema: Schema, options: PullOptions = PullOptions()
  ) throws(PullError) {
    var pull = try Pull(database: database, schema: schema, options: options)
    files = SchemaFiles.texts(&pull)
    warnings = pull.warnings.sorted()
    viewDefinitions = pull.tables.filter(\.isView).compactMap { view in
      view.definition.map {
        ViewDefinition(namespace: view.name.namespace, name: view.name.name, sql: $0)
      }
    }
    modelCount = pull.tables.count { $0.modelName != nil && !$0.columns.isEmpty }
    enumerationCount = pull.enums.count { $0.name != nil }
  }
}

/// How a database is described.
public struct PullOptions: Hashable, Sendable {
  /// Whether models, views and enums of the schema at hand are taken into account; its datasource and
  /// generators always are.
  public var keepsModels: Bool
  /// The database schemas for the datasource's `schemas`; nil to leave those that are written there.
  public var namespaces: [String]?
  /// Which version's text it is.
  public var profile: SQLProfile

  public init(
    keepsModels: Bool = true, namespaces: [String]? = nil, profile: SQLProfile = .sevenTen
  ) {
    self.keepsModels = keepsModels
    self.namespaces = namespaces
    self.profile = profile
  }
}

/// Why a database can't be described.
public enum PullError: Error, Hashable {
  /// There are neither tables nor enums, nor views that are taken over.
  case emptyDatabase
  /// A foreign key leads to a table of a database schema that was not read.
  case referenceOutside(constraint: String, table: QualifiedName, referencedTable: QualifiedName)
}

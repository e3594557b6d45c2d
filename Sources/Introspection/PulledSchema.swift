import Migration
import SchemaModel
import SchemaParser

/// The schema that describes a database, in files.
///
/// Names, comments, defaults of the client and the order of blocks are taken over from the schema at
/// hand; all else is told by the database. Takes time in proportion to both.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/introspection
package struct PulledSchema: Sendable {
  /// A file of the schema.
  package struct File: Sendable {
    /// Its path, as the schema at hand has it; a new one lies beside the file with the datasource.
    package let path: String
    /// Its text in the canonical layout.
    package let text: [UInt8]
    /// Whether the schema at hand has no such file.
    package let isNew: Bool
  }

  /// The query of a view, which no schema can express.
  package struct ViewDefinition: Sendable {
    package let namespace: String
    package let name: String
    /// The query, as PostgreSQL writes it.
    package let sql: String
  }

  /// All files of the schema, those of the schema at hand first, in its order.
  package let files: [File]
  /// What the reader must know, in a fixed order of kinds.
  package let warnings: [PullWarning]
  /// The queries of the views; empty where views aren't taken over.
  package let viewDefinitions: [ViewDefinition]
  /// How many models and views there are, without those that are commented out.
  package let modelCount: Int
  /// How many enums there are.
  package let enumerationCount: Int

  /// Describes `database`.
  ///
  /// - Parameter schema: the schema at hand; at least its datasource, which says what is read and how
  ///   native types are written.
  /// - Throws: when there is nothing to describe, or a foreign key leads to a table that was not read.
  package init(
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
package struct PullOptions: Hashable, Sendable {
  /// Whether models, views and enums of the schema at hand are taken into account; its datasource and
  /// generators always are.
  package var keepsModels: Bool
  /// The database schemas for the datasource's `schemas`; nil to leave those that are written there.
  package var namespaces: [String]?
  /// Which version's text it is.
  package var profile: SQLProfile

  package init(
    keepsModels: Bool = true, namespaces: [String]? = nil, profile: SQLProfile = .sevenTen
  ) {
    self.keepsModels = keepsModels
    self.namespaces = namespaces
    self.profile = profile
  }
}

/// Why a database can't be described.
package enum PullError: Error, Hashable {
  /// There are neither tables nor enums, nor views that are taken over.
  case emptyDatabase
  /// A foreign key leads to a table of a database schema that was not read.
  case referenceOutside(constraint: String, table: QualifiedName, referencedTable: QualifiedName)
}

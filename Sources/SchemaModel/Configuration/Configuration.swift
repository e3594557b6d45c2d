import SchemaParser

/// What the datasources and generators of a schema say together.
package struct Configuration: Sendable {
  /// The active datasource: the first that could be loaded, in file order.
  package let datasource: Datasource?
  /// The preview features in force, of all generators, in lower case.
  package let previewFeatures: Set<String>
  /// The version whose rules hold.
  package let version: PrismaVersion

  /// The database, `.none` without an active datasource.
  package var connector: Connector { datasource?.connector ?? .none }

  /// How relations are kept consistent.
  package var relationMode: RelationMode {
    datasource?.relationMode ?? (connector == .mongodb ? .prisma : .foreignKeys)
  }

  /// Whether `feature` (any case) is in force.
  package func hasPreviewFeature(_ feature: String) -> Bool {
    previewFeatures.contains(feature.lowercased())
  }

  package init(
    datasource: Datasource?, previewFeatures: Set<String>, version: PrismaVersion
  ) {
    self.datasource = datasource
    self.previewFeatures = previewFeatures
    self.version = version
  }
}

/// The major version of Prisma that a schema is written for.
package enum PrismaVersion: String, Sendable, CaseIterable {
  case five = "5"
  case six = "6"
  case seven = "7"

  /// The grammar of that version.
  package var dialect: Dialect { self == .seven ? .prisma7 : .prisma6 }
}

/// A datasource that could be loaded. Ranges count from the start of its block.
package struct Datasource: Sendable {
  /// The block.
  package let id: BlockID
  /// Its name, which native types begin with.
  package let identifier: Identifier
  /// The span class BLOCK.
  package let range: TextRange
  /// The database.
  package let connector: Connector
  /// The relation mode written, nil for the connector's own.
  package let relationMode: RelationMode?
  /// `schemas`, nil when the property is absent or not a list of strings.
  package let schemas: [SchemaName]?
  /// The values of ``schemas``, for looking one up.
  package let schemaNames: Set<String>
  /// The entries of `extensions` with their property, nil when the property is absent.
  package let extensions: ExtensionList?

  package init(
    id: BlockID, identifier: Identifier, range: TextRange, connector: Connector,
    relationMode: RelationMode?, schemas: [SchemaName]?, extensions: ExtensionList?
  ) {
    self.id = id
    self.identifier = identifier
    self.range = range
    self.connector = connector
    self.relationMode = relationMode
    self.schemas = schemas
    schemaNames = Set((schemas ?? []).map(\.value))
    self.extensions = extensions
  }

  /// The property `extensions`.
  package struct ExtensionList: Sendable {
    /// The span class PROP.
    package let propertyRange: TextRange
    /// The name of each entry with its span class EXPR.
    package let entries: [SchemaName]

    package init(propertyRange: TextRange, entries: [SchemaName]) {
      self.propertyRange = propertyRange
      self.entries = entries
    }
  }
}

/// A text value of the configuration with its place (span class EXPR).
package struct SchemaName: Sendable {
  package let value: String
  package let range: TextRange

  package init(value: String, range: TextRange) {
    self.value = value
    self.range = range
  }
}

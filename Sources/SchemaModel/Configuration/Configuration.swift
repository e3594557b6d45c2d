import SchemaParser

/// What the datasources and generators of a schema say together.
public struct Configuration: Sendable {
  /// The active datasource: the first that could be loaded, in file order.
  public let datasource: Datasource?
  /// The preview features in force, of all generators, in lower case.
  public let previewFeatures: Set<String>
  /// The version whose rules hold.
  public let version: PrismaVersion

  /// The database, `.none` without an active datasource.
  public var connector: Connector { datasource?.connector ?? .none }

  /// How relations are kept consistent.
  public var relationMode: RelationMode {
    datasource?.relationMode ?? (connector == .mongodb ? .prisma : .foreignKeys)
  }

  /// Whether `feature` (any case) is in force.
  public func hasPreviewFeature(_ feature: String) -> Bool {
    previewFeatures.contains(feature.lowercased())
  }

  public init(
    datasource: Datasource?, previewFeatures: Set<String>, version: PrismaVersion
  ) {
    self.datasource = datasource
    self.previewFeatures = previewFeatures
    self.version = version
  }
}

/// The major version of Prisma that a schema is written for.
public enum PrismaVersion: String, Sendable, CaseIterable {
  case five = "5"
  case six = "6"
  case seven = "7"

  /// The grammar of that version.
  public var dialect: Dialect { self == .seven ? .prisma7 : .prisma6 }
}

/// A datasource that could be loaded. Ranges count from the start of its block.
public struct Datasource: Sendable {
  /// The block.
  public let id: BlockID
  /// Its name, which native types begin with.
  public let identifier: Identifier
  /// The span class BLOCK.
  public let range: TextRange
  /// The database.
  public let connector: Connector
  /// The relation mode written, nil for the connector's own.
  public let relationMode: RelationMode?
  /// `schemas`, nil when the property is absent or not a list of strings.
  public let schemas: [SchemaName]?
  /// The values of ``schemas``, for looking one up.
  public let schemaNames: Set<String>
  /// The entries of `extensions` with their property, nil when the property is absent.
  public let extensions: ExtensionList?

  public init(
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
  public struct ExtensionList: Sendable {
    /// The span class PROP.
    public let propertyRange: TextRange
    /// The name of each entry with its span class EXPR.
    public let entries: [SchemaName]

    public init(propertyRange: TextRange, entries: [SchemaName]) {
      self.propertyRange = propertyRange
      self.entries = entries
    }
  }
}

/// A text value of the configuration with its place (span class EXPR).
public struct SchemaName: Sendable {
  public let value: String
  public let range: TextRange

  public init(value: String, range: TextRange) {
    self.value = value
    self.range = range
  }
}

import SchemaModel

/// Where a word of the language can be used: with which databases, versions and preview features.
public struct Availability: Sendable {
  /// The databases, `.none` standing for a schema without a datasource.
  public let connectors: [Connector]
  /// The versions.
  public let versions: [PrismaVersion]
  /// The preview feature that it needs, nil when it needs none.
  public let previewFeature: String?

  /// No limits.
  static let everywhere = on { _ in true }

  /// With the databases that `supports` tells.
  static func on(
    versions: [PrismaVersion] = PrismaVersion.allCases, previewFeature: String? = nil,
    _ supports: (Connector) -> Bool = { _ in true }
  ) -> Availability {
    Availability(
      connectors: Connector.allCases.filter(supports), versions: versions,
      previewFeature: previewFeature)
  }

  /// Whether the database and the version are among those, whatever the preview features.
  public func holds(for connector: Connector, _ version: PrismaVersion) -> Bool {
    connectors.contains(connector) && versions.contains(version)
  }

  /// Whether a schema of this configuration can use it.
  public func holds(in configuration: Configuration) -> Bool {
    holds(for: configuration.connector, configuration.version)
      && previewFeature.map { configuration.hasPreviewFeature($0) } != false
  }

  /// The limits in words, to go on behind a colon; nil when there are none.
  public var description: String? {
    var parts: [String] = []
    let databases = Connector.allCases.filter { $0 != .none }
    let missing = databases.filter { !connectors.contains($0) }
    if !missing.isEmpty {
      let named = databases.filter(connectors.contains)
      parts.append(
        missing.count <= 2
          ? "not with \(missing.map(\.productName).joined(separator: " and "))"
          : named.map(\.productName).joined(separator: ", "))
    }
    if versions.count < PrismaVersion.allCases.count {
      parts.append("Prisma \(versions.map(\.rawValue).joined(separator: " and "))")
    }
    if let previewFeature { parts.append("with the preview feature `\(previewFeature)`") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension Connector {
  /// The database as its makers write it; for `none` a phrase that fits into a sentence.
  public var productName: String {
    switch self {
    case .none: "a schema without a datasource"
    case .postgresql: "PostgreSQL"
    case .cockroachdb: "CockroachDB"
    case .mysql: "MySQL"
    case .sqlite: "SQLite"
    case .sqlserver: "SQL Server"
    case .mongodb: "MongoDB"
    }
  }
}

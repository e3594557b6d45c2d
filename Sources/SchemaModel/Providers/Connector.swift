/// The kind of database that the `provider` of the datasource selects.
///
/// Source: https://www.prisma.io/docs/orm/reference/prisma-schema-reference#fields
public enum Connector: UInt8, Sendable, CaseIterable {
  /// A schema without a valid datasource.
  case none
  case postgresql
  case cockroachdb
  case mysql
  case sqlite
  case sqlserver
  case mongodb

  /// Nil for an unknown provider; `postgres` is `postgresql`.
  public init?(provider: String) {
    switch provider {
    case "postgresql", "postgres": self = .postgresql
    case "cockroachdb": self = .cockroachdb
    case "mysql": self = .mysql
    case "sqlite": self = .sqlite
    case "sqlserver": self = .sqlserver
    case "mongodb": self = .mongodb
    default: return nil
    }
  }

  /// The provider's name; for `none` a phrase that fits into a sentence.
  public var displayName: String {
    switch self {
    case .none: "a schema without a datasource"
    case .postgresql: "postgresql"
    case .cockroachdb: "cockroachdb"
    case .mysql: "mysql"
    case .sqlite: "sqlite"
    case .sqlserver: "sqlserver"
    case .mongodb: "mongodb"
    }
  }

  /// Whether it is one of `connectors`.
  public func isOne(of connectors: Connector...) -> Bool { connectors.contains(self) }

  /// The longest identifier in UTF-8 bytes, nil where there is no limit.
  public var maximumIdentifierLength: Int? {
    switch self {
    case .none: nil
    case .postgresql, .cockroachdb: 63
    case .mysql: 64
    case .sqlite: 10000
    case .sqlserver: 128
    case .mongodb: 127
    }
  }
}

/// How relations are kept consistent: by the database's foreign keys, or by the client.
public enum RelationMode: String, Sendable {
  case foreignKeys
  case prisma
}

/// What happens to the referencing row.
public enum ReferentialAction: String, Sendable, CaseIterable {
  case cascade = "Cascade"
  case restrict = "Restrict"
  case noAction = "NoAction"
  case setNull = "SetNull"
  case setDefault = "SetDefault"
}

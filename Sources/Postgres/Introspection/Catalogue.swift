import Migration

/// What a database's catalogue said at one moment.
public struct Catalogue: Sendable {
  /// The structure of the schemas that were read, with its ``SQLSchema/details``.
  public let schema: SQLSchema
  /// The schemas that were asked for.
  public let namespaces: [String]
  /// The server's version, such as 150004 for 15.4.
  public let serverVersion: Int
  /// Changes whenever the structure of the database does.
  public let fingerprint: String

  /// The structure as far as the Prisma of a profile knows of it: before 7.4 without partial indexes.
  public func schema(for profile: SQLProfile) -> SQLSchema { schema.known(to: profile) }
}

extension Connection {
  /// Reads the structure of a database.
  ///
  /// What was read before is given again as long as a look at the catalogue's fingerprint shows that
  /// nothing has changed.
  ///
  /// - Parameters:
  ///   - namespaces: the database schemas to read, nil for that of the connection string. One that
  ///     doesn't exist is no error.
  ///   - known: what another connection to the same database has read.
  ///
  /// Throws `outsideReference` (P4002) when a foreign key leads out of the schemas, `unsupportedServer`
  /// below PostgreSQL 12, and the errors of ``read(_:limits:)``.
  public func catalogue(
    of namespaces: [String]? = nil, known: Catalogue? = nil, within limit: Duration = .seconds(30)
  ) async throws(PostgresError) -> Catalogue {
    let namespaces = namespaces ?? [url.schema]
    let version = serverVersion
    guard version == 0 || version >= 120000 else {
      throw PostgresError(
        .unsupportedServer,
        "\(url.server) is PostgreSQL \(version / 10000), whose catalogue can't be read",
        help: "versions from 12 on can be")
    }
    let limits = ReadLimits(statement: limit, searchPath: url.schema)
    if let known = known ?? knownCatalogue, known.namespaces == namespaces {
      let tables = try await read([CatalogueQuery.fingerprintText], limits: limits)
      if tables.first?.rows.first?.text(0) == known.fingerprint {
        knownCatalogue = known
        return known
      }
    }
    let tables = try await read(CatalogueQuery.statements(namespaces), limits: limits)
    let reader = CatalogueReader(tables, url: url)
    let catalogue = Catalogue(
      schema: try reader.schema(), namespaces: namespaces, serverVersion: version,
      fingerprint: reader.fingerprint)
    knownCatalogue = catalogue
    return catalogue
  }
}

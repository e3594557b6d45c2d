import SchemaModel

extension LanguageReference {
  /// The page about a preview feature (any case), nil for an unknown one.
  public static func previewFeature(_ name: String) -> ReferenceEntry? {
    previewFeatures[name.lowercased()]
  }

  /// The pages by the features' names in lower case.
  static let previewFeatures: [String: ReferenceEntry] = Dictionary(
    (currentFeatures + oldFeatures + [fullTextSearch]).map { ($0.name.lowercased(), $0) },
    uniquingKeysWith: { first, _ in first })

  /// Those that can be switched on.
  private static let currentFeatures = [
    feature(
      "nativeDistinct", since: "5.7.0",
      "The client's `distinct` is done by the database instead of in memory."),
    feature(
      "postgresqlExtensions", since: "4.5.0",
      "PostgreSQL extensions in the datasource: `extensions = [pgcrypto]`.",
      details: "Migrations create the extensions, introspection finds them.",
      link: DocumentationPage.extensions),
    feature(
      "relationJoins", since: "5.7.0",
      "The client loads relations by one query with joins instead of several queries.",
      details: "A query can choose by `relationLoadStrategy`."),
    feature(
      "schemaEngineDriverAdapters",
      "Migrations and introspection reach the database through a driver adapter.",
      details: "The adapter is named in `prisma.config.ts`."),
    feature(
      "shardKeys", since: "6.10.0",
      "`@shardKey` and `@@shardKey`, for MySQL databases that are spread over shards.",
      availability: .on(previewFeature: nil, \.supportsShardKeys)),
    feature(
      "strictUndefinedChecks", since: "5.20.0",
      "The client refuses `undefined` in queries; `Prisma.skip` leaves a field out.",
      details: "Guards against queries that match everything since a value was missing."),
    feature(
      "typedSql", since: "5.19.0",
      "SQL files in `prisma/sql` become functions of the client with types."),
    feature(
      "views", since: "4.9.0", "Views of the database as `view` blocks.",
      link: DocumentationPage.views),
    feature(
      "partialIndexes", since: "7.4.0",
      "Indexes over some of the rows: `where` in `@unique`, `@@unique` and `@@index`.",
      availability: .on(versions: [.seven]), link: DocumentationPage.indexes),
    feature(
      "fullTextSearchPostgres", since: "6.0.0",
      "Full-text search in the client's filters, with PostgreSQL.",
      details: "Before Prisma 6 it was a part of `fullTextSearch`.",
      availability: .on { $0 == .postgresql }),
    feature(
      "metrics", since: "3.15.0", "The client counts queries and connections: `prisma.$metrics`.",
      deprecation: "it is gone in Prisma 7.",
      availability: .on(versions: [.five, .six])),
    feature(
      "reactNative", "The client runs on React Native and Expo."),
  ]

  private static func feature(
    _ name: String, since: String? = nil, _ summary: String, details: String = "",
    deprecation: String? = nil, availability: Availability = .everywhere,
    link: String = DocumentationPage.previewFeatures
  ) -> ReferenceEntry {
    let version = availability.versions.last ?? .seven
    let connector: Connector = availability.holds(for: .postgresql, version) ? .postgresql : .mysql
    let url = version == .seven ? "" : "\n  url      = env(\"DATABASE_URL\")"
    return ReferenceEntry(
      name, summary, details: details,
      example: ReferenceExample(
        """
        generator client {
          provider        = "prisma-client"
          output          = "../generated/prisma"
          previewFeatures = ["\(name)"]
        }

        datasource db {
          provider = "\(connector.displayName)"\(url)
        }
        """, connector, version: version),
      since: since, deprecation: deprecation, availability: availability, link: link)
  }

  /// What has become a part of Prisma with one database, and has another name with the other.
  private static let fullTextSearch = ReferenceEntry(
    "fullTextSearch", "Full-text search in the client's filters, with MySQL and PostgreSQL.",
    deprecation: """
      with PostgreSQL it is called `fullTextSearchPostgres` since Prisma 6; with MySQL it is a part of \
      Prisma since 6.0.0, and the entry does nothing.
      """,
    link: DocumentationPage.previewFeatures)

  /// Those that have become a part of Prisma, with the version in which they did; nil where nobody wrote
  /// it down.
  private static let oldFeatures: [ReferenceEntry] = [
    ("aggregateApi", "2.5.0", "`aggregate` in the client."),
    ("atomicNumberOperations", "2.10.0", "`increment`, `multiply` and so on in updates."),
    ("clientExtensions", "4.16.0", "`$extends` of the client."),
    ("cockroachdb", "3.14.0", "CockroachDB as provider."),
    ("connectOrCreate", "2.11.0", "`connectOrCreate` in nested writes."),
    ("createMany", "2.20.0", "`createMany` in the client."),
    ("dataProxy", nil, "The client behind Prisma's Data Proxy."),
    ("deno", nil, "The client on Deno."),
    ("distinct", "2.5.0", "`distinct` in queries."),
    ("driverAdapters", "6.16.0", "JavaScript drivers under the client."),
    ("extendedIndexes", "4.0.0", "`length`, `sort`, `type`, `ops` and `clustered` of indexes."),
    ("extendedWhereUnique", "5.0.0", "Other fields beside the unique ones in `findUnique`."),
    ("fieldReference", "5.0.0", "Comparing two columns in filters."),
    ("filteredRelationCount", "4.16.0", "Filters in `_count`."),
    ("filterJson", "4.0.0", "Filters by parts of JSON values."),
    ("fullTextIndex", "6.0.0", "`@@fulltext`."),
    ("groupBy", "2.20.0", "`groupBy` in the client."),
    ("improvedQueryRaw", "4.0.0", "Values of raw queries with their types."),
    ("interactiveTransactions", "4.7.0", "`$transaction` with a function."),
    ("jsonProtocol", "5.0.0", "JSON between client and engine."),
    ("microsoftSqlServer", "3.0.1", "SQL Server as provider."),
    ("middlewares", "2.5.0", "`$use` of the client."),
    ("mongoDb", "3.12.0", "MongoDB as provider."),
    ("multiSchema", "6.13.0", "`schemas` in the datasource and `@@schema`."),
    ("namedConstraints", "3.0.1", "`map` for the names of constraints."),
    ("nApi", "3.0.1", "The engine as a library of Node.js."),
    ("nativeTypes", "2.17.0", "Native types such as `@db.VarChar(100)`."),
    ("omitApi", "6.2.0", "`omit` in queries."),
    ("orderByAggregateGroup", "3.0.1", "Sorting groups by aggregates."),
    ("orderByNulls", "4.16.0", "Rows without a value first or last."),
    ("orderByRelation", "3.0.1", "Sorting by fields of relations."),
    ("prismaSchemaFolder", "6.7.0", "A schema of several files."),
    ("queryCompiler", "6.16.0", "The client without an engine in Rust."),
    ("referentialActions", "3.0.1", "`onDelete` and `onUpdate`."),
    ("referentialIntegrity", "4.7.0", "`relationMode`, under its first name."),
    ("selectRelationCount", "3.0.1", "`_count` of relations."),
    ("tracing", "6.1.0", "Spans for OpenTelemetry."),
    ("transactionApi", "2.11.0", "`$transaction` with a list."),
    ("uncheckedScalarInputs", "2.15.0", "Foreign keys in `create` and `update`."),
  ].map { (feature: (name: String, version: String?, summary: String)) in
    ReferenceEntry(
      feature.name, feature.summary,
      deprecation: feature.version.map { "a part of Prisma since \($0); the entry does nothing." }
        ?? "the entry does nothing any more.",
      link: DocumentationPage.previewFeatures)
  }
}

import SchemaModel

extension LanguageReference {
  /// The property of datasources with this key, of any version, nil for an unknown one.
  public static func datasourceProperty(_ key: String) -> PropertyReference? {
    datasourceProperties.first { $0.name == key }
  }

  /// The page about a database, by the value of `provider`; nil for an unknown one.
  public static func datasourceProvider(_ name: String) -> ReferenceEntry? {
    Connector(provider: name).flatMap { connector in
      datasourceProviders.first { $0.name == connector.displayName }
    }
  }

  /// The properties of datasources, in the order in which they are offered. Which of them a schema can
  /// have is up to their pages' availability.
  public static let datasourceProperties = [
    PropertyReference(
      ReferenceEntry(
        "provider", "The kind of database.",
        example: ReferenceExample(
          """
          datasource db {
            provider = "postgresql"
          }
          """),
        link: DocumentationPage.reference("fields")),
      .choice, values: datasourceProviders, isRequired: true),
    PropertyReference(
      ReferenceEntry(
        "url", "Where the database is, and as whom to log in.",
        details: """
          Mostly `env("DATABASE_URL")`, so that no password stands in the schema. In Prisma 7 it is given in \
          `prisma.config.ts`.
          """,
        example: ReferenceExample(
          """
          datasource db {
            provider = "postgresql"
            url      = env("DATABASE_URL")
          }
          """, version: .six),
        availability: .on(versions: [.five, .six]), link: DocumentationPage.reference("fields")),
      .stringOrVariable, isRequired: true),
    PropertyReference(
      ReferenceEntry(
        "directUrl",
        "Where migrations and introspection reach the database past a connection pool.",
        details: "For setups whose `url` leads to PgBouncer, Accelerate or the like.",
        example: ReferenceExample(
          """
          datasource db {
            provider  = "postgresql"
            url       = env("DATABASE_URL")
            directUrl = env("DIRECT_URL")
          }
          """, version: .six),
        since: "4.10.0", availability: .on(versions: [.five, .six]),
        link: DocumentationPage.reference("fields")),
      .stringOrVariable),
    PropertyReference(
      ReferenceEntry(
        "shadowDatabaseUrl", "An empty database in which `migrate dev` tries the migrations.",
        details: """
          Needed where the user may not create databases, as with many hosts. It must not be the database \
          itself: all that is in it gets lost.
          """,
        example: ReferenceExample(
          """
          datasource db {
            provider          = "postgresql"
            url               = env("DATABASE_URL")
            shadowDatabaseUrl = env("SHADOW_DATABASE_URL")
          }
          """, version: .six),
        availability: .on(versions: [.five, .six]), link: DocumentationPage.reference("fields")),
      .stringOrVariable),
    PropertyReference(
      ReferenceEntry(
        "relationMode", "Who keeps relations consistent: the database, or the client.",
        example: ReferenceExample(
          """
          datasource db {
            provider     = "mysql"
            relationMode = "prisma"
          }
          """, .mysql),
        since: "4.5.0 (3.1.1 as `referentialIntegrity`)", link: DocumentationPage.relationMode),
      .choice, values: relationModes),
    PropertyReference(
      ReferenceEntry(
        "referentialIntegrity", "The old name of `relationMode`.",
        example: ReferenceExample(
          """
          datasource db {
            provider             = "mysql"
            referentialIntegrity = "prisma"
          }
          """, .mysql),
        since: "3.1.1", deprecation: "since Prisma 4.5.0 it is called `relationMode`.",
        link: DocumentationPage.relationMode),
      .choice, values: relationModes),
    PropertyReference(
      ReferenceEntry(
        "schemas", "The schemas of the database that the tables are in.",
        details: "Each model, view and enum then names its own by `@@schema`.",
        example: ReferenceExample(
          """
          datasource db {
            provider = "postgresql"
            schemas  = ["public", "auth"]
          }
          """),
        since: "6.13.0 (4.3.0 as preview feature)", availability: .on(\.supportsSchemas),
        link: DocumentationPage.multiSchema),
      .strings),
    PropertyReference(
      ReferenceEntry(
        "extensions", "The extensions of PostgreSQL that the schema needs.",
        details: """
          Migrations create them. An entry can have arguments: `map` for a name that is no identifier, \
          `schema` and `version`, each a string.
          """,
        example: ReferenceExample(
          """
          datasource db {
            provider   = "postgresql"
            extensions = [pgcrypto, uuidOssp(map: "uuid-ossp", schema: "public")]
          }
          """, previewFeatures: ["postgresqlExtensions"]),
        since: "4.5.0",
        availability: .on(previewFeature: "postgresqlExtensions") { $0 == .postgresql },
        link: DocumentationPage.extensions),
      .extensions),
  ]

  /// The arguments of an entry of `extensions`.
  public static let extensionParameters = [
    ReferenceParameter(
      "map", .databaseName, "The name of the extension in the database, such as `uuid-ossp`."),
    ReferenceParameter(
      "schema", .databaseName, "The schema into which the extension puts what it makes."),
    ReferenceParameter("version", .text, "The version to install. Default: the newest there is."),
  ]

  /// The databases.
  static let datasourceProviders: [ReferenceEntry] = Connector.allCases.compactMap { connector in
    let summary: String
    var since: String?
    switch connector {
    case .none: return nil
    case .postgresql:
      summary = "PostgreSQL, and what speaks like it: Supabase, Neon, Prisma Postgres."
    case .cockroachdb:
      summary = "CockroachDB."
      since = "3.14.0"
    case .mysql: summary = "MySQL, and what speaks like it: MariaDB, PlanetScale, Vitess."
    case .sqlite: summary = "SQLite, a database in a file; also libSQL (Turso) and Cloudflare D1."
    case .sqlserver:
      summary = "Microsoft SQL Server, and Azure SQL."
      since = "3.0.1"
    case .mongodb:
      summary = "MongoDB."
      since = "3.12.0"
    }
    let example =
      """
      datasource db {
        provider = "\(connector.displayName)"
      }
      """
    return ReferenceEntry(
      connector.displayName, summary,
      details: connector == .mongodb ? "The tools of Prisma 7 do not support it yet." : "",
      example: ReferenceExample(example, connector), since: since,
      link: DocumentationPage.reference("datasource"))
  }

  /// The page about a relation mode.
  public static func relationMode(_ mode: RelationMode) -> ReferenceEntry {
    switch mode {
    case .foreignKeys: foreignKeysMode
    case .prisma: prismaMode
    }
  }

  private static let relationModes = [foreignKeysMode, prismaMode]

  private static let foreignKeysMode = ReferenceEntry(
    "foreignKeys", "Relations are foreign keys of the database, which enforces them.",
    details: "The default of all databases but MongoDB, which has no foreign keys.",
    availability: .on { $0 != .mongodb }, link: DocumentationPage.relationMode)

  private static let prismaMode = ReferenceEntry(
    "prisma",
    "There are no foreign keys; the client does by queries of its own what they would do.",
    details: """
      For databases without foreign keys, such as PlanetScale. Rows that other programs write are not \
      checked. MySQL makes no index for the fields of a relation then: add one by `@@index`.
      """, link: DocumentationPage.relationMode)
}

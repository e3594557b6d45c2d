/// The preview features of each version, and what has become of the older ones.
///
/// Source: https://www.prisma.io/docs/orm/reference/preview-features
public enum PreviewFeatures {
  /// What using a feature means.
  public enum State: Hashable, Sendable {
    case active
    /// Works, and will be removed.
    case deprecated
    /// Works without being listed.
    case stabilized
    /// Has another name now.
    case renamed(to: String)
    case unknown
  }

  /// What using `feature` (any case) means with this database.
  public static func state(
    of feature: String, connector: Connector, version: PrismaVersion
  ) -> State {
    let name = feature.lowercased()
    if listed(version: version, connector: connector).contains(where: { $0.lowercased() == name }) {
      return version != .seven && name == "metrics" ? .deprecated : .active
    }
    if name == "fulltextsearch", connector == .postgresql {
      return .renamed(to: "fullTextSearchPostgres")
    }
    if hidden(version: version).contains(name) { return .active }
    return stabilized.contains(name) ? .stabilized : .unknown
  }

  /// The features that can be switched on, as they are offered.
  public static func listed(version: PrismaVersion, connector: Connector) -> [String] {
    var names = [
      "nativeDistinct", "postgresqlExtensions", "relationJoins", "schemaEngineDriverAdapters",
      "shardKeys", "strictUndefinedChecks", "views",
    ]
    if version == .seven {
      names.insert("partialIndexes", at: 1)
      names.insert("typedSql", at: names.count - 1)
    } else {
      names.insert("metrics", at: 0)
    }
    if connector == .postgresql { names.insert("fullTextSearchPostgres", at: 0) }
    return names
  }

  /// In lower case.
  static func hidden(version: PrismaVersion) -> Set<String> {
    version == .seven ? ["reactnative"] : ["reactnative", "typedsql"]
  }

  /// In lower case.
  static let stabilized: Set<String> = [
    "aggregateapi", "atomicnumberoperations", "clientextensions", "cockroachdb", "connectorcreate",
    "createmany", "dataproxy", "deno", "distinct", "driveradapters", "extendedindexes",
    "extendedwhereunique", "fieldreference", "filteredrelationcount", "filterjson",
    "fulltextindex", "fulltextsearch", "groupby", "improvedqueryraw", "interactivetransactions",
    "jsonprotocol", "microsoftsqlserver", "middlewares", "mongodb", "multischema",
    "namedconstraints", "napi", "nativetypes", "omitapi", "orderbyaggregategroup", "orderbynulls",
    "orderbyrelation", "prismaschemafolder", "querycompiler", "referentialactions",
    "referentialintegrity", "selectrelationcount", "tracing", "transactionapi",
    "uncheckedscalarinputs",
  ]
}

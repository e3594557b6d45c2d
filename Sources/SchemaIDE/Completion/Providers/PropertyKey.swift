import SchemaModel
import SchemaParser

/// Properties of datasources and generators that are not there yet.
extension CompletionRequest {
  func propertyKeyItems() -> [CompletionItem] {
    guard let block = context.block else { return [] }
    let taken = takenNames
    let hasValue = context.statement.tokens.contains { $0.kind == .equals }
    let keyword = block.kind == .datasource ? "datasource" : "generator"
    return properties(of: block).compactMap { property in
      guard !taken.contains(property.name), property.entry.deprecation == nil,
        isAvailable(property.entry),
        let text = propertyText(property, in: block)
      else { return nil }
      var item = CompletionItem(
        property.name, .property, text: hasValue ? nil : "\(property.name) = \(text)",
        detail: property.value.typeName,
        subject: .property(property.name, block: keyword),
        rank: property.name == "provider" ? .first : property.isRequired ? .likely : .usual)
      // Every model has to name its schema then, or to fit the database.
      item.needsMore =
        block.kind == .datasource
        && ["provider", "relationMode", "schemas"].contains(property.name)
        && schema.dataTypeCount > 0
      return item
    }
  }

  /// The properties that the block can have.
  func properties(of block: EnclosingBlock) -> [PropertyReference] {
    block.kind == .datasource
      ? LanguageReference.datasourceProperties
      : LanguageReference.generatorProperties(provider: block.string(of: "provider"))
  }

  /// A value to begin with; nil when there is none left.
  private func propertyText(
    _ property: PropertyReference, in block: EnclosingBlock
  ) -> CompletionText? {
    let values = property.values.filter(isAvailable).map(\.name)
    switch property.value {
    case .choice: return "\"\(choice: values)\""
    case .string: return "\"\(stop: "")\""
    case .stringOrVariable:
      if block.kind == .generator { return "\"\(stop: "../generated/prisma")\"" }
      return "env(\"\(stop: Self.usualVariables[property.name] ?? "")\")"
    case .strings:
      if property.name == "schemas" {
        return "[\"\(stop: connector == .sqlserver ? "dbo" : "public")\"]"
      }
      return "[\"\(choice: values)\"]"
    case .previewFeatures:
      let features = previewFeatures(besides: [])
      return features.isEmpty ? nil : "[\"\(choice: features)\"]"
    case .extensions: return "[\(choice: Self.extensions.map(\.name))]"
    case .integer: return "\(stop: "5")"
    case .boolean: return "\(choice: ["true", "false"])"
    }
  }

  /// The variables by which the properties of a datasource are mostly given.
  static let usualVariables = [
    "url": "DATABASE_URL", "directUrl": "DIRECT_URL", "shadowDatabaseUrl": "SHADOW_DATABASE_URL",
  ]

  /// The extensions of PostgreSQL that are used most; `text` is what is written for one whose name is
  /// no identifier.
  static let extensions: [(name: String, text: String)] = [
    ("pgcrypto", "pgcrypto"), ("citext", "citext"), ("postgis", "postgis"), ("vector", "vector"),
    ("pg_trgm", "pg_trgm"), ("uuid_ossp", "uuid_ossp(map: \"uuid-ossp\")"), ("hstore", "hstore"),
    ("ltree", "ltree"), ("btree_gin", "btree_gin"), ("btree_gist", "btree_gist"),
    ("unaccent", "unaccent"), ("fuzzystrmatch", "fuzzystrmatch"), ("cube", "cube"),
    ("earthdistance", "earthdistance"), ("intarray", "intarray"), ("tablefunc", "tablefunc"),
  ]

  /// The preview features that can be switched on, without those that are, and those in `listed`.
  func previewFeatures(besides listed: Set<String>) -> [String] {
    PreviewFeatures.listed(version: configuration.version, connector: connector)
      .filter { feature in
        !listed.contains(feature)
          && PreviewFeatures.state(
            of: feature, connector: connector, version: configuration.version) == .active
      }
  }
}

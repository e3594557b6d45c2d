import SchemaModel

/// A page of the manual: what one word of the language means.
public struct ReferenceEntry: Sendable {
  /// The word as it is written: `@id`, `now()`, `VarChar`, `provider`.
  public let name: String
  /// What it is, in one line of Markdown.
  public let summary: String
  /// More about it in Markdown, without headings; may be empty.
  public let details: String
  /// A piece of a schema that uses it.
  public let example: ReferenceExample?
  /// The version of Prisma that brought it, nil when it has always been there or nobody wrote it down.
  public let since: String?
  /// What has become of it, nil while it is in use.
  public let deprecation: String?
  /// Where it can be used.
  public let availability: Availability
  /// The page of Prisma's documentation, nil where there is none.
  public let link: String?

  init(
    _ name: String, _ summary: String, details: String = "", example: ReferenceExample? = nil,
    since: String? = nil, deprecation: String? = nil, availability: Availability = .everywhere,
    link: String? = nil
  ) {
    self.name = name
    self.summary = summary
    self.details = details
    self.example = example
    self.since = since
    self.deprecation = deprecation
    self.availability = availability
    self.link = link
  }

  /// The page without its first line: details, example, where and since when, link. In Markdown,
  /// may be empty.
  public var body: String {
    var parts: [String] = []
    if let deprecation { parts.append("**Deprecated**: \(deprecation)") }
    if !details.isEmpty { parts.append(details) }
    if let example { parts.append("```prisma\n\(example.text)\n```") }
    let facts = [
      availability.description.map { "Available: \($0)." }, since.map { "Since Prisma \($0)." },
    ].compactMap { $0 }
    if !facts.isEmpty { parts.append(facts.joined(separator: " ")) }
    if let link { parts.append("[Prisma documentation](\(link))") }
    return parts.joined(separator: "\n\n")
  }

  /// The whole page in Markdown.
  public var documentation: String {
    let body = body
    return body.isEmpty ? summary : "\(summary)\n\n\(body)"
  }
}

/// A piece of a schema without errors.
public struct ReferenceExample: Sendable {
  /// The text, without a line end behind it.
  public let text: String
  /// The database it is for; a piece without datasource needs one of this provider beside it.
  public let connector: Connector
  /// The version it is for.
  public let version: PrismaVersion
  /// What must be switched on beside it.
  public let previewFeatures: [String]

  init(
    _ text: String, _ connector: Connector = .postgresql, version: PrismaVersion = .seven,
    previewFeatures: [String] = []
  ) {
    self.text = text
    self.connector = connector
    self.version = version
    self.previewFeatures = previewFeatures
  }
}

/// The pages of Prisma's documentation that the manual links to.
enum DocumentationPage {
  private static let base = "https://www.prisma.io/docs/orm"

  /// A section of the reference of the schema language.
  static func reference(_ anchor: String) -> String {
    "\(base)/reference/prisma-schema-reference#\(anchor)"
  }
  static let indexes = "\(base)/prisma-schema/data-model/indexes"
  static let referentialActions =
    "\(base)/prisma-schema/data-model/relations/referential-actions"
  static let relationMode = "\(base)/prisma-schema/data-model/relations/relation-mode"
  static let multiSchema = "\(base)/prisma-schema/data-model/multi-schema"
  static let views = "\(base)/prisma-schema/data-model/views"
  static let extensions = "\(base)/prisma-schema/postgresql-extensions"
  static let generators = "\(base)/prisma-schema/overview/generators"
  static let previewFeatures = "\(base)/reference/preview-features/client-preview-features"
}

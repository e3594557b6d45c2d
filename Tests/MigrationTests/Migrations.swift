import Migration
import SchemaModel
import SchemaParser
import Testing

/// The structure of a schema for PostgreSQL without its datasource, or of a whole schema.
func structure(
  _ text: String, provider: String = "postgresql", profile: SQLProfile = .sevenTen
) throws -> SQLSchema {
  try #require(SQLSchema(schema(text, provider: provider), profile: profile))
}

/// A schema, with a datasource if it has none.
func schema(_ text: String, provider: String = "postgresql") -> Schema {
  let whole =
    text.contains("datasource ")
    ? text : "datasource db {\n  provider = \"\(provider)\"\n}\n\(text)"
  var schema = Schema()
  _ = schema.update(
    files: [
      SourceFile(
        path: "schema.prisma", tree: SyntaxTree.parsed(Array(whole.utf8), dialect: .prisma7))
    ], version: .seven)
  return schema
}

/// The plan that leads from one schema to another, from nothing when there is none.
func plan(
  from previous: String?, to next: String, provider: String = "postgresql",
  profile: SQLProfile = .sevenTen
) throws -> Plan {
  let next = try structure(next, provider: provider, profile: profile)
  let previous =
    try previous.map { try structure($0, provider: provider, profile: profile) }
    ?? SQLSchema(dialect: next.dialect, origin: .empty)
  return Plan(from: previous, to: next)
}

/// Checks that the script from one schema to another is exactly `script`.
func check(
  from previous: String?, to next: String, provider: String = "postgresql",
  profile: SQLProfile = .sevenTen, _ script: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let plan = try plan(from: previous, to: next, provider: provider, profile: profile)
  let text = SQLScript(plan, profile: profile).text
  #expect(text == script + "\n", sourceLocation: sourceLocation)
}

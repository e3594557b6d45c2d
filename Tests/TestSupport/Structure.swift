import Migration
import SchemaModel
import SchemaParser
import Testing

/// The structure of a schema for PostgreSQL without its datasource, or of a whole schema.
package func structure(
  _ text: String, provider: String = "postgresql", profile: SQLProfile = .sevenTen
) throws -> SQLSchema {
  try #require(SQLSchema(schema(text, provider: provider), profile: profile))
}

/// A schema, with a datasource if it has none.
package func schema(_ text: String, provider: String = "postgresql") -> Schema {
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

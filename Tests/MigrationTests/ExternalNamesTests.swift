import TestSupport
import Testing

@testable import Migration

struct ExternalNamesTests {
  private static let schema = """
    enum Kind {
      ADMIN
      GUEST
    }
    model Account {
      id    Int    @id
      kind  Kind
      email String @unique
      notes Note[]
      @@map("accounts")
    }
    model Note {
      id        Int     @id
      kind      Kind
      account   Account @relation(fields: [accountId], references: [id])
      accountId Int
    }

    """

  private func script(
    from previous: String?, to next: String, _ external: ExternalNames,
    provider: String = "postgresql"
  ) throws -> String {
    let next = try structure(next, provider: provider)
    let previous =
      try previous.map { try structure($0, provider: provider) }
      ?? SQLSchema(dialect: next.dialect, origin: .empty)
    return SQLScript(Plan(from: previous, to: next, external: external), profile: .sevenTen).text
  }

  @Test func `what is external is not made, and referred to`() throws {
    let external = ExternalNames(tables: ["public.accounts"], enums: ["public.Kind"])
    let script = try script(from: nil, to: Self.schema, external)
    #expect(!script.contains("CREATE TYPE"))
    #expect(!script.contains("CREATE TABLE \"accounts\""))
    #expect(!script.contains("accounts_email_key"))
    #expect(script.contains("CREATE TABLE \"Note\""))
    #expect(script.contains("\"kind\" \"Kind\" NOT NULL"))
    #expect(script.contains("REFERENCES \"accounts\"(\"id\")"))
  }

  @Test func `what is external is neither changed nor dropped`() throws {
    let external = ExternalNames(tables: ["public.accounts"], enums: ["public.Kind"])
    let other = Self.schema.replacing("      email String @unique\n", with: "")
      .replacing("  GUEST\n", with: "")
    #expect(other != Self.schema)
    let none = try script(from: Self.schema, to: Self.schema, ExternalNames())
    #expect(try script(from: Self.schema, to: other, external) == none)
    #expect(try script(from: other, to: Self.schema, external) == none)
    let note = "model Other {\n  id Int @id\n}\n"
    #expect(try script(from: Self.schema, to: note, external).contains("DROP TABLE \"Note\""))
    #expect(!(try script(from: Self.schema, to: note, external)).contains("accounts\";"))
  }

  @Test func `names without a schema are those of databases without schemas`() throws {
    let tables = Self.schema.replacing("Kind\n", with: "String\n")
    let external = ExternalNames(tables: ["accounts"])
    #expect(
      !(try script(from: nil, to: tables, external, provider: "sqlite")).contains(
        "CREATE TABLE \"accounts\""))
    #expect(try script(from: nil, to: tables, external).contains("CREATE TABLE \"accounts\""))
  }

  @Test func `a database schema of others is not made`() throws {
    let text = """
      datasource db {
        provider = "postgresql"
        schemas  = ["auth", "own"]
      }
      model User {
        id Int @id
        @@schema("auth")
      }
      model Note {
        id Int @id
        @@schema("own")
      }

      """
    let script = try script(from: nil, to: text, ExternalNames(tables: ["auth.User"]))
    #expect(!script.contains("\"auth\""))
    #expect(script.contains("CREATE SCHEMA IF NOT EXISTS \"own\""))
  }
}

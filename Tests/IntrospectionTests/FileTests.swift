import Migration
import SchemaModel
import Testing

@testable import Introspection

/// Which file gets what, and how generators and datasources are written.
@Suite struct FileTests {
  @Test func blocksStayInTheirFiles() throws {
    let source = DatabaseSide.schema([
      (
        "s.prisma",
        datasource + """
          model A {
            id Int @id
          }
          model B {
            id   Int  @id
            kind Kind
          }
          model C {
            id Int @id
          }
          enum Kind {
            x
          }
          """
      )
    ])
    let atHand = DatabaseSide.schema([
      ("a/models.prisma", "model C {\n  id Int @id\n}\n\nmodel A {\n  id Int @id\n}\n"),
      ("b/base.prisma", datasource),
      ("b/gone.prisma", "model Gone {\n  id Int @id\n}\n"),
    ])
    let pulled = try PulledSchema(of: try #require(DatabaseSide.database(source)), keeping: atHand)
    #expect(
      pulled.files.map(\.path) == [
        "a/models.prisma", "b/base.prisma", "b/gone.prisma", "b/introspected.prisma",
      ])
    #expect(pulled.files.map(\.isNew) == [false, false, false, true])
    #expect(
      pulled.files.map { String(decoding: $0.text, as: UTF8.self) } == [
        "model C {\n  id Int @id\n}\n\nmodel A {\n  id Int @id\n}\n",
        "datasource db {\n  provider = \"postgresql\"\n}\n",
        "\n",
        "model B {\n  id   Int  @id\n  kind Kind\n}\n\nenum Kind {\n  x\n}\n",
      ])
    #expect(pulled.modelCount == 3)
    #expect(pulled.enumerationCount == 1)
  }

  @Test func generatorsAndDatasources() throws {
    let source = DatabaseSide.schema([
      ("s.prisma", datasource + "model A {\n  id Int @id\n}")
    ])
    var database = try #require(DatabaseSide.database(source))
    database.extensions = [
      SQLExtension(name: "uuid-ossp", schema: "public", version: "1.1"),
      SQLExtension(name: "citext", schema: "extra", version: "1.6"),
      SQLExtension(name: "hstore", schema: "public", version: "1.8"),
      SQLExtension(name: "plpgsql", schema: "pg_catalog", version: "1.0"),
    ]
    let pulled = try pull(
      database,
      into: """
        datasource db {
          url                  = env("URL")
          referentialIntegrity = "prisma"
          provider             = "postgres"
          extensions           = [hstore(version: "1.7"), cube]
        }
        /// The client.
        generator client {
          engineType      = "binary"
          z               = true
          a               = [1, "b"]
          binaryTargets   = ["native"]
          previewFeatures = ["postgresqlExtensions", "fullTextSearch"]
          output          = "./out"
          provider        = "prisma-client-js"
        }
        """, version: .six)
    #expect(
      pulled.text == """
        /// The client.
        generator client {
          provider        = "prisma-client-js"
          output          = "./out"
          previewFeatures = ["fullTextSearchPostgres", "postgresqlExtensions"]
          binaryTargets   = ["native"]
          engineType      = "binary"
          a               = ["1", "b"]
          z               = "true"
        }

        datasource db {
          provider     = "postgres"
          url          = env("URL")
          relationMode = "prisma"
          extensions   = [citext(schema: "extra"), hstore(version: "1.8"), uuid_ossp(map: "uuid-ossp")]
        }

        model A {
          id Int @id
        }

        """)
  }

  @Test func severalDatabaseSchemas() throws {
    let created = """
      datasource db {
        provider = "postgresql"
        schemas  = ["shop", "auth"]
      }
      model A {
        id   Int  @id
        kind Kind
        b    B[]

        @@map("users")
        @@schema("auth")
      }
      model B {
        id     Int @id
        userId Int
        user   A   @relation(fields: [userId], references: [id])

        @@map("users")
        @@schema("shop")
      }
      enum Kind {
        x

        @@schema("auth")
      }
      """
    let database = try #require(DatabaseSide.database(DatabaseSide.schema([("s", created)])))
    let pulled = try pull(
      database, options: PullOptions(namespaces: ["shop", "auth"]))
    #expect(
      pulled.text == """
        datasource db {
          provider = "postgresql"
          schemas  = ["auth", "shop"]
        }

        model auth_users {
          id    Int          @id
          kind  Kind
          users shop_users[]

          @@map("users")
          @@schema("auth")
        }

        model shop_users {
          id     Int        @id
          userId Int
          users  auth_users @relation(fields: [userId], references: [id])

          @@map("users")
          @@schema("shop")
        }

        enum Kind {
          x

          @@schema("auth")
        }

        """)
    #expect(pulled.items(.duplicateNames) == ["auth_users", "shop_users"])
    let again = try pull(database, into: pulled.text)
    #expect(again.text == pulled.text)
  }

  @Test func oneOfTwoHasANameAlready() throws {
    let created = """
      datasource db {
        provider = "postgresql"
        schemas  = ["auth", "shop"]
      }
      enum A {
        x

        @@map("mood")
        @@schema("auth")
      }
      enum B {
        x

        @@map("mood")
        @@schema("shop")
      }
      """
    let database = try #require(DatabaseSide.database(DatabaseSide.schema([("s", created)])))
    let pulled = try pull(
      database,
      into: created.replacing("  x\n\n  @@map(\"mood\")\n  @@schema(\"shop\")", with: "  y"))
    #expect(pulled.text.contains("enum A {\n  x\n\n  @@map(\"mood\")\n  @@schema(\"auth\")\n}"))
    #expect(pulled.text.contains("enum mood {\n  x\n\n  @@schema(\"shop\")\n}"))
  }
}

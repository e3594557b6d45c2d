import SchemaModel

extension LanguageReference {
  /// The page about a word that opens a block, nil for other words.
  public static func blockKeyword(_ word: String) -> ReferenceEntry? {
    blockKeywords.first { $0.name == word }
  }

  /// The words that open blocks, in the order in which they are offered.
  public static let blockKeywords = [
    ReferenceEntry(
      "model", "A table of the database, or a collection, and what the client offers for it.",
      details: """
        Each line is a field: a name, a type with `?` (optional) or `[]` (list), and attributes. Lines with \
        `@@` are about the model. One field, or several together, must tell a row from others: `@id`, \
        `@unique`, `@@id` or `@@unique`.
        """,
      example: ReferenceExample(
        """
        model User {
          id    Int     @id @default(autoincrement())
          email String  @unique
          name  String?
        }
        """),
      link: DocumentationPage.reference("model")),
    ReferenceEntry(
      "enum", "A type with a fixed set of values.",
      details: """
        A type of the database with PostgreSQL and CockroachDB, of the column with MySQL; elsewhere the client \
        checks it. A value can have another name in the database by `@map`.
        """,
      example: ReferenceExample(
        """
        enum Role {
          USER
          ADMIN @map("administrator")
        }
        """),
      availability: .on(\.supportsEnums), link: DocumentationPage.reference("enum")),
    ReferenceEntry(
      "view", "A view of the database, to be read like a model.",
      details: """
        Migrations do not create it: its SQL is written by hand. It has no `@id`; the client finds rows by \
        fields that are `@unique`.
        """,
      example: ReferenceExample(
        """
        view UserInfo {
          id    Int    @unique
          email String
        }
        """, previewFeatures: ["views"]),
      since: "4.9.0", availability: .on(previewFeature: "views"), link: DocumentationPage.views),
    ReferenceEntry(
      "type", "A composite type: a document inside a document.",
      details: "Has fields like a model, but no id, no relations, and no attributes of its own.",
      example: ReferenceExample(
        """
        type Address {
          street String
          city   String
        }

        model User {
          id      String  @id @map("_id")
          address Address
        }
        """, .mongodb),
      since: "3.12.0", availability: .on(\.supportsCompositeTypes),
      link: DocumentationPage.reference("type")),
    ReferenceEntry(
      "datasource", "The database that the schema is for.",
      details: """
        A schema has one. Its name is the prefix of native types: `@db.VarChar(100)` for `datasource db`.
        """,
      example: ReferenceExample(
        """
        datasource db {
          provider = "postgresql"
        }
        """),
      link: DocumentationPage.reference("datasource")),
    ReferenceEntry(
      "generator", "What is made of the schema by `generate`: a client as a rule.",
      details: "A schema can have several. A generator is a program that is handed the schema.",
      example: ReferenceExample(
        """
        generator client {
          provider = "prisma-client"
          output   = "../generated/prisma"
        }
        """),
      link: DocumentationPage.reference("generator")),
  ]
}

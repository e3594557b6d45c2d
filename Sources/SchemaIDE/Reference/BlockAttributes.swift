import SchemaModel

extension LanguageReference {
  /// The attributes that stand on a line of their own in a block.
  static let blockAttributes = [
    AttributeReference(
      ReferenceEntry(
        "@@id", "Makes several fields together the primary key of the model.",
        details: """
          All of them must be required, and none a relation: a foreign key is listed by its fields. The \
          client finds a row by `field1_field2`, or by `name`.
          """,
        example: ReferenceExample(
          """
          model Membership {
            userId  Int
            groupId Int

            @@id([userId, groupId])
          }
          """),
        availability: .on(\.supportsCompoundIds), link: DocumentationPage.reference("id-1")),
      on: [.model],
      parameters: [
        IndexParameters.fields("The fields of the key, in the order of the database's index."),
        IndexParameters.clientName,
        IndexParameters.map(
          "primary key", suffix: "_pkey", availability: .on(\.supportsNamedPrimaryKeys)),
        IndexParameters.clustered(default: true),
      ]),
    AttributeReference(
      ReferenceEntry(
        "@@unique", "No two rows have the same combination of values in these fields.",
        details: """
          Makes a unique index, and lets the client find a row by `field1_field2`, or by `name`. Rows \
          that lack a value in one of the fields count as different in most databases.
          """,
        example: ReferenceExample(
          """
          model Vote {
            id     Int @id
            userId Int
            postId Int

            @@unique([userId, postId])
          }
          """),
        link: DocumentationPage.reference("unique-1")),
      on: [.model, .view],
      parameters: [
        IndexParameters.fields(
          "The fields, in the order of the database's index. An entry can have arguments, as in "
            + "`title(sort: Desc)`."),
        IndexParameters.clientName,
        IndexParameters.map("constraint", suffix: "_key"),
        IndexParameters.clustered(default: false),
        IndexParameters.condition,
      ], isRepeatable: true),
    AttributeReference(
      ReferenceEntry(
        "@@index", "Makes an index over these fields.",
        details: """
          The database finds rows by the first field, by the first two and so on without reading the \
          whole table. With `relationMode = "prisma"` there are no foreign keys, and MySQL makes no \
          index for them, so that the fields of a relation want one.
          """,
        example: ReferenceExample(
          """
          model Post {
            id        Int      @id
            authorId  Int
            createdAt DateTime
            data      Json

            @@index([authorId, createdAt(sort: Desc)])
            @@index([data], type: Gin)
          }
          """),
        link: DocumentationPage.reference("index")),
      on: [.model],
      parameters: [
        IndexParameters.fields(
          "The fields, the one that is always asked for first. An entry can have arguments, as in "
            + "`title(sort: Desc)`; with MongoDB it can lead into a composite type, as in "
            + "`address.street`."),
        IndexParameters.map("index", suffix: "_idx"),
        IndexParameters.method,
        IndexParameters.clustered(default: false),
        IndexParameters.condition,
        ReferenceParameter(
          "name", .databaseName, "The old spelling of `map`, before Prisma 3.0."),
      ], isRepeatable: true),
    AttributeReference(
      ReferenceEntry(
        "@@fulltext", "Makes an index for searching text in these fields.",
        details: """
          The client's `search` filter needs it with MySQL: an index over exactly the fields that are \
          searched together. MongoDB allows one in a model.
          """,
        example: ReferenceExample(
          """
          model Post {
            id    Int    @id
            title String @db.VarChar(255)
            body  String @db.Text

            @@fulltext([title, body])
          }
          """, .mysql),
        since: "6.0.0 (3.6.0 as preview feature)", availability: .on(\.supportsFulltext),
        link: DocumentationPage.indexes),
      on: [.model],
      parameters: [
        IndexParameters.fields("The fields that are searched."),
        IndexParameters.map("index", suffix: "_idx"),
      ], isRepeatable: true),
    AttributeReference(
      ReferenceEntry(
        "@@map", "The name of the table, collection, view or enum in the database.",
        details: """
          The schema and the client go on with their own name. Names of constraints that are not given \
          are made of this name.
          """,
        example: ReferenceExample(
          """
          model User {
            id Int @id

            @@map("users")
          }
          """),
        link: DocumentationPage.reference("map-1")),
      on: [.model, .view, .enumeration],
      parameters: [
        ReferenceParameter(
          "name", .databaseName, isUnnamed: true, isOptional: false, "The name in the database.")
      ]),
    AttributeReference(
      ReferenceEntry(
        "@@schema", "The schema of the database that holds the table, view or enum.",
        details: """
          It must be one of the datasource's `schemas`. Once `schemas` is there, each model, view and \
          enum needs the attribute.
          """,
        example: ReferenceExample(
          """
          datasource db {
            provider = "postgresql"
            schemas  = ["auth", "public"]
          }

          model User {
            id Int @id

            @@schema("auth")
          }
          """),
        since: "6.13.0 (4.3.0 as preview feature)", availability: .on(\.supportsSchemas),
        link: DocumentationPage.reference("schema")),
      on: [.model, .view, .enumeration],
      parameters: [
        ReferenceParameter(
          "map", .schemaName, isUnnamed: true, isOptional: false,
          "The name of the schema, one of the datasource's `schemas`.")
      ]),
    AttributeReference(
      ReferenceEntry(
        "@@ignore", "Leaves the model out of the client.",
        details: """
          The table stays in the database and in migrations. Introspection adds it to tables that the \
          client cannot use, such as those without a unique field. Relation fields of other models that \
          lead here need `@ignore`.
          """,
        example: ReferenceExample(
          """
          model AuditLog {
            message String

            @@ignore
          }
          """),
        since: "2.17.0", link: DocumentationPage.reference("ignore-1")),
      on: [.model, .view]),
    AttributeReference(
      ReferenceEntry(
        "@@shardKey", "Spreads the rows of a PlanetScale or Vitess database by these fields.",
        details: """
          Tells the client by which fields the database spreads the rows over its shards, so that it can \
          give them with each change.
          """,
        example: ReferenceExample(
          """
          model User {
            id      String @id
            country String
            region  String

            @@shardKey([country, region])
          }
          """, .mysql, previewFeatures: ["shardKeys"]),
        since: "6.10.0",
        availability: .on(previewFeature: "shardKeys", \.supportsShardKeys)),
      on: [.model],
      parameters: [
        ReferenceParameter(
          "fields", .scalarFields, isUnnamed: true, isOptional: false,
          "The fields of the key.")
      ]),
  ]
}

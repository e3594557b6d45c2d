import SchemaModel

extension LanguageReference {
  /// The attributes of fields and enum values.
  static let fieldAttributes = [
    AttributeReference(
      ReferenceEntry(
        "@id", "Makes the field the primary key of the model.",
        details: """
          The field must be required, and holds no list and no relation. Its value is often made by \
          `@default`: `autoincrement()`, `uuid()`, `cuid()`, `ulid()` and the like. A key of several \
          fields is written as `@@id([…])`. With MongoDB the field must be mapped to `_id`.
          """,
        example: ReferenceExample(
          """
          model User {
            id    Int    @id @default(autoincrement())
            email String @unique
          }
          """),
        link: DocumentationPage.reference("id")),
      on: [.scalarField],
      parameters: [
        IndexParameters.map(
          "primary key", suffix: "_pkey", availability: .on(\.supportsNamedPrimaryKeys)),
        IndexParameters.length(availability: .on(\.supportsIndexLength)),
        IndexParameters.sort(availability: .on(\.supportsSortInIds)),
        IndexParameters.clustered(default: true),
      ]),
    AttributeReference(
      ReferenceEntry(
        "@unique", "No two rows have the same value in this field.",
        details: """
          Makes a unique index, and lets the client find a row by the field (`findUnique`). An optional \
          field can be unique too; most databases then allow any number of rows without a value, SQL \
          Server only one. A combination of fields is written as `@@unique([…])`.
          """,
        example: ReferenceExample(
          """
          model User {
            id    Int    @id
            email String @unique
          }
          """),
        link: DocumentationPage.reference("unique")),
      on: [.scalarField],
      parameters: [
        IndexParameters.map("constraint", suffix: "_key"),
        IndexParameters.length(availability: .on(\.supportsIndexLength)),
        IndexParameters.sort(availability: .everywhere),
        IndexParameters.clustered(default: false),
        IndexParameters.condition,
      ]),
    AttributeReference(
      ReferenceEntry(
        "@default", "The value of the field in a new row that gives none.",
        details: """
          A literal that fits the type (`0`, `"draft"`, `true`, an enum value, a list as `[1, 2]`), or \
          a function. Literals, `now()`, `autoincrement()` and `dbgenerated(…)` become the default of \
          the column; `uuid()`, `cuid()`, `ulid()` and `nanoid()` are made by the client, so that rows \
          inserted by other programs do not get them.
          """,
        example: ReferenceExample(
          """
          model Post {
            id        String   @id @default(uuid())
            title     String   @default("Untitled")
            views     Int      @default(0)
            tags      String[] @default([])
            createdAt DateTime @default(now())
          }
          """),
        link: DocumentationPage.reference("default")),
      on: [.scalarField, .compositeField],
      parameters: [
        ReferenceParameter(
          "value", .defaultValue, isUnnamed: true, isOptional: false,
          "The value: a literal that fits the type of the field, or a function such as `now()`."),
        ReferenceParameter(
          "map", .databaseName, availability: .on(\.supportsNamedDefaults),
          places: [.scalarField],
          "The name of the default constraint in the database. Without it the name is made of the "
            + "table, the column and `_df`. Not possible with `autoincrement()`."),
      ]),
    AttributeReference(
      ReferenceEntry(
        "@updatedAt", "Holds the time of the last change of the row.",
        details: """
          The client sets it with each change that does not set it itself; the database knows \
          nothing of it. For `DateTime` fields.
          """,
        example: ReferenceExample(
          """
          model Post {
            id        Int      @id
            updatedAt DateTime @updatedAt
          }
          """),
        link: DocumentationPage.reference("updatedat")),
      on: [.scalarField]),
    AttributeReference(
      ReferenceEntry(
        "@relation", "Says how two models are related.",
        details: """
          The side that holds the foreign key has `fields` and `references`; the other side has only a \
          field of the model's type. Where two models have several relations, each needs a name, given \
          on both sides. `onDelete` and `onUpdate` say what happens to the referencing rows; without \
          them a required relation keeps the row it refers to from being deleted, an optional one is \
          emptied, and changes of the key cascade.
          """,
        example: ReferenceExample(
          """
          model User {
            id    Int    @id
            posts Post[]
          }

          model Post {
            id       Int  @id
            author   User @relation(fields: [authorId], references: [id], onDelete: Cascade)
            authorId Int
          }
          """),
        link: DocumentationPage.reference("relation")),
      on: [.relationField],
      parameters: [
        ReferenceParameter(
          "name", .relationName, isUnnamed: true,
          "The name of the relation, the same on both sides. Needed where two models have more than one "
            + "relation, and for a model's relation with itself; of an implicit many-to-many relation "
            + "it names the table (`_Name`)."),
        ReferenceParameter(
          "fields", .scalarFields,
          "The fields of this model that hold the foreign key, in the order of `references`."),
        ReferenceParameter(
          "references", .referencedFields,
          "The fields of the other model that `fields` refer to: its id, or fields that are unique."
        ),
        ReferenceParameter(
          "onDelete", .referentialAction,
          "What happens to this row when the row that it refers to is deleted. Default: `Restrict` for "
            + "required relations (`NoAction` where the database has no `Restrict`), `SetNull` for "
            + "optional ones. Since Prisma 3.0.1."),
        ReferenceParameter(
          "onUpdate", .referentialAction,
          "What happens to this row when the key of the row that it refers to changes. Default: "
            + "`Cascade`. Since Prisma 3.0.1."),
        ReferenceParameter(
          "map", .databaseName, availability: .on(\.supportsNamedForeignKeys),
          "The name of the foreign key in the database. Without it the name is made of the table, the "
            + "columns and `_fkey`. Since Prisma 3.0.1."),
      ]),
    AttributeReference(
      ReferenceEntry(
        "@map", "The name of the column, or of the enum value, in the database.",
        details: """
          The schema and the client go on with their own name. Changing the name of a field while \
          keeping its `@map` changes nothing in the database.
          """,
        example: ReferenceExample(
          """
          model User {
            id        Int    @id
            firstName String @map("first_name")
          }
          """),
        link: DocumentationPage.reference("map")),
      on: [.scalarField, .compositeField, .enumValue],
      parameters: [
        ReferenceParameter(
          "name", .databaseName, isUnnamed: true, isOptional: false, "The name in the database.")
      ]),
    AttributeReference(
      ReferenceEntry(
        "@ignore", "Leaves the field out of the client.",
        details: """
          The column stays in the database and in migrations. A required field without default that \
          is ignored takes away `create`, since the client could not give it a value.
          """,
        example: ReferenceExample(
          """
          model User {
            id     Int     @id
            legacy String? @ignore
          }
          """),
        since: "2.17.0", link: DocumentationPage.reference("ignore")),
      on: [.scalarField, .relationField]),
    AttributeReference(
      ReferenceEntry(
        "@shardKey", "Spreads the rows of a PlanetScale or Vitess database by this field.",
        details: """
          Tells the client by which field the database spreads the rows over its shards, so that it can \
          give it with each change. A key of several fields is written as `@@shardKey([…])`.
          """,
        example: ReferenceExample(
          """
          model User {
            id     String @default(uuid())
            region String @shardKey

            @@unique([id, region])
          }
          """, .mysql, previewFeatures: ["shardKeys"]),
        since: "6.10.0",
        availability: .on(previewFeature: "shardKeys", \.supportsShardKeys)),
      on: [.scalarField]),
  ]
}

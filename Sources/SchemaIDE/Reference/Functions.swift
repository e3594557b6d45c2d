import SchemaModel

extension LanguageReference {
  /// All functions: those of `@default` in the order in which they are offered, then the others.
  public static let functions = [
    FunctionReference(
      ReferenceEntry(
        "autoincrement", "The next whole number, counted by the database.",
        details: """
          Mostly for ids. PostgreSQL uses a `SERIAL` column, MySQL `AUTO_INCREMENT`, SQLite \
          `AUTOINCREMENT`, SQL Server `IDENTITY`. Numbers of rows that were never stored are missing \
          from the row.
          """,
        example: ReferenceExample(
          """
          model User {
            id Int @id @default(autoincrement())
          }
          """),
        availability: .on(\.supportsAutoincrement),
        link: DocumentationPage.reference("autoincrement")),
      .defaultValue([.int, .bigInt])),
    FunctionReference(
      ReferenceEntry(
        "now", "The time at which the row is made.",
        details: """
          Relational databases set it themselves (`CURRENT_TIMESTAMP`); for MongoDB the client does.
          """,
        example: ReferenceExample(
          """
          model Post {
            id        Int      @id
            createdAt DateTime @default(now())
          }
          """),
        link: DocumentationPage.reference("now")),
      .defaultValue([.dateTime])),
    FunctionReference(
      ReferenceEntry(
        "uuid", "A random identifier of 36 characters, made by the client.",
        details: """
          Version 4 is random throughout. Version 7 begins with the time, so that rows made later sort \
          later, which is easier on indexes. With PostgreSQL `@db.Uuid` stores it in 16 bytes.
          """,
        example: ReferenceExample(
          """
          model User {
            id String @id @default(uuid(7)) @db.Uuid
          }
          """),
        link: DocumentationPage.reference("uuid")),
      .defaultValue([.string]),
      parameters: [
        ReferenceParameter(
          "version", .oneOf([4, 7]), isUnnamed: true,
          "The version of the UUID: `4` (random, the default) or `7` (begins with the time, since Prisma "
            + "5.18.0).")
      ]),
    FunctionReference(
      ReferenceEntry(
        "cuid", "A short identifier that does not collide, made by the client.",
        details: """
          Version 1 has about 25 characters and begins with the time; its authors advise against it, \
          since the next one can be guessed. Version 2 has 24 characters and tells nothing.
          """,
        example: ReferenceExample(
          """
          model User {
            id String @id @default(cuid(2))
          }
          """),
        link: DocumentationPage.reference("cuid")),
      .defaultValue([.string]),
      parameters: [
        ReferenceParameter(
          "version", .oneOf([1, 2]), isUnnamed: true,
          "The version of the identifier: `1` (the default) or `2`.")
      ]),
    FunctionReference(
      ReferenceEntry(
        "ulid", "An identifier of 26 characters that sorts by time, made by the client.",
        details: "The first 10 characters are the time in milliseconds, the other 16 random.",
        example: ReferenceExample(
          """
          model Event {
            id String @id @default(ulid())
          }
          """),
        since: "6.2.0", link: DocumentationPage.reference("ulid")),
      .defaultValue([.string])),
    FunctionReference(
      ReferenceEntry(
        "nanoid", "A short random identifier that is safe in URLs, made by the client.",
        details: "21 characters of `A`–`Z`, `a`–`z`, `0`–`9`, `_` and `-`, if no length is given.",
        example: ReferenceExample(
          """
          model Link {
            id String @id @default(nanoid(12))
          }
          """),
        since: "4.9.0", link: DocumentationPage.reference("nanoid")),
      .defaultValue([.string]),
      parameters: [
        ReferenceParameter(
          "length", .integer(2...255), isUnnamed: true,
          "How many characters it has: 2 to 255. Default: 21.")
      ]),
    FunctionReference(
      ReferenceEntry(
        "auto", "An `ObjectId`, made by MongoDB.",
        details: "For `@db.ObjectId` fields, mostly the id.",
        example: ReferenceExample(
          """
          model User {
            id String @id @default(auto()) @map("_id") @db.ObjectId
          }
          """, .mongodb),
        availability: .on(\.supportsAutoFunction), link: DocumentationPage.reference("auto")),
      .defaultValue([.string, .bytes])),
    FunctionReference(
      ReferenceEntry(
        "sequence", "The next number of a sequence of the database.",
        details: """
          CockroachDB counts this way; its `autoincrement()` gives numbers that are unique but not \
          small.
          """,
        example: ReferenceExample(
          """
          model User {
            id Int @id @default(sequence(start: 100, increment: 10))
          }
          """, .cockroachdb),
        since: "3.14.0", availability: .on(\.supportsSequenceFunction),
        link: DocumentationPage.reference("sequence")),
      .defaultValue([.int, .bigInt]),
      parameters: [
        ReferenceParameter(
          "virtual", .boolean,
          "Whether the numbers are made without storing where the sequence stands: unique and ascending "
            + "in time, but large."),
        ReferenceParameter(
          "cache", .integer(1...Int.max),
          "How many numbers a session takes at once and keeps in memory. Default: 1, which means none."
        ),
        ReferenceParameter(
          "increment", .integer(Int.min...Int.max),
          "How far one number is from the next; negative to count down. Default: 1."),
        ReferenceParameter(
          "minValue", .integer(Int.min...Int.max), "The smallest number."),
        ReferenceParameter(
          "maxValue", .integer(Int.min...Int.max), "The largest number."),
        ReferenceParameter(
          "start", .integer(Int.min...Int.max), "The first number."),
      ]),
    FunctionReference(
      ReferenceEntry(
        "dbgenerated", "A default that the database computes, written in its SQL.",
        details: """
          For what the language has no words for, on fields of any type. Without an argument it says only \
          that there is such a default, which migrations then leave alone.
          """,
        example: ReferenceExample(
          """
          model User {
            id String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
          }
          """),
        availability: .on { $0 != .mongodb }, link: DocumentationPage.reference("dbgenerated")),
      .defaultValue(ScalarType.allCases),
      parameters: [
        ReferenceParameter(
          "expression", .text, isUnnamed: true,
          "The SQL expression, as it stands behind `DEFAULT`. Not empty. Since Prisma 2.17.0.")
      ]),
    FunctionReference(
      ReferenceEntry(
        "env", "The value of an environment variable.",
        details: """
          Read when a command or the client runs, not when the schema is checked; `.env` files count too. \
          In Prisma 7 the URLs of the database are in `prisma.config.ts`, where `env()` is imported.
          """,
        example: ReferenceExample(
          """
          generator client {
            provider = "prisma-client"
            output   = env("CLIENT_OUTPUT")
          }
          """)),
      .configuration,
      parameters: [
        ReferenceParameter(
          "name", .text, isUnnamed: true, isOptional: false, "The name of the variable.")
      ]),
    FunctionReference(
      ReferenceEntry(
        "raw", "A piece of SQL that goes into the index as it is written.",
        details: """
          In `ops` the name of an operator class that the language does not know; in `where` the condition \
          of a partial index.
          """,
        example: ReferenceExample(
          """
          model Post {
            id    Int    @id
            title String

            @@index([title(ops: raw("gin_trgm_ops"))], type: Gin)
          }
          """),
        link: DocumentationPage.indexes),
      .index,
      parameters: [
        ReferenceParameter("sql", .text, isUnnamed: true, isOptional: false, "The SQL, not empty.")
      ]),
  ]
}

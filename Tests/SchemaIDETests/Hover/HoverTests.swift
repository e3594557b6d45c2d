import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct HoverTests {
  /// A schema of this text, beside a datasource, with what is shown at its cursor.
  private static func hover(
    _ marked: String, provider: String? = "postgresql", properties: String = "",
    features: String = "", version: PrismaVersion = .seven, others: [String] = [],
    _ surroundings: HoverSurroundings = .none
  ) throws -> (markdown: String, text: String)? {
    let marked = MarkedText(marked)
    let url = version == .seven ? "" : "\n  url = \"x\""
    let settings =
      provider.map {
        """
        datasource db {
          provider = "\($0)"\(url)
        \(properties)
        }

        generator client {
          provider = "prisma-client"
          previewFeatures = [\(features)]
        }

        """
      } ?? ""
    let analysis = Analysis.of([settings, marked.text] + others, version: version)
    let cursor = try #require(marked.cursor)
    guard let hover = analysis.hover(at: cursor, inFile: 1, surroundings) else { return nil }
    #expect(hover.place.file == 1)
    let bytes = Array(marked.text.utf8)
    try #require(hover.place.range.end <= bytes.count)
    #expect(hover.place.range.start <= cursor && cursor <= hover.place.range.end)
    let text = String(
      decoding: bytes[hover.place.range.start..<hover.place.range.end], as: UTF8.self)
    return (hover.markdown, text)
  }

  private static let blog = """
    /// Who writes.
    model User {
      id    Int     @id @default(autoincrement())
      /// Where letters go.
      email String  @unique @map("e_mail") /// All in lower case.
      name  String?
      posts Post[]

      @@map("users")
    }

    model Post {
      id        Int      @id
      title     String   @db.VarChar(200)
      createdAt DateTime @default(now())
      authorId  Int
      author    User     @relation(fields: [authorId], references: [id])

      @@index([authorId, createdAt(sort: Desc)])
    }
    """

  // MARK: Declarations

  @Test func `a model shows its table, columns and keys`() throws {
    let text = Self.blog.replacing("model User {", with: "model Us<|>er {")
    let hover = try #require(try Self.hover(text))
    #expect(hover.text == "User")
    #expect(
      hover.markdown == """
        ```prisma
        model User
        ```

        Who writes.

        Table `users`

        | Column | Type |  |
        |---|---|---|
        | `id` | `integer` | primary key, default `autoincrement()` |
        | `e_mail` | `text` | unique |
        | `name` | `text` | optional |

        - Primary key `users_pkey`: `id`
        - Unique `users_e_mail_key`: `email`

        ```sql
        CREATE TABLE "users" (
            "id" SERIAL NOT NULL,
            "e_mail" TEXT NOT NULL,
            "name" TEXT,

            CONSTRAINT "users_pkey" PRIMARY KEY ("id")
        );

        CREATE UNIQUE INDEX "users_e_mail_key" ON "users"("e_mail");
        ```
        """)
  }

  @Test func `the SQL of a table has its foreign keys, in the form of the database`() throws {
    let text = Self.blog.replacing("model Post {", with: "model Post<|> {")
    let postgresql = try #require(try Self.hover(text)).markdown
    #expect(
      postgresql.contains(
        "ALTER TABLE \"Post\" ADD CONSTRAINT \"Post_authorId_fkey\" FOREIGN KEY (\"authorId\") "
          + "REFERENCES \"users\"(\"id\")"))
    #expect(!postgresql.contains("CREATE TABLE \"users\""))
    let model = "model A<|> {\n  id Int @id\n  bId Int\n  "
    let rest =
      "b B @relation(fields: [bId], references: [id])\n}\nmodel B {\n  id Int @id\n  as A[]\n}\n"
    let sqlite = try #require(try Self.hover(model + rest, provider: "sqlite")).markdown
    #expect(sqlite.contains("CONSTRAINT \"A_bId_fkey\" FOREIGN KEY"))
    #expect(try Self.hover(model + rest, provider: "mysql")?.markdown.contains("```sql") == false)
    #expect(try Self.hover(model + "c Missing\n}\n")?.markdown.contains("```sql") == false)
  }

  @Test func `a model shows its indexes and foreign keys`() throws {
    let text = Self.blog.replacing("model Post {", with: "model Post<|> {")
    let markdown = try #require(try Self.hover(text)).markdown
    #expect(markdown.contains("| `title` | `varchar(200)` |"))
    #expect(markdown.contains("| `authorId` | `integer` | refers to `User` |"))
    #expect(
      markdown.contains("- Index `Post_authorId_createdAt_idx`: `authorId`, `createdAt` descending")
    )
    #expect(markdown.contains("- Foreign key `Post_authorId_fkey`: `authorId` → `User.id`"))
  }

  @Test func `a table is shown with its schema, a collection as one`() throws {
    let text = "model A<|> {\n  id Int @id\n\n  @@schema(\"auth\")\n}\n"
    let properties = "  schemas = [\"auth\"]"
    #expect(
      try Self.hover(text, properties: properties)?.markdown.contains("Table `auth`.`A`") == true)
    let document = "model A<|> {\n  id String @id @map(\"_id\") @db.ObjectId\n}\n"
    let mongo = try #require(try Self.hover(document, provider: "mongodb", version: .six)).markdown
    #expect(mongo.contains("Collection `A`"))
    #expect(mongo.contains("| `_id` | `objectId` | primary key |"))
  }

  @Test func `a large model is cut`() throws {
    let fields = (0..<100).map { "  f\($0) Int" }.joined(separator: "\n")
    let hover = try Self.hover("model A<|> {\n  id Int @id\n\(fields)\n}\n")
    #expect(hover?.markdown.contains("… and 61 more") == true)
  }

  @Test func `an enum shows its values, a value where it belongs`() throws {
    let text = """
      /// What one may do.
      enum Role {
        /// Everything.
        ADMIN @map("admin")
        USER
        @@map("roles")
      }
      """
    let role = try #require(try Self.hover(text.replacing("Role", with: "Ro<|>le")))
    #expect(
      role.markdown == """
        ```prisma
        enum Role {
          ADMIN @map("admin")
          USER
        }
        ```

        What one may do.

        Type `roles` in the database
        """)
    let admin = try #require(try Self.hover(text.replacing("ADMIN", with: "<|>ADMIN")))
    #expect(
      admin.markdown == """
        ```prisma
        ADMIN @map("admin")
        ```

        Everything.

        Value of `Role`, in the database `admin`
        """)
    let used = try #require(
      try Self.hover(text + "\nmodel A {\n  id Int @id\n  r Role @default(USER<|>)\n}\n"))
    #expect(used.text == "USER")
    #expect(used.markdown.contains("Value of `Role`"))
  }

  @Test func `a composite type shows its fields, also where it is used`() throws {
    let text = """
      type Address {
        street String
        zip    String?
      }

      model User {
        id      String  @id @map("_id")
        address Addr<|>ess
      }
      """
    let hover = try #require(try Self.hover(text, provider: "mongodb", version: .six))
    #expect(hover.markdown.contains("type Address {\n  street String\n  zip String?\n}"))
  }

  @Test func `datasources and generators say what they are`() throws {
    let datasource = try Self.hover(
      "datasource my<|>db {\n  provider = \"mysql\"\n}\n", provider: nil)
    #expect(datasource?.markdown.contains("Relation mode `foreignKeys` by default") == true)
    #expect(datasource?.markdown.contains("`@mydb.…`") == true)
    let generator = try Self.hover(
      "generator c<|> {\n  provider = \"go run x\"\n  output = \"../gen\"\n}\n")
    #expect(generator?.markdown.contains("Runs `go run x`") == true)
    #expect(generator?.markdown.contains("Writes to `../gen`") == true)
    let prefix = try Self.hover("model A {\n  id Int @id\n  s String @d<|>b.Text\n}\n")
    #expect(prefix?.text == "db")
    #expect(prefix?.markdown.contains("PostgreSQL") == true)
  }

  // MARK: Fields

  @Test func `a field shows its column, default and indexes`() throws {
    let email = try #require(
      try Self.hover(Self.blog.replacing("  email", with: "  em<|>ail")))
    #expect(email.text == "email")
    #expect(
      email.markdown == """
        ```prisma
        email String @unique @map("e_mail")
        ```

        Where letters go.
        All in lower case.

        - Column `e_mail` of `users`: `text` (`@db.Text` by default), not null
        - Unique `users_e_mail_key`: `email`
        """)
    let created = try #require(
      try Self.hover(Self.blog.replacing("  createdAt", with: "  created<|>At"))
    ).markdown
    #expect(created.contains("`timestamp(3)` (`@db.Timestamp(3)` by default), not null"))
    #expect(created.contains("Default `now()`, made by the database"))
    #expect(created.contains("Index `Post_authorId_createdAt_idx`"))
  }

  @Test func `a field shows itself wherever it is named`() throws {
    for (place, marked) in [
      ("[authorId],", "[autho<|>rId],"), ("references: [id]", "references: [<|>id]"),
      ("([authorId,", "([authorId<|>,"), ("createdAt(sort", "created<|>At(sort"),
    ] {
      let hover = try #require(try Self.hover(Self.blog.replacing(place, with: marked)))
      #expect(hover.markdown.contains("- Column `"), "\(place): \(hover.markdown)")
    }
    let key = try #require(
      try Self.hover(Self.blog.replacing("[authorId],", with: "[<|>authorId],"))
    ).markdown
    #expect(key.contains("Foreign key of `author` → `User.id`"))
  }

  @Test func `a list and an enum have the column's type`() throws {
    let text = """
      enum Role {
        A

        @@map("roles")
      }

      model User {
        id    Int    @id
        roles Role[]
      }
      """
    let hover = try Self.hover(text.replacing("  roles Role", with: "  rol<|>es Role"))
    #expect(hover?.markdown.contains("- Column `roles` of `User`: `roles[]`") == true)
  }

  @Test func `what makes a default is told`() throws {
    let text = "model A {\n  i<|>d String @id @default(uuid())\n}\n"
    let hover = try Self.hover(text)
    #expect(hover?.markdown.contains("Default `uuid()`, made by the client") == true)
    let server = try Self.hover(
      "model A {\n  id Int @id\n  n<|> Int @default(1)\n}\n", provider: "sqlserver")
    #expect(server?.markdown.contains("Default `1`, constraint `A_n_df`") == true)
  }

  // MARK: Relations

  @Test func `a relation field shows the other side and what is left unsaid`() throws {
    let author = try #require(
      try Self.hover(Self.blog.replacing("  author ", with: "  author<|> ")))
    #expect(
      author.markdown == """
        ```prisma
        author User @relation(fields: [authorId], references: [id])
        ```

        Other side: `User.posts Post[]`

        **One-to-many** relation `PostToUser`

        - `Post.authorId` → `User.id`
        - `onDelete: Restrict` by default. \
        \(LanguageReference.referentialAction(.restrict).summary)
        - `onUpdate: Cascade` by default. \
        The referencing row is given the new key.
        - Foreign key `Post_authorId_fkey`
        """)
    let posts = try #require(try Self.hover(Self.blog.replacing("  posts", with: "  po<|>sts")))
    #expect(posts.markdown.contains("Other side: `Post.author User`"))
    #expect(posts.markdown.contains("`Post.authorId` → `User.id`"))
  }

  @Test func `the type of a relation shows the field that leads back`() throws {
    let post = try #require(try Self.hover(Self.blog.replacing("Post[]", with: "Pos<|>t[]")))
    #expect(post.text == "Post")
    #expect(
      post.markdown.hasPrefix(
        """
        ```prisma
        model Post {
          …
          author User @relation(name: "PostToUser", fields: [authorId], references: [id])
        }
        ```

        **One-to-many** relation `PostToUser`
        """))
    let user = try #require(
      try Self.hover(Self.blog.replacing("author    User", with: "author    User<|>")))
    #expect(
      user.markdown.hasPrefix(
        """
        ```prisma
        model User {
          …
          posts Post[] @relation(name: "PostToUser")
        }
        ```

        Who writes.
        """))
  }

  @Test func `of two relations between the same models the right one is shown`() throws {
    let text = """
      model User {
        id       Int    @id
        written  Post[] @relation("author")
        reviewed Po<|>st[] @relation("reviewer")
      }

      model Post {
        id         Int  @id
        authorId   Int
        author     User @relation("author", fields: [authorId], references: [id])
        reviewerId Int
        reviewer   User @relation("reviewer", fields: [reviewerId], references: [id], onDelete: Cascade)
      }
      """
    let hover = try #require(try Self.hover(text))
    #expect(
      hover.markdown.contains(
        "reviewer User @relation(name: \"reviewer\", fields: [reviewerId], references: [id])"))
    #expect(hover.markdown.contains("- `onDelete: Cascade`. "))
  }

  @Test func `a relation of a model with itself`() throws {
    let text = """
      model Node {
        id       Int    @id
        parentId Int?
        parent   No<|>de?  @relation("tree", fields: [parentId], references: [id])
        children Node[] @relation("tree")
      }
      """
    let hover = try #require(try Self.hover(text))
    #expect(hover.markdown.contains("children Node[] @relation(name: \"tree\")"))
    #expect(hover.markdown.contains("**One-to-many self** relation `tree`"))
    #expect(hover.markdown.contains("`onDelete: SetNull` by default"))
  }

  @Test func `an implicit relation shows its table`() throws {
    let text = """
      model Post {
        id   Int   @id
        tags T<|>ag[]
      }

      model Tag {
        id    Int    @id
        posts Post[]
      }
      """
    let hover = try #require(try Self.hover(text))
    #expect(hover.markdown.contains("**Implicit many-to-many** relation `PostToTag`"))
    #expect(
      hover.markdown.contains("- Table `_PostToTag`: column `A` refers to `Post`, `B` to `Tag`"))
  }

  @Test func `without foreign keys none is named`() throws {
    let text = Self.blog.replacing("  author ", with: "  aut<|>hor ")
    let markdown = try #require(
      try Self.hover(text, properties: "  relationMode = \"prisma\"")
    ).markdown
    #expect(!markdown.contains("Post_authorId_fkey"))
    #expect(markdown.contains("No foreign key in the database"))
  }

  @Test func `a relation with one side is shown as far as it goes`() throws {
    let text = "model A {\n  id Int @id\n  bs B<|>[]\n}\n\nmodel B {\n  id Int @id\n}\n"
    let hover = try #require(try Self.hover(text))
    #expect(hover.markdown.hasPrefix("```prisma\nmodel B\n```"))
  }

  // MARK: Attributes and functions

  @Test func `an attribute shows its page and the name it makes`() throws {
    let index = try #require(try Self.hover(Self.blog.replacing("@@index", with: "@@in<|>dex")))
    #expect(index.text == "@@index")
    #expect(index.markdown.hasPrefix("```prisma\n@@index(_ fields: FieldReference[], map: String?"))
    #expect(
      index.markdown.contains("Name in the database: `Post_authorId_createdAt_idx` by default"))
    #expect(index.markdown.contains("[Prisma documentation](https://www.prisma.io/docs/"))
    let unique = try #require(try Self.hover(Self.blog.replacing("@unique", with: "<|>@unique")))
    #expect(unique.text == "@unique")
    #expect(unique.markdown.contains("`users_e_mail_key` by default"))
    let relation = try #require(
      try Self.hover(Self.blog.replacing("@relation", with: "@relation<|>"))
    ).markdown
    #expect(relation.contains("- `onDelete: Restrict` by default here"))
    #expect(relation.contains("- Name in the database: `Post_authorId_fkey` by default"))
    let id = try #require(try Self.hover("model A {\n  id Int @i<|>d(map: \"x\")\n}\n")).markdown
    #expect(id.contains("- Name in the database: `x`\n"))
  }

  @Test func `columns of SQLite have the types of the SQL`() throws {
    let schema = """
      model A {
        id    Int    @id
        name  String
        price Float?
      }

      """
    let model = try #require(
      try Self.hover(schema.replacing("model A", with: "model <|>A"), provider: "sqlite"))
    #expect(model.markdown.contains("| `id` | `INTEGER` |"))
    #expect(model.markdown.contains("| `price` | `REAL` |"))
    let field = try #require(
      try Self.hover(schema.replacing("  name", with: "  na<|>me"), provider: "sqlite"))
    #expect(field.markdown.contains("Column `name` of `A`: `TEXT`, not null"))
  }

  @Test func `the text of an unsupported type is a part of it`() throws {
    let schema = "model A {\n  id Int @id\n  a Unsupported(\"cir<|>cle\")?\n}\n"
    let hover = try #require(try Self.hover(schema))
    #expect(hover.text == "Unsupported(\"circle\")")
  }

  @Test func `full-text search is told apart by database`() throws {
    let page = try #require(LanguageReference.previewFeature("fullTextSearch"))
    #expect(page.documentation.contains("called `fullTextSearchPostgres` since Prisma 6"))
  }

  @Test func `an argument and its values show what they do`() throws {
    let action = Self.blog.replacing(
      "references: [id])", with: "references: [id], onDelete: Cascade)")
    let key = try #require(try Self.hover(action.replacing("onDelete", with: "on<|>Delete")))
    #expect(key.text == "onDelete")
    #expect(key.markdown.hasPrefix("```prisma\nonDelete: ReferentialAction?\n```"))
    let value = try #require(try Self.hover(action.replacing("Cascade", with: "<|>Cascade")))
    #expect(value.text == "Cascade")
    #expect(value.markdown.contains("The referencing row is deleted with the other."))
    let update = try Self.hover(
      action.replacing("onDelete: Cascade", with: "onUpdate: Cas<|>cade"))
    #expect(update?.markdown.contains("The referencing row is given the new key.") == true)
    let sort = try #require(try Self.hover(Self.blog.replacing("Desc", with: "De<|>sc")))
    #expect(sort.markdown.contains(LanguageReference.sortOrder(.descending).summary))
    let name = try #require(try Self.hover(Self.blog.replacing("sort:", with: "so<|>rt:")))
    #expect(name.markdown.hasPrefix("```prisma\nsort: (Asc | Desc)?"))
    let gin =
      "model A {\n  id Int @id\n  j Json\n\n  @@index([j(ops: JsonbPathOps)], type: Gin)\n}\n"
    #expect(
      try Self.hover(gin.replacing("Gin", with: "G<|>in"))?.markdown.contains("inverted") == true)
    #expect(
      try Self.hover(gin.replacing("JsonbPath", with: "Jsonb<|>Path"))?.markdown
        .contains("whole paths") == true)
    let mapped = try #require(try Self.hover(Self.blog.replacing("e_mail", with: "e_<|>mail")))
    #expect(mapped.markdown.contains("The name in the database"))
  }

  @Test func `functions and their arguments show their pages`() throws {
    let text = "model A {\n  id String @id @default(uuid(7))\n}\n"
    let name = try #require(try Self.hover(text.replacing("uuid", with: "uu<|>id")))
    #expect(name.text == "uuid")
    #expect(name.markdown.hasPrefix("```prisma\nuuid(_ version: (4 | 7)?)\n```"))
    let version = try #require(try Self.hover(text.replacing("7", with: "<|>7")))
    #expect(version.markdown.contains("5.18.0"))
  }

  @Test func `a native type shows the database's words`() throws {
    let text = "model A {\n  id Int @id\n  d Decimal @db.Decimal(10, 2)\n}\n"
    let type = try #require(try Self.hover(text.replacing("@db.Decimal", with: "@db.Deci<|>mal")))
    #expect(type.text == "@db.Decimal")
    #expect(type.markdown.hasPrefix("```prisma\n@db.Decimal(_ precision: Int?, _ scale: Int?)"))
    #expect(type.markdown.contains("Here `decimal(10, 2)`"))
    let scale = try #require(try Self.hover(text.replacing(" 2)", with: " <|>2)")))
    #expect(scale.markdown.hasPrefix("```prisma\n_ scale: Int?"))
  }

  @Test func `scalar types and keywords show their pages`() throws {
    let text = "model A {\n  id Int @id\n  t DateTime\n  u Unsupported(\"point\")\n}\n"
    let type = try #require(try Self.hover(text.replacing("DateTime", with: "Date<|>Time")))
    #expect(type.markdown.contains("PostgreSQL `Timestamp(3)`"))
    #expect(type.markdown.contains("Here `timestamp(3)`"))
    let other = try #require(try Self.hover(text.replacing("Unsupp", with: "Un<|>supp")))
    #expect(other.markdown.contains("no word for"))
    let keyword = try #require(try Self.hover(text.replacing("model", with: "mo<|>del")))
    #expect(keyword.text == "model")
    #expect(keyword.markdown.hasPrefix("```prisma\nmodel\n```"))
  }

  // MARK: Names in the database

  @Test func `given names show what they replace`() throws {
    let text = """
      model A {
        id Int
        b  Int @unique(map: "b_key")
        c  Int

        @@id([id, b], name: "both", map: "a_key")
        @@index([c], map: "c_idx")
      }
      """
    for (name, expected) in [
      ("b_key", "`A_b_key`"), ("a_key", "`A_pkey`"), ("c_idx", "`A_c_idx`"), ("both", "`id_b`"),
    ] {
      let hover = try #require(
        try Self.hover(text.replacing("\"\(name)", with: "\"\(name)<|>")), "\(name)")
      #expect(hover.text == name)
      #expect(hover.markdown.contains("without it \(expected)"), "\(hover.markdown)")
    }
    let relation = try #require(
      try Self.hover(
        """
        model A {
          id Int  @id
          bs B[]  @relation("na<|>me")
        }

        model B {
          id  Int @id
          aId Int
          a   A   @relation("name", fields: [aId], references: [id], map: "fk")
        }
        """))
    #expect(relation.markdown.contains("The relation of `A` with `B`"))
    #expect(relation.markdown.contains("Foreign key `fk`"))
  }

  @Test func `a schema of the database is known or not`() throws {
    let text = "model A {\n  id Int @id\n\n  @@schema(\"auth<|>\")\n}\n"
    let known = try Self.hover(text, properties: "  schemas = [\"auth\"]")
    #expect(known?.markdown.contains("listed in") == true)
    #expect(try Self.hover(text)?.markdown.contains("do not list") == true)
  }

  // MARK: Configuration

  @Test func `properties and their values show their pages`() throws {
    let text = """
      generator client {
        provider        = "prisma-client"
        runtime         = "bun"
        previewFeatures = ["views", "omitApi"]
      }
      """
    let key = try #require(try Self.hover(text.replacing("runtime", with: "run<|>time")))
    #expect(key.text == "runtime")
    #expect(key.markdown.contains("- `\"deno\"`: Deno."))
    #expect(
      try Self.hover(text.replacing("bun", with: "b<|>un"))?.markdown.contains("Bun.") == true)
    let feature = try #require(try Self.hover(text.replacing("views", with: "vi<|>ews")))
    #expect(feature.text == "\"views\"")
    #expect(feature.markdown.contains("Since Prisma 4.9.0"))
    let old = try #require(try Self.hover(text.replacing("omitApi", with: "omit<|>Api")))
    #expect(old.markdown.contains("a part of Prisma since 6.2.0"))
    let provider = try #require(
      try Self.hover(text.replacing("\"prisma-client", with: "\"prisma<|>-client")))
    #expect(provider.markdown.contains("TypeScript"))
    let mode = try Self.hover(
      "datasource x {\n  provider = \"mysql\"\n  relationMode = \"pri<|>sma\"\n}\n", provider: nil)
    #expect(mode?.markdown.contains("no foreign keys") == true)
  }

  @Test func `the properties of other generators are known or handed on`() throws {
    let python = """
      generator py {
        provider             = "prisma-client-py"
        interface            = "asyncio"
        recursive_type_depth = 5
      }
      """
    let depth = try #require(
      try Self.hover(
        python.replacing("recursive", with: "recur<|>sive"), version: .five))
    #expect(depth.markdown.contains("Default: `5`"))
    let value = try #require(
      try Self.hover(python.replacing("asyncio", with: "async<|>io"), version: .five))
    #expect(value.markdown.contains("await"))
    let other = try #require(
      try Self.hover("generator x {\n  provider = \"y\"\n  fil<|>e = \"z\"\n}\n"))
    #expect(other.markdown.contains("Handed to the generator `y` as it is written"))
  }

  @Test func `a variable is set or not, and its value stays unknown`() throws {
    let text = "generator x {\n  provider = \"y\"\n  output = env(\"OUT<|>PUT\")\n}\n"
    let unset = try #require(try Self.hover(text))
    #expect(unset.text == "\"OUTPUT\"")
    #expect(unset.markdown.contains("`OUTPUT` is not set"))
    let set = try Self.hover(text, HoverSurroundings { $0 == "OUTPUT" ? .file(".env") : nil })
    #expect(set?.markdown.contains("`OUTPUT` is set in `.env`") == true)
    let process = try Self.hover(text, HoverSurroundings { _ in .process })
    #expect(process?.markdown.contains("in the environment of the language server") == true)
  }

  // MARK: Broken text

  @Test func `words of a line that can't be read are known`() throws {
    let field = try Self.hover("model A {\n  id Int @id\n  name String @uni<|>que @\n}\n")
    #expect(field?.text == "@unique")
    let type = try Self.hover("model A {\n  id Int @id\n  name Stri<|>ng @\n}\n")
    #expect(type?.markdown.contains("Text of any length") == true)
    let native = try Self.hover("model A {\n  id Int @id\n  name String @db.Var<|>Char(10 @\n}\n")
    #expect(native?.text == "@db.VarChar")
    let function = try Self.hover("model A {\n  id Int @default(autoincre<|>ment( @\n}\n")
    #expect(function?.markdown.contains("counted by the database") == true)
    let open = try Self.hover("mod<|>el A {\n  id Int\n")
    #expect(open?.markdown.hasPrefix("```prisma\nmodel\n```") == true)
    let other = try Self.hover("model A {\n  b <|>B @\n}\n\nenum B {\n  C\n}\n")
    #expect(other?.markdown.contains("enum B {\n  C\n}") == true)
  }

  @Test func `nothing is said about comments, blanks and unknown words`() throws {
    for text in [
      "// mod<|>el\nmodel A {\n  id Int @id\n}\n", "model A {\n  id Int @id // @uni<|>que\n}\n",
      "model A {\n  id Int @id // @uni<|>que\n", "model A {<|>\n  id Int @id\n}\n",
      "model A {\n  id Int @id @unk<|>nown\n}\n", "model A {\n  id Un<|>known @id\n}\n",
      "<|>", "\n\n<|>\n", "model A {\n  id Int @db.No<|>thing\n}\n",
    ] {
      #expect(try Self.hover(text) == nil, "\(text)")
    }
  }

  @Test func `no place of a broken schema is a trap`() {
    let text = """
      /// doc /* x
      model A { // y
        id Int @id(map: ) @db. @db.VarChar(,) @default(f(g([h(]))))
        b B[]? @relation("x", fields: [id, zz], references: [])
        @@index([a.b.c(sort: ), "x", 1], type: Nope, where: { a: { not: null } })
        @@unique([
          id,
          b(
        ])
      }
      enum E { A @map( }
      datasource db { provider = ["x"] url = env( }
      generator { provider = env("
      type T = Int @id
      modle X {
        id Int
      }
      """
    for version in PrismaVersion.allCases {
      let analysis = Analysis.of([text], version: version)
      for offset in -1...text.utf8.count + 1 {
        guard let hover = analysis.hover(at: offset, inFile: 0, .none) else { continue }
        #expect(hover.place.range.end <= text.utf8.count)
        #expect(!hover.markdown.isEmpty)
        _ = MarkdownText.plainText(of: hover.markdown)
      }
      #expect(analysis.hover(at: 0, inFile: 3, .none) == nil)
    }
  }
}

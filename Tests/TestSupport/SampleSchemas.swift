/// Schemas that hold all the forms of the language, right and wrong ones.
package enum SampleSchemas {
  /// One schema without mistakes in its syntax.
  package static let sound = """
    // Everything that can stand in a schema.
    generator client {
      provider        = "prisma-client-js" // the client
      previewFeatures = ["views", "fullTextSearchPostgres"]
    }

    datasource db {
      provider = "postgresql"
      url      = env("DATABASE_URL")
      /// Documentation at the end.
    }

    /// A person.
    /// Of two lines.
    model User {
      id      Int      @id @default(autoincrement()) // key
      email   String   @unique(map: "user_email", sort: Desc) @db.VarChar(255)
      name    String?  /* the
        full name */
      tags    String[] @default(["a", "b\\n\\u00e9"])
      size    Float    @default(-1.5)
      posts   Post[]   @relation("Author")
      shape   Unsupported("circle")?
      größe   Int      @map("size")

      @@index([email, name(sort: Desc, ops: raw("x"))], type: BTree) // an index
      @@map("users")
    }

    /* Between the models. */

    model Post {
      id       Int  @id
      authorId Int
      author   User @relation("Author", fields: [authorId], references: [id], onDelete: Cascade)
      kind     Kind @default(DRAFT)
    }

    enum Kind {
      DRAFT
      DONE  @map("done") // finished
      @@map("kinds")
    }

    view Summary {
      id Int @unique
    } type Address {
      street String
    }

    """

  /// One schema with a mistake of each kind.
  package static let broken = """
    \u{FEFF}model Bom {
      id Int
    }
    model A {
      id Int @id @
      legacy: String
      both   Int[]?
      must   Int!
      list   [Int]
      none
      text   String @default("\\q \\u12 \\ud800") @map("\\uzzzz")
      _id    Int
      @@map("a") @@index([id])
      @@
      a      Int @default(1.)
      b      Int @default(foo(,)) @x(a:, b: 1,)
      where  Int @unique(where: { a: { not: null }, b: 1 })
    }
    type Alias = Int @id @db.Text
    foo {
      { nested }
      left over
    }
    foo bar {
    }
    model Inline { id Int @id }
      id Int
    }
    enum E {
      1a
      b Int
    }
    datasource d {
      @@map("x")
      key
      url =
    }
    stray } line
    model Open {
      x Int /* goes on
      y Int
    model Borrowed {
      z Int */ not the end
    }
    model Last {
      id Int
      x }

    """

  /// The schemas with line feeds, with the other line ends, and joined in several ways.
  package static let all: [String] = {
    let both = [
      sound, broken, sound + broken, broken + sound, sound + "\nmodel Unclosed {\n" + sound,
    ]
    let crlf = both.map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .flatMap { [$0.joined(separator: "\r\n"), $0.joined(separator: "\r")] }
    return ["", "\n", "model A {", "/*", "x", models(5), models(30)] + both + crlf
  }()

  /// A sound schema of `count` models, all of one length.
  package static func models(_ count: Int) -> String {
    (0..<count).map { number in
      let digits = String(number)
      let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
      return """
        /// Model \(name).
        model M\(name) {
          id    Int     @id @default(autoincrement())
          name  String? @db.VarChar(20)
          other Int     @map("other") // a comment

          @@index([name, other])
        }


        """
    }.joined()
  }
}

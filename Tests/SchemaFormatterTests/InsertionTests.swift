import SchemaModel
import SchemaParser
import Testing

@testable import SchemaFormatter

@Suite("Insertion of missing relation parts")
struct InsertionTests {
  @Test("Fields on both sides, `@relation` and scalar fields")
  func everythingMissing() {
    check(
      """
      model Owner {
        id Int @id @db.Integer
        mail String @unique
      }
      model Pet {
        id Int @id
        owner Owner
      }
      model Passport {
        id Int @id
        ownerId Int @unique
        owner Owner @relation(fields: [ownerId], references: [id])
      }
      """,
      """
      model Owner {
        id       Int       @id @db.Integer
        mail     String    @unique
        pets     Pet[]
        passport Passport?
      }

      model Pet {
        id      Int   @id
        owner   Owner @relation(fields: [ownerId], references: [id])
        ownerId Int   @db.Integer
      }

      model Passport {
        id      Int   @id
        ownerId Int   @unique
        owner   Owner @relation(fields: [ownerId], references: [id])
      }

      """)
  }

  @Test("A forward field is required when its scalar fields are there and required")
  func forwardFields() {
    check(
      """
      model Shelf {
        id Int @id
        books Book[]
        boxes Box[]
        jars Jar[]
      }
      model Book {
        id Int @id
      }
      model Box {
        id Int @id
        shelfId Int
      }
      model Jar {
        id Int @id
        shelfId Int?

        @@map("jars")
      }
      """,
      """
      model Shelf {
        id    Int    @id
        books Book[]
        boxes Box[]
        jars  Jar[]
      }

      model Book {
        id      Int    @id
        shelf   Shelf? @relation(fields: [shelfId], references: [id])
        shelfId Int?
      }

      model Box {
        id      Int   @id
        shelfId Int
        shelf   Shelf @relation(fields: [shelfId], references: [id])
      }

      model Jar {
        id      Int    @id
        shelfId Int?
        shelf   Shelf? @relation(fields: [shelfId], references: [id])

        @@map("jars")
      }

      """)
  }

  @Test(
    "Arguments are added to an existing `@relation`",
    arguments: [
      ("@relation(\"r\")", "@relation(\"r\", fields: [hostId], references: [id])"),
      ("@relation", "@relation(fields: [hostId], references: [id])"),
      ("@relation  // c", "@relation(fields: [hostId], references: [id]) // c"),
      ("@relation(fields: [hostId])", "@relation(fields: [hostId], references: [id])"),
      ("@relation(references: [id])", "@relation(references: [id], fields: [hostId])"),
      ("@relation(fields: [])", "@relation(fields: [], references: [id])"),
      ("@ignore", "@relation(fields: [hostId], references: [id]) @ignore"),
    ])
  func arguments(attribute: String, expected: String) {
    let name = attribute.contains("\"r\"") ? " @relation(\"r\")" : ""
    func text(_ attribute: String) -> String {
      """
      model Host {
        id     Int     @id
        guests Guest[]\(name)
      }

      model Guest {
        id     Int  @id
        hostId Int
        host   Host \(attribute)
      }

      """
    }
    check(text(attribute), text(expected))
  }

  @Test("Empty parentheses are not filled")
  func emptyParentheses() {
    // Wrong, but known and kept: like Prisma, this spoils the line.
    let head = "model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id  Int  @id\n  aId Int?\n"
    check(
      head + "  a A? @relation()\n}\n",
      head + "  a A? @relation()(fields: [aId], references: [id])\n}\n")
  }

  @Test("A mark behind the type counts only directly behind it")
  func marks() {
    let head = "model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id  Int  @id\n  aId Int?\n"
    check(
      head + "  a   A?\n}\n", head + "  a   A?   @relation(fields: [aId], references: [id])\n}\n")
    check(
      head + "  a A ? // c\n}\n",
      head + "  a A @relation(fields: [aId], references: [id]) ? // c\n}\n")
  }

  @Test("Other criteria than a single id")
  func criteria() {
    check(
      """
      model Place {
        zip String? @unique
        x Int
        y BigInt
        trees Tree[]
        @@unique([x,y])
      }
      model Tree {
        id Int @id
      }
      model Über {
        key String @unique
        wege Weg[]
      }
      model Weg {
        id Int @id
        über Über
      }
      model Bare {
        n Int
        as Weg2[]
      }
      model Weg2 {
        id Int @id
      }
      """,
      """
      model Place {
        zip   String? @unique
        x     Int
        y     BigInt
        trees Tree[]

        @@unique([x, y])
      }

      model Tree {
        id       Int     @id
        place    Place?  @relation(fields: [placeZip], references: [x, y])
        placeZip String?
      }

      model Über {
        key  String @unique
        wege Weg[]
      }

      model Weg {
        id       Int    @id
        über    Über  @relation(fields: [überKey], references: [key])
        überKey String
      }

      model Bare {
        n  Int
        as Weg2[]
      }

      model Weg2 {
        id   Int  @id
        bare Bare @relation(fields: [], references: [])
      }

      """)
  }

  @Test("Back fields to ignored models are ignored")
  func ignored() {
    check(
      """
      model Boss {
        id Int @id
      }
      model Old {
        id Int @id
        bossId Int
        boss Boss @relation(fields: [bossId], references: [id])
        @@ignore
      }
      """,
      """
      model Boss {
        id   Int   @id
        olds Old[] @ignore
      }

      model Old {
        id     Int  @id
        bossId Int
        boss   Boss @relation(fields: [bossId], references: [id])

        @@ignore
      }

      """)
  }

  @Test("Scalar fields end at the first type that is not built in")
  func enumCriterion() {
    check(
      """
      enum Kind {
        A
      }
      model Room {
        floor Int
        kind Kind
        number Int
        beds Bed[]
        @@id([floor,kind,number])
      }
      model Bed {
        id Int @id
      }
      """,
      """
      enum Kind {
        A
      }

      model Room {
        floor  Int
        kind   Kind
        number Int
        beds   Bed[]

        @@id([floor, kind, number])
      }

      model Bed {
        id        Int   @id
        room      Room? @relation(fields: [roomFloor, roomKind, roomNumber], references: [floor, kind, number])
        roomFloor Int?
      }

      """)
  }

  @Test("Many-to-many relations lack nothing")
  func manyToMany() {
    let text = "model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id Int @id\n  as A[]\n}\n"
    check(text, text)
  }

  @Test(
    "Errors in names, types and attributes keep everything as it is, in all files",
    arguments: [
      "model C {\n  id Int @id\n  id Int\n}\n", "model C {\n  id Nothing @id\n}\n",
      "model C {\n  id Int @foo\n}\n", "junk\n", "model C {\n  id Int @id(map: )\n}\n",
    ])
  func errors(other: String) {
    let text = "model A {\n  id Int @id\n  b  B\n}\n\nmodel B {\n  id Int @id\n}\n"
    #expect(inserted(text, other) == [text, other])
  }

  @Test("Errors in the configuration do not")
  func configurationErrors() {
    let config = "datasource db {\n  provider = \"nonsense\"\n}\n\ngenerator g {\n  x = 1\n}\n"
    let result = inserted(
      config, "model A {\n  id Int @id\n  b  B\n}\n", "model B {\n  id Int @id\n}\n")
    #expect(
      result == [
        config,
        """
        model A {
          id  Int @id
          b   B   @relation(fields: [bId], references: [id])
          bId Int
        }

        """,
        """
        model B {
          id Int @id
          as A[]
        }

        """,
      ])
  }

  /// Checks that the parts inserted into `before` make it `after`, in a file of its own.
  private func check(
    _ before: String, _ after: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(inserted(before) == [after], sourceLocation: sourceLocation)
  }

  /// The files of a schema with what was missing, laid out.
  private func inserted(_ files: String...) -> [String] {
    let sources = files.enumerated().map { index, text in
      SourceFile(
        path: "\(index).prisma", tree: SyntaxTree.parsed(Array(text.utf8), dialect: .prisma6))
    }
    var schema = Schema()
    _ = schema.update(files: sources, version: .six)
    return zip(sources, schema.relationInsertions()).map { source, insertions in
      String(decoding: source.tree.formatted(inserting: insertions), as: UTF8.self)
    }
  }
}

import SchemaParser
import Testing

@testable import SchemaFormatter

/// The text in its canonical layout.
func formatted(
  _ text: String, _ options: FormatOptions = FormatOptions(), dialect: Dialect = .prisma6
) -> String {
  let tree = SyntaxTree.parsed(Array(text.utf8), dialect: dialect)
  return String(decoding: tree.formatted(options), as: UTF8.self)
}

/// Checks that `before` is laid out as `after`, and `after` stays as it is.
///
/// - Parameter settles: false for the texts that a second run changes again.
func check(
  _ before: String, _ after: String, _ options: FormatOptions = FormatOptions(),
  dialect: Dialect = .prisma6, settles: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let once = formatted(before, options, dialect: dialect)
  #expect(once == after, sourceLocation: sourceLocation)
  let twice = formatted(once, options, dialect: dialect)
  #expect((twice == once) == settles, sourceLocation: sourceLocation)
}

@Suite("Layout: top level")
struct TopLevelLayoutTests {
  @Test("Blank lines at both ends go, others shrink to one")
  func blankLines() {
    check(
      "\n\n   \nmodel Cat{\nid Int @id\n}\n\n\n \nenum Fur {\nSHORT\n}\n\n\n",
      """
      model Cat {
        id Int @id
      }

      enum Fur {
        SHORT
      }

      """)
  }

  @Test(
    "Files without anything in them become one line end", arguments: ["", "\n", "\r\n \t\n", " "])
  func empty(text: String) {
    check(text, "\n")
  }

  @Test("Declarations are one blank line apart, comments keep their distance")
  func distances() {
    check(
      """
      // head
      // of file
      model A {
      }
      // close to B

      // closer to B
      model B {
      }
      /// of C
      view C {
      }


      // end
      """,
      """
      // head
      // of file
      model A {
      }

      // close to B

      // closer to B
      model B {
      }

      /// of C
      view C {
      }

      // end

      """)
  }

  @Test("What follows a closing brace goes to the line below")
  func afterBrace() {
    check(
      "type A {\n} // of A\ntype B {\n} type C {\n}",
      "type A {\n}\n// of A\ntype B {\n}\ntype C {\n}\n", settles: false)
  }

  @Test("What follows an opening brace is lost")
  func afterOpeningBrace() {
    check("model   A   { id Int // x\n}", "model A {\n}\n")
    check("modelA{\n}", "model A {\n}\n")
  }

  @Test("Lines that can't be read keep their text but for the blanks before it")
  func unreadableLines() {
    check(
      "   what  is this  \n\n\n\tand that\nmodel A {\n}\n",
      "what  is this  \n\nand that\nmodel A {\n}\n")
    check("model A {\n  id Int", "model A {\nid Int\n")
  }

  @Test("Unknown blocks and type aliases stay, without a blank line behind them")
  func verbatim() {
    check(
      "table  {\n   a   b\n}\n\n\nmodel A {\n}\n\ntype  X  =  Int   @id\n\n// c\n",
      "table  {\n   a   b\n}\nmodel A {\n}\n\ntype  X  =  Int   @id\n// c\n")
    check("table {\n a\n} // c\n", "table {\n a\n}// c\n")
  }
}

@Suite("Layout: members")
struct MemberLayoutTests {
  @Test("A table is aligned up to the next blank line")
  func tables() {
    check(
      """
      model Invoice {

          id   Int   @id   // key
        customer   String     @unique
        // counts from 1
        number Int ?


        dueDate DateTime @default( now( ) )
        x Y
            _unreadable   line
        lines    Line [ ]
        note  String   ? @db.VarChar( 10 )

      }
      """,
      """
      model Invoice {
        id       Int    @id // key
        customer String @unique
        // counts from 1
        number   Int?

        dueDate DateTime @default(now())
        x       Y
        _unreadable   line
        lines    Line [ ]
        note    String?  @db.VarChar(10)
      }

      """)
  }

  @Test("Widths count bytes")
  func bytes() {
    check("model A {\n  ö Int @id\n  abc Int\n}\n", "model A {\n  ö  Int @id\n  abc Int\n}\n")
  }

  @Test("A field without a type leaves a gap in front of its attributes")
  func missingType() {
    check(
      "model A {\n  key Text @id\n  label @unique\n  z\n}\n",
      "model A {\n  key   Text @id\n  label      @unique\n  z\n}\n")
    check("model A {\n  label @unique\n}\n", "model A {\n  label  @unique\n}\n")
  }

  @Test("Old forms of fields are repaired")
  func legacyForms() {
    check(
      "model A {\n  a: Int\n  bb String!\n  c [Int]\n  d Int[]?\n}\n",
      "model A {\n  a  Int\n  bb String\n  c  Int[]\n  d  Int[]?\n}\n")
  }

  @Test("Values and properties have a column for their names")
  func valuesAndProperties() {
    check(
      """
      enum Unit {
        KG @map( "kg" )
        POUND @map("lb")  // old
        STONE
      }
      datasource db{
        provider="sqlite" // c
        url   =   env( "X" )
        shadow =

        x = ["a","b"]
      }
      generator g {
      }
      """,
      """
      enum Unit {
        KG    @map("kg")
        POUND @map("lb") // old
        STONE
      }

      datasource db {
        provider = "sqlite" // c
        url      = env("X")
        shadow

        x = ["a", "b"]
      }

      generator g {
      }

      """)
    check(
      "generator g {\n  a = \"x\"\n  longer =\n}\n",
      "generator g {\n  a      = \"x\"\n  longer\n}\n",
      settles: false)
  }

  @Test("Members are indented as the options say")
  func indentation() {
    let text = "model A {\nid Int\n/* c */\n@@map(\"a\")\n}\n"
    check(
      text, "model A {\n    id Int\n\n    /**\n     * c\n     */\n    @@map(\"a\")\n}\n",
      FormatOptions(indentWidth: 4))
    check(
      text, "model A {\n\tid Int\n\n\t/**\n\t * c\n\t */\n\t@@map(\"a\")\n}\n",
      FormatOptions(usesTabs: true))
    check("model A {\nid Int\n}\n", "model A {\nid Int\n}\n", FormatOptions(indentWidth: -3))
  }

  @Test("A table out of all proportion is not aligned")
  func disproportion() {
    let long = String(repeating: "n", count: 70_000)
    let rows = String(repeating: "  a Int\n", count: 2_000)
    check("model A {\n  \(long) Int\n\(rows)}\n", "model A {\n  \(long) Int\n\(rows)}\n")
  }
}

@Suite("Layout: attributes")
struct AttributeLayoutTests {
  @Test("Attributes of a field are sorted")
  func fieldAttributes() {
    check(
      """
      model A {
        a Int @db.Oid @ignore @relation(name: "r") @map("x") @fulltext @index @updatedAt @default(1) @unique @id
        b Int @own @foo @id @bar @shardKey @ids
      }
      """,
      """
      model A {
        a Int @id @unique @default(1) @updatedAt @index @fulltext @map("x") @relation(name: "r") @ignore @db.Oid
        b Int @id @own @foo @bar @shardKey @ids
      }

      """)
  }

  @Test("Attributes of an enum value are neither sorted nor set apart")
  func valueAttributes() {
    check(
      "enum E {\n  A   @map(\"a\")   @id @foo  // c\n}\n",
      "enum E {\n  A @map(\"a\")@id@foo // c\n}\n")
  }

  @Test("Block attributes move to the end with the comments directly above")
  func blockAttributes() {
    check(
      """
      model Seat {
        @@map("seats")   // table
        row Int

        // key
        /// of two
        @@id([row,number])
        number   String
        // stays

        @@index( [ row( sort:Desc ) ] , map:"x" )
        // tail
      }
      """,
      """
      model Seat {
        row    Int
        number String
        // stays
        // tail

        // key
        /// of two
        @@id([row, number])
        @@index([row(sort: Desc)], map: "x")
        @@map("seats") // table
      }

      """)
  }

  @Test("A body of block attributes alone starts with a blank line")
  func blockAttributesAlone() {
    check(
      "enum E {\n  @@schema(\"s\")\n\n\n  @@map(\"e\")\n}\n",
      "enum E {\n\n  @@map(\"e\")\n  @@schema(\"s\")\n}\n")
  }

  @Test("Attributes can keep their order")
  func keptOrder() {
    check(
      """
      model A {
        @@map("a")
        a Int   @map("x") @id

        // c
        @@ignore
        bb Int
        @@index([a])
      }
      """,
      """
      model A {
        @@map("a")
        a Int @map("x") @id

        // c
        @@ignore
        bb Int
        @@index([a])
      }

      """, FormatOptions(attributeOrder: .keep))
  }
}

@Suite("Layout: expressions")
struct ExpressionLayoutTests {
  @Test(
    "Blanks between tokens are canonical",
    arguments: [
      ("@id( )", "@id()"), ("@ id", "@id"), ("@id(  ,  )", "@id()"),
      ("@default (  \"a  ,b\"  ,  )", "@default(\"a  ,b\")"),
      ("@default(\"a\\\"  :b\\\\\")", "@default(\"a\\\"  :b\\\\\")"),
      ("@unique(map:)", "@unique(map: )"), ("@unique( map : , x :1)", "@unique(map: , x: 1)"),
      ("@x([ ] ,[a,b ,  c])", "@x([], [a, b, c])"),
      ("@db . x", nil), ("@db.x( - 1)", nil), ("@db.Decimal(10,2)", "@db.Decimal(10, 2)"),
      ("@x(f (g( ) ,a:h(1)))", "@x(f(g(), a: h(1)))"),
      ("@x(a,\u{3000}b,\u{A0}\u{2003}c\u{1680})", "@x(a, b, c)"),
      ("@x(é, \u{E9}é:\u{E9})", "@x(é, \u{E9}é: \u{E9})"), ("@x(\t1\t,\t2\t)", "@x(1, 2)"),
      ("@x(a,  b, c ,d, )", "@x(a, b, c, d)"),
    ])
  func tokens(attribute: String, expected: String?) {
    // What can't be read stays as it is.
    check("model A {\n  a B \(attribute)\n}\n", "model A {\n  a B \(expected ?? attribute)\n}\n")
  }

  @Test("Unsupported types are copied")
  func unsupported() {
    check(
      "model A {\n  a Unsupported(\"x  y\")   ?\n  b Unsupported(\"z\")[]\n}\n",
      "model A {\n  a Unsupported(\"x  y\")?\n  b Unsupported(\"z\")[]\n}\n")
  }

  @Test("Object literals, where the language has them")
  func objects() {
    let text = "model A {\n  @@index([a],where:{a:1,b : {not:null},c:{ }})\n}\n"
    check(
      text, "model A {\n\n  @@index([a], where: { a: 1, b: { not: null }, c: {  } })\n}\n",
      dialect: .prisma7)
    check(text, text)
  }

  @Test("Depth costs no stack")
  func depth() {
    let depth = 100_000
    let open = String(repeating: "[", count: depth)
    let close = String(repeating: "]", count: depth)
    check("model A {\n  a B @x( \(open)\(close))\n}\n", "model A {\n  a B @x(\(open)\(close))\n}\n")
  }
}

@Suite("Layout: comments")
struct CommentLayoutTests {
  @Test("The text of line comments is unchanged")
  func lines() {
    check(
      "   //no space  \nmodel A {\n      ///    three\t\n  a Int   ////x  \n}\n",
      "//no space  \nmodel A {\n  ///    three\t\n  a Int ////x  \n}\n")
  }

  @Test("Block comments get a line for each of theirs")
  func blocks() {
    check(
      """
      /* of A */
      model A {
        id Int @id  /* key */
        /*  first
           * second

          third * */
        b Int
        /**/
        /* c */ longer Int
      }
      """,
      """
      /**
       * of A
       */
      model A {
        id     Int @id /* key */
        /**
         * first
         * second
         * third *
         */
        b      Int
        /**
         */
        /**
         * c
         */
        longer Int
      }

      """)
  }

  @Test("Block comments at the end of a line are unchanged")
  func trailingBlocks() {
    check(
      "model A {\n  id Int /* a\n   b */\n  @@map(\"x\")   /* c\n\n d */\n}\n",
      "model A {\n  id Int /* a\n   b */\n\n  @@map(\"x\") /* c\n\n d */\n}\n")
  }

  @Test("Line ends become line feeds, but not within what is copied", arguments: ["\r\n", "\r"])
  func lineEnds(end: String) {
    func text(_ lines: String...) -> String { lines.joined(separator: end) }
    check(
      text("/* a", "b */", "// c", "", "model A {", "  a   Int", "", "  b Int // c", "}", ""),
      "/**\n * a\n * b\n */\n// c\n\nmodel A {\n  a Int\n\n  b Int // c\n}\n")
    check(
      text("model A {", "  a   Int /* b", "c */", "}", "junk", "foo {", "  x", "}", "", "// c"),
      "model A {\n  a Int /* b\(end)c */\n}\n\njunk\nfoo {\(end)  x\(end)}\n// c\n")
    check(text("model A {", "  = b", "}"), "model A {\n  = b\r\n}\n")
  }
}

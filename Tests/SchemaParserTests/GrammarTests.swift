import SchemaParser
import Testing

@Suite("Grammar: files")
struct FileGrammarTests {
  @Test("Each kind of declaration, from its keyword through its brace")
  func declarations() {
    #expect(
      Outline.nodes("model A {\n} view B {\n}\ntype C {\n}\nenum D {\n}\n") == """
        model ‹model A {⏎}›
          name ‹A›
        view ‹view B {⏎}›
          name ‹B›
        compositeType ‹type C {⏎}›
          name ‹C›
        enumeration ‹enum D {⏎}›
          name ‹D›
        """)
    #expect(
      Outline.nodes("datasource db {\n}\ngenerator g{\r\n}") == """
        datasource ‹datasource db {⏎}›
          name ‹db›
        generator ‹generator g{␍⏎}›
          name ‹g›
        """)
  }

  @Test("A keyword needs no blank behind it, and is no reserved word")
  func keywords() {
    #expect(
      Outline.nodes("modelUser {\n  model Int\n}\nenumX {\n}\n") == """
        model ‹modelUser {⏎  model Int⏎}›
          name ‹User›
          field ‹model Int⏎›
            name ‹model›
            type ‹Int›
              name ‹Int›
        enumeration ‹enumX {⏎}›
          name ‹X›
        """)
    #expect(Outline.errors("model {\n}\n") == ["unknownBlock ‹model {⏎}›"])
  }

  @Test("What stands behind an opening brace on its line counts for nothing")
  func restOfOpeningLine() {
    #expect(
      Outline.nodes("model A { id Int @id }\n  b Int\n}\n") == """
        model ‹model A { id Int @id }⏎  b Int⏎}›
          name ‹A›
          field ‹b Int⏎›
            name ‹b›
            type ‹Int›
              name ‹Int›
        """)
    #expect(Outline.errors("model A { id Int @id }\n  b Int\n}\n").isEmpty)
    #expect(
      Outline.errors("model A { id Int @id }\n") == [
        "invalidTopLevelLine ‹model A { id Int @id }⏎›"
      ])
    #expect(Outline.errors("model A {") == ["invalidTopLevelLine ‹model A {›"])
  }

  @Test("A body ends at a brace that begins an item, and at no other")
  func closingBrace() {
    #expect(Outline.memberErrors("  x }") == ["invalidMemberLine ‹x }⏎›"])
    #expect(
      Outline.nodes("model A {\n  /* c */}\n") == """
        model ‹model A {⏎  /* c */}›
          name ‹A›
          blockComment ‹/* c */›
        """)
    #expect(
      Outline.errors("model A {\n} model B {\n} junk\n") == ["invalidTopLevelLine ‹junk⏎›"])
  }

  @Test("A block without a closing brace is a line after the other")
  func missingBrace() {
    #expect(
      Outline.errors("model A {\n  id Int\n\n  /// doc\n") == [
        "invalidTopLevelLine ‹model A {⏎›", "invalidTopLevelLine ‹id Int⏎›",
      ])
    #expect(
      Outline.nodes("model A {\n  id Int\n\n  /// doc\n") == """
        invalidLine ‹model A {⏎›
        invalidLine ‹id Int⏎›
        docComment ‹/// doc›
        """)
  }

  @Test("A block without a closing brace borrows that of the next")
  func borrowedBrace() {
    #expect(
      Outline.nodes("model A {\n  a Int\nmodel B {\n  b Int\n}\n") == """
        model ‹model A {⏎  a Int⏎model B {⏎  b Int⏎}›
          name ‹A›
          field ‹a Int⏎›
            name ‹a›
            type ‹Int›
              name ‹Int›
          invalidMember ‹model B {⏎›
          field ‹b Int⏎›
            name ‹b›
            type ‹Int›
              name ‹Int›
        """)
    #expect(
      Outline.errors("model A {\n  a Int\nmodel B {\n  b Int\n}\n") == [
        "invalidMemberLine ‹model B {⏎›"
      ])
  }

  @Test("An unknown block ends at the very first brace")
  func unknownBlocks() {
    #expect(
      Outline.nodes("foo {\n  a { b } c\n}\n") == """
        unknownBlock ‹foo {⏎  a { b }›
          name ‹foo›
        invalidLine ‹c⏎›
        invalidLine ‹}⏎›
        """)
    #expect(
      Outline.errors("foo {\n  a { b } c\n}\n") == [
        "unknownBlock ‹foo {⏎  a { b }›", "invalidTopLevelLine ‹c⏎›", "invalidTopLevelLine ‹}⏎›",
      ])
    #expect(
      Outline.errors("foo bar {\n  x\n}\n") == [
        "invalidTopLevelLine ‹foo bar {⏎›", "invalidTopLevelLine ‹x⏎›", "invalidTopLevelLine ‹}⏎›",
      ])
    #expect(Outline.errors("foo {") == ["invalidTopLevelLine ‹foo {›"])
  }

  @Test("A type alias goes through its last attribute, with the blanks behind it")
  func typeAliases() {
    #expect(
      Outline.nodes("type X = Int @id @db.Int(1) // c\n") == """
        typeAlias ‹type X = Int @id @db.Int(1)›
          name ‹X›
          type ‹Int›
            name ‹Int›
          attribute ‹@id ›
            path ‹id›
          attribute ‹@db.Int(1)›
            path ‹db.Int›
            argumentList ‹(1)›
              argument ‹1›
                number ‹1›
        comment ‹// c›
        """)
    #expect(Outline.errors("type X = Int @id  \n") == ["typeAlias ‹type X = Int @id  ›"])
    #expect(
      Outline.errors("type X = Int?\n") == ["typeAlias ‹type X = Int›", "invalidTopLevelLine ‹?⏎›"])
    #expect(
      Outline.errors("type X = A @x( B\n") == [
        "typeAlias ‹type X = A›", "invalidTopLevelLine ‹@x( B⏎›",
      ])
    #expect(Outline.errors("type X =\n") == ["invalidTopLevelLine ‹type X =⏎›"])
    #expect(
      Outline.errors("type X = A @x(\"\\q\")\n") == [
        "typeAlias ‹type X = A @x(\"\\q\")›", "unknownEscape ‹\\q›",
      ])
  }

  @Test("A byte order mark makes its line invalid, and with it the block that it opens")
  func byteOrderMark() {
    #expect(
      Outline.errors("\u{FEFF}model A {\n  id Int\n}\n") == [
        "invalidTopLevelLine ‹\u{FEFF}model A {⏎›", "invalidTopLevelLine ‹id Int⏎›",
        "invalidTopLevelLine ‹}⏎›",
      ])
  }

  @Test("Line feed, carriage return and both end a line")
  func lineEnds() {
    #expect(
      Outline.nodes("model A {\r  a Int\r\n  b Int\n\r}") == """
        model ‹model A {␍  a Int␍⏎  b Int⏎␍}›
          name ‹A›
          field ‹a Int␍⏎›
            name ‹a›
            type ‹Int›
              name ‹Int›
          field ‹b Int⏎›
            name ‹b›
            type ‹Int›
              name ‹Int›
        """)
    let tree = SyntaxTree.parsed(Array("a\r\nb\rc\n\n".utf8), dialect: .prisma6)
    #expect(tree.blocks.first?.lineStarts == [3, 5, 7, 8])
    #expect(tree.lineEndCount == 4)
  }

  @Test("Any space separator is a blank, other white space is not")
  func blanks() {
    for blank in [" ", "\t", "\u{A0}", "\u{1680}", "\u{2003}", "\u{202F}", "\u{3000}"] {
      let line = "\(blank)id\(blank)Int\(blank)@id\(blank)"
      #expect(Outline.memberErrors(line).isEmpty)
    }
    for other in ["\u{B}", "\u{C}", "\u{85}", "\u{200B}", "\u{2028}", "\0"] {
      #expect(Outline.memberErrors("id \(other) Int").count == 1)
    }
  }

  @Test("Comments of each form, at the top level and in blocks")
  func comments() {
    #expect(
      Outline.nodes("// a\n/// b\n////c\n/* d\n*/ /**/\nmodel A {\n  // e\n  /* f\n */ /// g\n}")
        == """
        comment ‹// a›
        docComment ‹/// b›
        docComment ‹////c›
        blockComment ‹/* d⏎*/›
        blockComment ‹/**/›
        model ‹model A {⏎  // e⏎  /* f⏎ */ /// g⏎}›
          name ‹A›
          comment ‹// e›
          blockComment ‹/* f⏎ */›
          docComment ‹/// g›
        """)
    #expect(
      Outline.errors("/* a\nb\n") == ["invalidTopLevelLine ‹/* a⏎›", "invalidTopLevelLine ‹b⏎›"])
    #expect(Outline.memberErrors("  /* a\n  b Int") == ["invalidMemberLine ‹/* a⏎›"])
    #expect(Outline.errors("/*/\n") == ["invalidTopLevelLine ‹/*/⏎›"])
  }

  @Test("Each declaration ends a block of the tree, with what stands before it")
  func blocks() {
    let tree = SyntaxTree.parsed(
      Array("// a\n\nmodel A {\n}\n// b\nenum B {\n}\n\n// end".utf8), dialect: .prisma6)
    #expect(
      tree.blocks.map { $0.text(TextRange(0, $0.bytes.count)) } == [
        "// a\n\nmodel A {\n}", "\n// b\nenum B {\n}", "\n\n// end",
      ])
    #expect(tree.blocks.map(\.declaration) == [1, 1, nil])
    #expect(tree.starts == [0, 17, 33])
    #expect(tree.lines == [0, 3, 6])
  }
}

@Suite("Grammar: members")
struct MemberGrammarTests {
  @Test("A field, through its line end")
  func field() {
    #expect(
      Outline.members("  id   Int @id @default(autoincrement()) // key") == """
        field ‹id   Int @id @default(autoincrement()) // key⏎›
          name ‹id›
          type ‹Int›
            name ‹Int›
          attribute ‹@id ›
            path ‹id›
          attribute ‹@default(autoincrement())›
            path ‹default›
            argumentList ‹(autoincrement())›
              argument ‹autoincrement()›
                functionCall ‹autoincrement()›
                  path ‹autoincrement›
                  argumentList ‹()›
          comment ‹// key›
        """)
  }

  @Test("Blanks between any two tokens")
  func blanks() {
    #expect(
      Outline.members("id Int  [ ]").hasPrefix("invalidMember"), "`[]` is one token")
    #expect(
      Outline.members("a String  []  @ map  ( name : \"x\" , ) ") == """
        field ‹a String  []  @ map  ( name : "x" , ) ⏎›
          name ‹a›
          type ‹String  []›
            name ‹String›
          attribute ‹@ map  ( name : "x" , )›
            path ‹map›
            argumentList ‹( name : "x" , )›
              argument ‹name : "x"›
                name ‹name›
                string ‹"x"›
              trailingComma ‹,›
        """)
    #expect(Outline.memberErrors("a Int @db . X").count == 1)
    #expect(
      Outline.members("a String ?\n@@ map ( \"x\" )") == """
        field ‹a String ?⏎›
          name ‹a›
          type ‹String ?›
            name ‹String›
        blockAttribute ‹@@ map ( "x" )›
          path ‹map›
          argumentList ‹( "x" )›
            argument ‹"x"›
              string ‹"x"›
        """)
  }

  @Test(
    "Types and what is wrong with them",
    arguments: [
      ("a Int", FieldArity.required, []),
      ("a Int?", .optional, []),
      ("a Int[]", .list, []),
      ("a Int[]?", .optionalList, ["optionalListType ‹Int[]?›"]),
      ("a Int [] ?", .optionalList, ["optionalListType ‹Int [] ?›"]),
      ("a Int!", .legacyRequired, ["legacyRequiredType ‹Int!›"]),
      ("a [Int]", .legacyList, ["legacyListType ‹[Int]›"]),
      ("a [ Int ]", .legacyList, ["legacyListType ‹[ Int ]›"]),
      ("a: Int", .required, ["legacyColon ‹:›"]),
      ("a : Int!", .legacyRequired, ["legacyColon ‹:›", "legacyRequiredType ‹Int!›"]),
      ("a Unsupported(\"x\")", .required, []),
      ("a Unsupported( \"x\" )?", .optional, []),
      ("a Unsupported(\"x\")[]", .list, []),
      ("a [Unsupported(\"x\")]", .legacyList, ["legacyListType ‹[Unsupported(\"x\")]›"]),
      (
        "a Unsupported(\"\\q\")!", .legacyRequired,
        ["legacyRequiredType ‹Unsupported(\"\\q\")!›", "unknownEscape ‹\\q›"]
      ),
    ])
  func types(line: String, arity: FieldArity, errors: [String]) {
    let tree = SyntaxTree.parsed(Array("model A {\n\(line)\n}".utf8), dialect: .prisma6)
    let type = tree.blocks.first?.roots.first { $0.kind == .model }?.first(.field)?.first(.type)
    #expect(type.flatMap { TypeSyntax($0) }?.arity == arity)
    #expect(Outline.memberErrors(line) == errors)
  }

  @Test("`Unsupported` is a type with its parenthesis, which must touch it")
  func unsupported() {
    #expect(
      Outline.members("a Unsupported( \"x\" )?") == """
        field ‹a Unsupported( "x" )?⏎›
          name ‹a›
          type ‹Unsupported( "x" )?›
            unsupportedType ‹Unsupported( "x" )›
              string ‹"x"›
        """)
    #expect(Outline.memberErrors("a Unsupported (\"x\")").count == 1)
    #expect(Outline.memberErrors("a Unsupported(x)").count == 1)
    #expect(Outline.memberErrors("a Unsupported(\"x\"").count == 1)
    #expect(Outline.memberErrors("a Unsupported").isEmpty, "a type of that name")
  }

  @Test("A field without a type is a field")
  func missingType() {
    #expect(Outline.memberErrors("  a") == ["missingType ‹a⏎›"])
    #expect(Outline.memberErrors("  a @id // c") == ["missingType ‹a @id // c⏎›"])
    #expect(
      Outline.memberErrors("a @map(\"\\q\")") == [
        "missingType ‹a @map(\"\\q\")⏎›", "unknownEscape ‹\\q›",
      ])
    #expect(
      Outline.members("a @id") == """
        field ‹a @id⏎›
          name ‹a›
          attribute ‹@id›
            path ‹id›
        """)
  }

  @Test("Attributes without arguments take the blanks behind them")
  func attributeBlanks() {
    #expect(
      Outline.members("  id Int @id   @default(1)  \n  @@map(\"b\") // c\n  @@ignore  ") == """
        field ‹id Int @id   @default(1)  ⏎›
          name ‹id›
          type ‹Int›
            name ‹Int›
          attribute ‹@id   ›
            path ‹id›
          attribute ‹@default(1)›
            path ‹default›
            argumentList ‹(1)›
              argument ‹1›
                number ‹1›
        blockAttribute ‹@@map("b") // c›
          path ‹map›
          argumentList ‹("b")›
            argument ‹"b"›
              string ‹"b"›
          comment ‹// c›
        blockAttribute ‹@@ignore  ›
          path ‹ignore›
        """)
  }

  @Test(
    "Lines that are no members, as a whole and from the first character that is no blank",
    arguments: [
      "@@map(\"x\") @@index([a])", "id Int @id @", "x Int @@map(\"a\")", "@@", "@", "@id",
      "_id String",
      "x Int, y Int", "x Int y", "x ?", "\"x\" Int", "x Int @a(", "x Int @a)", "x Int @a(1 2)",
      "x Int @a(,,)", "x Int @a(1,,2)", "x Int @a(,1)", "x Int @a(b.c: 1)", "x Int @a([1,])",
      "x Int @a([,])", "x Int @a(1.)", "x Int @a(1e5)", "x Int @a(.5)", "x Int @a(+1)",
      "x Int @a(- 1)", "x Int @a(1a)", "x Int @a(\"a)", "x Int @a(\"a\tb\")", "x Int @a('a')",
      "x Int @a({})", "x Int @a(b: {c: 1})", "x Int /* a */ /* b */", "x Int /", "é\u{301}x Int",
      "x Int @a(\"\\", "x Int @a([1)]", "x Int @.a", "x Int @a(b(c)", "x Int @a(b:: 1)",
    ])
  func invalidMembers(line: String) {
    #expect(Outline.memberErrors("  \(line)") == ["invalidMemberLine ‹\(line)⏎›"])
    #expect(Outline.members("  \(line)") == "invalidMember ‹\(line)⏎›")
    // The lines around it stand.
    #expect(Outline.members("  a Int\n\(line)\n  b Int").contains("field ‹b Int⏎›"))
  }

  @Test(
    "Lines that are members",
    arguments: [
      "x Int @a(,)", "x Int @a(1,)", "x Int @a(b:)", "x Int @a(b:, c: 1)", "x Int @a(1a(2))",
      "x Int @a(b., c..d)", "x Int @db.", "1a Int", "a-b Int", "名前 Int", "x Int @a(-1, -1.5, 0.1)",
      "x Int @a([])", "x Int @a([[]])", "x Int @a(b(c(), d: [e]))", "x Int /* a */", "x Int /// d",
      "x Int /* a\n b */", "x Int @a(\"é/\")",
    ])
  func validMembers(line: String) {
    #expect(Outline.memberErrors("  \(line)").isEmpty)
  }

  @Test("Values of enums, and what is none")
  func enumValues() {
    #expect(
      Outline.members("  A @map(\"a\") // c\n  @@map(\"e\")\n  A Int\n  B", in: "enum E") == """
        enumValue ‹A @map("a") // c⏎›
          name ‹A›
          attribute ‹@map("a")›
            path ‹map›
            argumentList ‹("a")›
              argument ‹"a"›
                string ‹"a"›
          comment ‹// c›
        blockAttribute ‹@@map("e")›
          path ‹map›
          argumentList ‹("e")›
            argument ‹"e"›
              string ‹"e"›
        invalidMember ‹A Int⏎›
        enumValue ‹B⏎›
          name ‹B›
        """)
    #expect(Outline.memberErrors("  A Int", in: "enum E") == ["invalidEnumLine ‹A Int⏎›"])
  }

  @Test("Properties, with the blanks and the comment behind them but without the line end")
  func properties() {
    #expect(
      Outline.members(
        "  a = \"x\" // c\n  b =\n  c = /// d\n  d = [env(\"X\"), 1]  \n  e\n  @@map(\"x\")",
        in: "datasource d") == """
          property ‹a = "x" // c›
            name ‹a›
            string ‹"x"›
            comment ‹// c›
          property ‹b =›
            name ‹b›
          property ‹c = /// d›
            name ‹c›
            docComment ‹/// d›
          property ‹d = [env("X"), 1]  ›
            name ‹d›
            array ‹[env("X"), 1]›
              functionCall ‹env("X")›
                path ‹env›
                argumentList ‹("X")›
                  argument ‹"X"›
                    string ‹"X"›
              number ‹1›
          invalidMember ‹e⏎›
          invalidMember ‹@@map("x")⏎›
          """)
    #expect(
      Outline.memberErrors("  e\n  @@map(\"x\")", in: "generator g") == [
        "invalidConfigLine ‹e⏎›", "invalidConfigLine ‹@@map(\"x\")⏎›",
      ])
  }

  @Test("Arguments, named, empty and nested")
  func arguments() {
    #expect(
      Outline.members("@@index([a, b(sort: Desc)], map: , c.d)") == """
        blockAttribute ‹@@index([a, b(sort: Desc)], map: , c.d)›
          path ‹index›
          argumentList ‹([a, b(sort: Desc)], map: , c.d)›
            argument ‹[a, b(sort: Desc)]›
              array ‹[a, b(sort: Desc)]›
                constant ‹a›
                functionCall ‹b(sort: Desc)›
                  path ‹b›
                  argumentList ‹(sort: Desc)›
                    argument ‹sort: Desc›
                      name ‹sort›
                      constant ‹Desc›
            argument ‹map:›
              name ‹map›
            argument ‹c.d›
              constant ‹c.d›
        """)
  }

  @Test("Object literals are of the dialect of 7")
  func objects() {
    let line = "@@unique([a], where: { b: { not: null }, c: \"x\" })"
    #expect(Outline.memberErrors(line) == ["invalidMemberLine ‹\(line)⏎›"])
    #expect(
      Outline.members("@@unique(where: { b: { not: null }, c: 1 })", dialect: .prisma7) == """
        blockAttribute ‹@@unique(where: { b: { not: null }, c: 1 })›
          path ‹unique›
          argumentList ‹(where: { b: { not: null }, c: 1 })›
            argument ‹where: { b: { not: null }, c: 1 }›
              name ‹where›
              object ‹{ b: { not: null }, c: 1 }›
                objectMember ‹b: { not: null }›
                  name ‹b›
                  object ‹{ not: null }›
                    objectMember ‹not: null›
                      name ‹not›
                      constant ‹null›
                objectMember ‹c: 1›
                  name ‹c›
                  number ‹1›
        """)
    for value in ["{}", "{ }", "[{a: 1}]", "f({a: {}})"] {
      #expect(Outline.memberErrors("x Int @a(\(value))", dialect: .prisma7).isEmpty)
    }
    for value in ["{a}", "{a: }", "{a: 1,}", "{\"a\": 1}", "{a.b: 1}", "{,}", "{a: 1", "{a: 1]"] {
      #expect(Outline.memberErrors("x Int @a(\(value))", dialect: .prisma7).count == 1)
    }
  }
}

@Suite("Grammar: strings")
struct StringGrammarTests {
  @Test(
    "Escapes: the value, and what is wrong where",
    arguments: [
      (#"a\"b\\c\/d"#, #"a"b\c/d"#, []),
      (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t", []),
      (#"\u00e9\u00E9"#, "éé", []),
      (#"\ud834\udd1e!"#, "𝄞!", []),
      (#"a\qb"#, "ab", [#"unknownEscape ‹\q›"#]),
      (#"a\éb"#, "ab", [#"unknownEscape ‹\é›"#]),
      (#"a\uzzzzb"#, "azzzzb", [#"invalidUnicodeEscape ‹\u›"#]),
      (#"\u12 xy"#, " xy", [#"invalidUnicodeEscape ‹\u12›"#]),
      (#"\u12"#, "", [#"invalidUnicodeEscape ‹\u12›"#]),
      (#"\u1"#, "1", [#"invalidUnicodeEscape ‹\u›"#]),
      (#"\u"#, "", [#"invalidUnicodeEscape ‹\u›"#]),
      (#"\ud800x"#, "x", [#"invalidUnicodeEscape ‹\ud800›"#]),
      (#"\ud800\n"#, "\n", [#"invalidUnicodeEscape ‹\ud800›"#]),
      (#"\ud800\u0041b"#, "b", [#"invalidUnicodeEscape ‹\ud800\u0041›"#]),
      (#"\udc00\udc00"#, "", [#"invalidUnicodeEscape ‹\udc00\udc00›"#]),
      (#"\q\q"#, "", [#"unknownEscape ‹\q›"#, #"unknownEscape ‹\q›"#]),
      ("名前", "名前", []),
    ])
  func escapes(inside: String, value: String, errors: [String]) {
    let line = "x Int @a(\"\(inside)\")"
    #expect(Outline.memberErrors(line) == errors)
    let tree = SyntaxTree.parsed(Array("model A {\n\(line)\n}".utf8), dialect: .prisma6)
    let string = tree.blocks.first.flatMap { block in
      block.nodes.firstIndex { $0.kind == .string }.map { Syntax(block: block, index: $0) }
    }
    #expect(string.flatMap { ExpressionSyntax($0) }?.stringValue == value)
  }

  @Test("Escapes of a line that can't be read are not reported")
  func escapesOfInvalidLines() {
    #expect(Outline.memberErrors("x Int @a(\"\\q\") junk").count == 1)
  }
}

import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct SymbolTests {
  /// Checks that the symbol at the cursor occurs exactly where it is marked, by role.
  private func check(
    _ marked: String..., version: PrismaVersion = .seven,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let texts = marked.map { MarkedText($0) }
    let analysis = Analysis.of(texts.map(\.text), version: version)
    guard let file = texts.firstIndex(where: { $0.cursor != nil }), let offset = texts[file].cursor
    else {
      Issue.record("no cursor", sourceLocation: sourceLocation)
      return
    }
    let symbol = analysis.symbol(at: offset, inFile: file)?.symbol
    let occurrences = symbol.map { analysis.occurrences(of: $0) } ?? []
    for (file, text) in texts.enumerated() {
      let found = occurrences.filter { $0.place.file == file }.map {
        MarkedText.Mark(range: $0.place.range, label: "\($0.role)")
      }
      #expect(
        MarkedText.drawing(found, under: text.text)
          == MarkedText.drawing(text.marks, under: text.text), sourceLocation: sourceLocation)
    }
    guard let symbol else { return }
    #expect(
      analysis.declarations(of: symbol) == occurrences.filter(\.isDeclaration),
      sourceLocation: sourceLocation)
  }

  @Test func `a model is named by types in all files`() {
    check(
      """
      model User {
            ~~~~ declaration
        id    Int    @id // User
        posts Post[]
      }
      view User2 {
        id   Int   @unique
        user User? @relation("User")
             ~~~~ type
      }
      """,
      """
      model Post {
        User     U<|>ser @relation(fields: [UserId], references: [id])
                 ~~~~ type
        UserId   Int @map("User")
        reviewer User[]
                 ~~~~ type
      }
      """)
  }

  @Test func `a name is known at its start and behind its end`() {
    check("model <|>User {\n      ~~~~ declaration\n  id Int @id\n}")
    check("model User<|>{\n      ~~~~ declaration\n  id Int @id\n}")
    check("model A {\n  id<|>@id\n  ~~ declaration\n}")
  }

  @Test func `nothing is named by comments, keywords, built-in types and free texts`() {
    check("model User {\n  id Int @id // U<|>ser\n}")
    check("/// U<|>ser\nmodel User {\n  id Int @id\n}")
    check("mo<|>del User {\n  id Int @id\n}")
    check("model User {\n  id Int @i<|>d\n}")
    check("model User {\n  id Int @id @map(\"i<|>d\")\n}")
    check("model User {\n  id Int @id @default(dbgenerated(\"i<|>d\"))\n}")
    check("model User {\n  id Int @id @default(autoin<|>crement())\n}")
    check("model User {\n  id Un<|>known\n}")
    check("<|>")
  }

  @Test func `a built-in type is named wherever it stands`() {
    check(
      """
      model A {
        id  In<|>t @id
            ~~~ type
        Int String
      }
      """,
      """
      type B {
        x Int[] @default([1])
          ~~~ type
        y Unsupported("Int")
      }
      """)
  }

  @Test func `fields are named by keys, indexes and relations`() {
    check(
      """
      model User {
        id    Int    @id
        ~~ declaration
        posts Post[]
        other Int
        @@unique([id, other])
                  ~~ indexField
        @@index(fields: [ other, id(sort: Desc) ], map: "id", where: { id: { not: 3 }, other: 1 })
                                 ~~ indexField
                                                                       ~~ condition
        @@shardKey([id])
                    ~~ indexField
        @@fulltext([id])
                    ~~ indexField
        @@id([id])
              ~~ indexField
      }
      """,
      """
      model Post {
        id     Int  @id
        userId Int
        user   User @relation(fields: [userId], references: [i<|>d])
                                                             ~~ relationReference
        @@index([id])
      }
      """)
    check(
      """
      model Post {
        userId Int
        ~~~~~~ declaration
        user   User @relation("x", map: "userId", fields : [ use<|>rId ], references: [id])
                                                             ~~~~~~ relationField
      }
      model User {
        id Int @id
        userId Int
      }
      """)
  }

  @Test func `the parts of a path are fields of composite types`() {
    let schema = """
      type Street {
        name String
      }
      type Address {
        street Street
        town   String
      }
      model Place {
        address Address
        town    String
        @@index([address.street.name, address.town(sort: Desc), town])
      }
      """
    func check(_ place: String, _ marks: [(String, String)]) {
      var text = schema.replacing(place.replacing("<|>", with: ""), with: place)
      for (line, mark) in marks { text = text.replacing(line, with: line + "\n" + mark) }
      self.check(text)
    }
    check(
      "  stre<|>et Street",
      [
        ("  stre<|>et Street", "  ~~~~~~ declaration"),
        (
          "  @@index([address.street.name, address.town(sort: Desc), town])",
          "                   ~~~~~~ indexField"
        ),
      ])
    check(
      "  name<|> String",
      [
        ("  name<|> String", "  ~~~~ declaration"),
        (
          "  @@index([address.street.name, address.town(sort: Desc), town])",
          "                          ~~~~ indexField"
        ),
      ])
    check(
      "  to<|>wn   String",
      [
        ("  to<|>wn   String", "  ~~~~ declaration"),
        (
          "  @@index([address.street.name, address.town(sort: Desc), town])",
          "                                        ~~~~ indexField"
        ),
      ])
  }

  @Test func `enum values are named by defaults, alone and in lists`() {
    check(
      """
      enum Kind {
        A
        ~ declaration
        B
      }
      model M {
        id    Int    @id @default(A)
        A     Kind   @default(<|>A)
                              ~ defaultValue
        kinds Kind[] @default(value: [B, A, A])
                                         ~ defaultValue
                                            ~ defaultValue
        text  String @default("A")
      }
      """)
  }

  @Test func `a relation's name belongs to a pair of models`() {
    check(
      #"""
      model A {
        b  B[] @relation("x\n<|>y")
                          ~~~~ declaration
        c  C[] @relation("x\ny")
        b2 B[] @relation("xy")
      }
      model B {
        aId Int
        a   A @relation(fields: [aId], name: "x\u000ay", references: [id])
                                              ~~~~~~~~ declaration
      }
      model C {
        a A @relation("x\ny", map: "x\ny")
      }
      """#)
  }

  @Test func `constraints and client names belong to a model`() {
    check(
      """
      model A {
        id Int @id(map: "na<|>me")
                         ~~~~ declaration
        b  Int @unique(map: "other")
        @@index([b], name: "name")
                            ~~~~ declaration
        @@unique([b], name: "name")
      }
      model B {
        id Int @id(map: "name")
      }
      """)
    check(
      """
      model A {
        @@id([b], name: "name", map: "x")
                         ~~~~ declaration
        @@unique([b], name: "<|>name", map: "name")
                             ~~~~ declaration
      }
      """)
  }

  @Test func `a datasource is named by native types`() {
    check(
      """
      datasource db {
                 ~~ declaration
        provider = "db"
      }
      model A {
        id Int    @id @d<|>b.Integer
                       ~~ nativeTypePrefix
        db String @db.VarChar(3) @other.Text
                   ~~ nativeTypePrefix
      }
      """,
      """
      type T {
        a String @db.ObjectId
                  ~~ nativeTypePrefix
      }
      """)
    check("model A {\n  id Int @d<|>b.Integer\n}")
  }

  @Test func `a schema of the database is named by its members`() {
    check(
      """
      datasource db {
        provider   = "postgresql"
        schemas    = ["a", "b"]
                       ~ declaration
        extensions = [x(map: "a", schema: "a")]
                                           ~ membership
      }
      model A {
        @@map("a")
        @@schema("a<|>")
                  ~ membership
      }
      enum a {
        a
        @@schema(map: "a")
                       ~ membership
      }
      """)
  }

  @Test func `of several declarations with one name each is one`() {
    check(
      """
      model A {
            ~ declaration
        id Int @id
      }
      enum A {
           ~ declaration
        X
      }
      model B {
        a A<|>
          ~ type
      }
      """)
    check(
      """
      model A {
        x Int
        ~ declaration
        x<|> String
        ~ declaration
        @@index([x])
                 ~ indexField
      }
      """)
  }

  @Test func `names are read in lists over several lines`() {
    check(
      """
      model A {
        id   Int @id
        na<|>me String
        ~~~~ declaration
        @@unique([
          id, // name
          name,
          ~~~~ indexField
        ])
        @@index([
          name(sort: Desc)
          ~~~~ indexField
        ], map: "name")
        b B @relation(
          fields: [
            name
            ~~~~ relationField
          ],
          references: [id]
        )
      }
      """)
    check(
      """
      model A {
        b B @relation(
          fields: [name],
          references: [
            id
            ~~ relationReference
          ]
        )
      }
      model B {
        i<|>d Int @id
        ~~ declaration
      }
      """)
  }

  @Test func `names are read beside mistakes`() {
    check(
      """
      model A {
        old: Ki<|>nd
             ~~~~ type
        b    Kind[]?
             ~~~~ type
        c    [Kind]
              ~~~~ type
        d    Kind @default(
        e    Kind @unknown(x, y:) @@
        f    Kind @default(X) @default(Y)
             ~~~~ type
        Kind
      """ + "\n}\nenum Kind {\n     ~~~~ declaration\n  X\n  ???\n}")
    check(
      """
      model A {
        f Kind @default(<|>X) @default(X) @default(Z)
                        ~ defaultValue
                                    ~ defaultValue
        f Kind @default([X, "y"], X)
                         ~ defaultValue
                                  ~ defaultValue
      }
      enum Kind {
        X
        ~ declaration
        ???
      }
      """)
  }

  @Test func `an unclosed bracket does not swallow the lines behind it`() {
    check(
      """
      model A {
        id Int @id
        ~~ declaration
        b  B   @relation(fields: [id
        @@index([id])
                 ~~ indexField
        @@unique([i<|>d])
                  ~~ indexField
      }
      """)
  }

  @Test func `names in lists of any depth cost no more than their bytes`() {
    let deep =
      String(repeating: "[id, ", count: 50_000) + "id" + String(repeating: "]", count: 50_000)
    let text = "model A {\n  id Int @id\n  @@index(\(deep))\n  @@index([id])\n}\n"
    let analysis = Analysis.of([text])
    let symbol = analysis.symbol(at: 12, inFile: 0)?.symbol
    #expect(symbol.map { analysis.occurrences(of: $0).count } == 3)
    _ = analysis.symbol(at: text.utf8.count / 2, inFile: 0)
  }

  @Test func `every place that names a symbol is one of its occurrences`() {
    for texts in SampleProjects.all + [[SampleSchemas.sound], [SampleSchemas.broken]] {
      let analysis = Analysis.of(texts)
      var symbols: Set<Symbol> = []
      for (file, text) in texts.enumerated() {
        for offset in 0...text.utf8.count {
          guard let found = analysis.symbol(at: offset, inFile: file) else { continue }
          symbols.insert(found.symbol)
          #expect(found.place.range.start <= offset && offset <= found.place.range.end)
          #expect(analysis.occurrences(of: found.symbol).contains { $0.place == found.place })
        }
      }
      #expect(symbols.count > 5)
      for symbol in symbols {
        let occurrences = analysis.occurrences(of: symbol)
        let starts = occurrences.map { ($0.place.file, $0.place.range.start) }
        #expect(zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 })
        for occurrence in occurrences {
          let place = occurrence.place
          for offset in [place.range.start, place.range.end] {
            #expect(analysis.symbol(at: offset, inFile: place.file)?.symbol == symbol)
          }
        }
      }
    }
  }

  @Test func `the samples have no errors`() {
    for texts in SampleProjects.all {
      let found = Analysis.of(texts).diagnostics().flatMap(\.diagnostics)
      #expect(found.filter { $0.severity == .error }.map(\.message.text) == [])
    }
  }
}

import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct NavigationTests {
  /// Checks where the cursor leads: to the names marked `name`, in the declarations marked `whole`.
  private func check(
    _ marked: String..., by ask: (Analysis, Int, Int) -> Navigation?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let texts = marked.map { MarkedText($0) }
    let analysis = Analysis.of(texts.map(\.text))
    let file = texts.firstIndex { $0.cursor != nil } ?? 0
    let targets = ask(analysis, texts[file].cursor ?? -1, file)?.targets ?? []
    for (file, text) in texts.enumerated() {
      let isWhole = text.marks.contains { $0.label == "whole" }
      let found = targets.filter { $0.name.file == file }.flatMap { target in
        [MarkedText.Mark(range: target.name.range, label: "name")]
          + (isWhole ? [MarkedText.Mark(range: target.declaration.range, label: "whole")] : [])
      }
      #expect(
        MarkedText.drawing(found, under: text.text)
          == MarkedText.drawing(text.marks, under: text.text), sourceLocation: sourceLocation)
    }
  }

  private func checkDefinition(
    _ marked: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    switch marked.count {
    case 1: check(marked[0], by: definition, sourceLocation: sourceLocation)
    default: check(marked[0], marked[1], by: definition, sourceLocation: sourceLocation)
    }
  }

  private func definition(_ analysis: Analysis, _ offset: Int, _ file: Int) -> Navigation? {
    analysis.definition(at: offset, inFile: file)
  }

  @Test func `a type leads to its block in another file`() {
    checkDefinition(
      "model Post {\n  user Us<|>er @relation(\"x\")\n}",
      "/// Docs.\nmodel User {\n      ~~~~ name\n  id Int @id\n}")
    checkDefinition(
      "model Post {\n  kind Kind<|>?\n}", "view Kind {\n     ~~~~ name\n  id Int @unique\n}")
    checkDefinition("type A {\n  b B<|>[]\n}\n\ntype B {\n     ~ name\n}")
  }

  @Test func `a link shows the whole declaration without its line end`() {
    checkDefinition(
      """
      model A {
        id Int @id
        bId Int @map("b") // the key
        ~~~ name
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ whole
        b   B   @relation(fields: [b<|>Id], references: [id])
      }
      """)
    checkDefinition(
      """
      enum Kind {
        A @map("a")
        ~ name
        ~~~~~~~~~~~ whole
      }
      model M {
        kinds Kind[] @default([<|>A])
      }
      """)
  }

  @Test func `a native type leads to its datasource`() {
    checkDefinition(
      """
      datasource db {
                 ~~ name
        provider = "postgresql"
      }
      model M {
        id String @id @db<|>.Text
      }
      """)
  }

  @Test func `each side of a relation's name leads to the other`() {
    checkDefinition(
      """
      model A {
        bs B[] @relation("<|>X")
      }
      model B {
        a A @relation(fields: [aId], references: [id], name: "X")
                                                              ~ name
        a2 A @relation(fields: [aId], references: [id], name: "Y")
      }
      """)
  }

  @Test func `of several declarations with one name each is shown`() {
    checkDefinition(
      "model A {\n      ~ name\n}\nmodel A {\n      ~ name\n}\nmodel B {\n  a <|>A\n}")
  }

  @Test func `a definition leads to itself`() {
    checkDefinition("model A {\n  i<|>d Int\n  ~~ name\n  @@id([id])\n}")
    checkDefinition("model A {\n  id Int @i<|>d\n}")
    checkDefinition("model A {\n  id In<|>t @id\n}")
  }

  @Test func `names beyond ASCII are known`() {
    for cursor in ["<|>Größe", "Grö<|>ße", "Größe<|>"] {
      checkDefinition("model Größe {\n      ~~~~~ name\n}\nmodel B {\n  größe \(cursor)?\n}")
    }
  }

  @Test func `the type of a field, value, key or relation is found`() {
    func type(_ analysis: Analysis, _ offset: Int, _ file: Int) -> Navigation? {
      analysis.typeDefinition(at: offset, inFile: file)
    }
    let schema = """
      enum Kind {
        A
      }
      model M {
        kind Kind @default(A)
        ms   M[]  @relation("X")
        n    N    @relation("Y")
        @@index([kind])
      }
      model N {
        m M @relation("Y")
      }
      """
    let kind = ("enum Kind {\n", "enum Kind {\n     ~~~~ name\n")
    let m = ("model M {\n", "model M {\n      ~ name\n")
    let n = ("model N {\n", "model N {\n      ~ name\n")
    for (place, marks) in [
      ("  ki<|>nd", [kind]), ("@default(<|>A", [kind]), ("@@index([ki<|>nd", [kind]),
      ("  ms<|>", [m]), ("\"<|>X", [m]), ("\"<|>Y", [m, n]), ("  n<|>", [n]), ("  <|>A", [kind]),
    ] {
      var text = schema
      if let found = text.firstRange(of: place.replacing("<|>", with: "")) {
        text.replaceSubrange(found, with: place)
      }
      for mark in marks { text = text.replacing(mark.0, with: mark.1) }
      check(text, by: type)
    }
  }

  @Test func `fields carry out a type, and the other side a field`() {
    func implementation(_ analysis: Analysis, _ offset: Int, _ file: Int) -> Navigation? {
      analysis.implementation(at: offset, inFile: file)
    }
    check(
      """
      model A<|> {
        id Int @id
        bs B[]
        other A? @relation("x")
        ~~~~~ name
      }
      """,
      """
      model B {
        aId Int
        a A @relation(fields: [aId], references: [id])
        ~ name
      }
      """, by: implementation)
    check(
      """
      model A {
        id  Int @id
        b<|>s  B[]  @relation("x")
        bs2 B[]
      }
      model B {
        aId  Int
        a    A   @relation(fields: [aId], references: [id])
        a2   A   @relation("x", fields: [aId], references: [id])
        ~~ name
      }
      """, by: implementation)
    check("model A {\n  i<|>d Int @id\n}", by: implementation)
  }

  @Test func `references leave out the declaration when it is not wanted`() {
    let text = MarkedText(
      """
      datasource db {
        provider = "postgresql"
      }
      model A {
        a<|>Id Int    @db.Integer
        a   A      @relation("X", fields: [aId], references: [id])
        as  A[]    @relation("X")
        @@index([aId])
      }
      """)
    let analysis = Analysis.of([text.text])
    func references(at place: String, _ includesDeclaration: Bool) -> [Int]? {
      let offset = text.text.utf8.count - (text.text.components(behind: place)?.utf8.count ?? 0)
      return analysis.references(
        at: offset, inFile: 0, includesDeclaration: includesDeclaration
      ).map { analysis.occurrences($0, in: $0.blocks[...]).map(\.place.range.count) }
    }
    #expect(references(at: "  aId", true) == [3, 3, 3])
    #expect(references(at: "  aId", false) == [3, 3])
    #expect(references(at: "@relation(\"X", true) == [1, 1])
    #expect(references(at: "@relation(\"X", false) == [1])
    #expect(references(at: "@db.Inte", true) == [2, 2])
    #expect(references(at: "@relation(fie", true) == nil)
  }

  @Test func `highlights stay in the file and tell writing from reading`() {
    let text = "model A {\n  id Int @id\n  b  B[]\n  @@index([id])\n}\n"
    let analysis = Analysis.of([text, "model B {\n  a A @relation(references: [id])\n}\n"])
    func highlights(at offset: Int, inFile file: Int) -> [Occurrence]? {
      analysis.highlights(at: offset, inFile: file).map {
        analysis.occurrences($0, in: $0.blocks[...])
      }
    }
    let found = highlights(at: 12, inFile: 0) ?? []
    #expect(found.map(\.isDeclaration) == [true, false])
    #expect(found.allSatisfy { $0.place.file == 0 })
    #expect(highlights(at: 18, inFile: 1)?.map(\.place.file) == nil)
    #expect(highlights(at: 15, inFile: 1)?.count == 1)
  }

  @Test func `a relation's name is edited on both sides at once`() {
    func linked(_ marked: String...) -> [Int]? {
      let texts = marked.map { MarkedText($0) }
      let file = texts.firstIndex { $0.cursor != nil } ?? 0
      return Analysis.of(texts.map(\.text)).linkedPlaces(
        at: texts[file].cursor ?? -1, inFile: file)?.map(\.start)
    }
    let post = "model B {\n  a A @relation(\"X\")\n}\n"
    #expect(linked("model A {\n  b B[] @relation(\"<|>X\")\n}\n" + post) == [29, 62])
    #expect(linked("model A {\n  b B[] @relation(\"<|>X\")\n}\n", post) == nil)
    #expect(linked("model A {\n  b <|>B[] @relation(\"X\")\n}\n" + post) == nil)
    #expect(linked("model A {\n  b B[] @relation(\"\\u<|>0058\")\n}\n" + post) == nil)
  }

  @Test func `the hierarchy of types follows what refers to what`() {
    let analysis = Analysis.of(SampleProjects.shop)
    func up(_ name: String) -> [String] {
      analysis.hierarchySupertypes(of: name).map {
        "\($0.name): \($0.fields.joined(separator: " "))"
      }
    }
    func down(_ name: String) -> [String] {
      analysis.hierarchySubtypes(of: name).map {
        "\($0.name): \($0.fields.joined(separator: " "))"
      }
    }
    #expect(up("Customer") == ["Kind: kind kinds", "Tag: tags", "Customer: friends friendOf"])
    #expect(
      down("Customer")
        == [
          "Customer: friends friendOf", "Order: buyer receiver", "Tag: customers",
          "Profile: customer",
        ])
    #expect(up("Order") == ["Customer: buyer receiver"])
    #expect(down("Order") == ["Line: order"])
    #expect(up("Kind") == [] && down("Kind") == ["Customer: kind kinds"])
    #expect(up("Nothing") == [] && down("Nothing") == [])
    let text = MarkedText(
      SampleProjects.shop[1].replacing("buyer      Cust", with: "buyer C<|>ust"))
    #expect(
      Analysis.of([SampleProjects.shop[0], text.text])
        .hierarchyItems(at: text.cursor ?? -1, inFile: 1).map(\.name) == ["Customer"])
  }
}

extension String {
  /// What stands behind the first place of a text, nil when it is not there.
  func components(behind place: String) -> Substring? {
    firstRange(of: place).map { self[$0.upperBound...] }
  }
}

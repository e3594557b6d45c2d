import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct CompletionContextTests {
  /// The context at the cursor in a few words: what it is, and the word that would be replaced.
  private func check(
    _ marked: String, _ expected: String, closing: Bool = false,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let text = MarkedText(marked)
    guard let offset = text.cursor else {
      Issue.record("no cursor", sourceLocation: location)
      return
    }
    var analysis = Analysis.of([text.text])
    var place = offset
    if let (closed, blocks) = analysis.closingBlocks(at: offset, inFile: 0) {
      analysis = closed
      place = blocks.closedOffset(offset)
      #expect(blocks.originalOffset(place) == offset, sourceLocation: location)
    }
    guard let context = analysis.completionContext(at: place, inFile: 0) else {
      Issue.record("no context", sourceLocation: location)
      return
    }
    #expect(description(context, analysis) == expected, sourceLocation: location)
    #expect(context.word.range.start <= place && place <= context.word.range.end)
  }

  /// The context of a line in a model.
  private func check(
    line: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
  ) {
    check("model A {\n  id Int @id\n  \(line)\n}\n", expected, location)
  }

  private func description(_ context: CompletionContext, _ analysis: Analysis) -> String {
    let bytes = analysis.files[0].tree.bytes
    func text(_ range: TextRange) -> String {
      String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    let word = context.word
    let quotes = if case .inside(let isClosed) = word.quotes { isClosed ? "\"" : "'" } else { "" }
    let path = word.path.map { $0 + "." }.joined()
    let shown = "\(quotes)\(path)\(word.prefix)|\(text(word.range).dropFirst(word.prefix.count))"
    let position =
      switch context.position {
      case .nothing: "nothing"
      case .topLevel: "top"
      case .declarationName(let keyword): "name of \(keyword)"
      case .fieldName: "name"
      case .enumValueName: "value"
      case .blockAttribute: "@@"
      case .fieldType(let field): "type of \(field.name)"
      case .fieldAttribute(let field): "@ of \(describe(field))"
      case .nativeType(let field, let prefix): "native \(prefix) of \(describe(field))"
      case .enumValueAttribute: "@ of value"
      case .comment: "comment"
      case .argument(let place):
        "in @\(place.attribute.isBlock ? "@" : "")\(place.attribute.name)"
          + (place.field.map { " of \(describe($0))" } ?? "") + describe(place.call, context)
      case .unsupportedType: "unsupported"
      case .propertyKey: "key"
      case .propertyValue(let place): "\(place.key) =" + describe(place.call, context)
      }
    return "\(position) <\(shown)>"
  }

  private func describe(_ field: FieldLine) -> String {
    let mark = [FieldArity.optional: "?", .list: "[]"][field.arity] ?? ""
    let attributes = field.attributes.map { " @" + $0.name }.joined()
    return "\(field.name) \(field.typeName ?? "-")\(mark)\(attributes)"
  }

  private func describe(_ call: CallPlace, _ context: CompletionContext) -> String {
    zip(call.brackets, call.entries).map { index, entry in
      let bracket = context.statement.brackets[index]
      let (open, close) =
        switch bracket.kind {
        case .arguments: ("(", ")")
        case .list: ("[", "]")
        case .object: ("{", "}")
        }
      let entries = bracket.entries.enumerated().map { at, item in
        let name = item.name.map { $0 + ":" } ?? ""
        return (at == entry ? "*" : "") + name + context.statement.text(item)
      }
      return " \(bracket.callee)\(open)\(entries.joined(separator: ","))\(close)"
    }.joined() + (call.isName ? " name" : "")
  }

  @Test func `at the top level keywords begin declarations`() {
    check("<|>", "top <|>")
    check("mod<|>", "top <mod|>")
    check("model A {\n}\n<|>\n", "top <|>")
    check("<|>\nmodel A {\n}\n", "top <|>")
    check("en<|>um A {\n  B\n}", "top <en|um>")
    check("model A<|> {\n  id Int @id\n}\n", "name of model <A|>")
    check("model A {<|>\n  id Int @id\n}\n", "nothing <|>")
    check("model A {\n  id Int @id\n}<|>\n", "nothing <|>")
    check("model <|>", "name of model <|>")
    check("enum Ro<|>", "name of enum <Ro|>")
    check("modle <|>", "nothing <|>")
    check("model A <|>", "nothing <|>")
  }

  @Test func `nothing is asked for in comments`() {
    check("// <|>", "comment <|>")
    check("//<|>", "comment <//|>")
    check("// prisma-lsp-ignore <|>", "comment <prisma-lsp-ignore |>")
    check("/// mod<|>", "nothing <|>")
    check("/* <|> */", "nothing <|>")
    check(line: "// @<|>", "nothing <|>")
    check(line: "a Int // @<|>", "nothing <|>")
    check(line: "a Int @default(1) /// <|>", "nothing <|>")
    check("datasource db {\n  provider = \"x\" // <|>\n}", "comment <|>")
    check(line: "a Int <|>// x", "@ of a Int <|>")
  }

  @Test func `a line of a model begins with a name`() {
    check(line: "<|>", "name <|>")
    check(line: "na<|>", "name <na|>")
    check(line: "na<|>me String", "name <na|me>")
    check("enum A {\n  <|>\n}", "value <|>")
    check("enum A {\n  B<|>\n}", "value <B|>")
  }

  @Test func `behind the name stands the type`() {
    check(line: "a <|>", "type of a <|>")
    check(line: "a Str<|>", "type of a <Str|>")
    check(line: "a Str<|>ing?", "type of a <Str|ing>")
    check(line: "a <|> String", "type of a <|>")
    check(line: "a <|>String", "type of a <|>")
    check(line: "a <|>@unique", "type of a <|>")
    check(line: "a Unsupported(\"<|>\")", "unsupported <\"|>")
    check(line: "a Post[<|>]", "type of a <Post[|]>")
    check(line: "a Post[<|>", "type of a <Post[|>")
    check(line: "a Post?<|>", "type of a <Post?|>")
    check(line: "a Unsupported(\"x\")<|>", "nothing <|>")
  }

  @Test func `behind the type stand attributes`() {
    check(line: "a Int <|>", "@ of a Int <|>")
    check(line: "a Int? @<|>", "@ of a Int? <@|>")
    check(line: "a Int[] @uni<|>", "@ of a Int[] <@uni|>")
    check(line: "a Int @un<|>ique @map(\"b\")", "@ of a Int @map <@un|ique>")
    check(line: "a Int @unique <|>", "@ of a Int @unique <|>")
    check(line: "a Int @unique @<|>", "@ of a Int @unique <@|>")
    check(line: "a Unsupported(\"x\")? @<|>", "@ of a Unsupported? <@|>")
    check(line: "a Int @db.<|>", "native db of a Int <db.|>")
    check(line: "a Int? @unique @db.Sm<|>all", "native db of a Int? @unique <db.Sm|all>")
    check("enum A {\n  B <|>\n}", "@ of value <|>")
    check("enum A {\n  B @m<|>\n}", "@ of value <@m|>")
  }

  @Test func `a line can be an attribute of the block`() {
    check(line: "@<|>", "@@ <@|>")
    check(line: "@@<|>", "@@ <@@|>")
    check(line: "@@un<|>ique([id])", "@@ <@@un|ique>")
    check(line: "@@unique([id]) <|>", "nothing <|>")
    check("enum A {\n  B\n  @@m<|>\n}", "@@ <@@m|>")
  }

  @Test func `in parentheses stand arguments`() {
    check(line: "a Int @default(<|>)", "in @default of a Int default(*) name <|>")
    check(line: "a Int @default(au<|>", "in @default of a Int default(*au) name <au|>")
    check(line: "a Int @default(now(<|>))", "in @default of a Int default(*now()) now(*) name <|>")
    check(
      line: "a B @relation(fields: [x, <|>], references: [id])",
      "in @relation of a B relation(*fields:[x, ],references:[id]) [x,*] <|>")
    check(
      line: "a B @relation(\"x\", on<|>)", "in @relation of a B relation(\"x\",*on) name <on|>")
    check(
      line: "a B @relation(onDelete: <|>)", "in @relation of a B relation(*onDelete:) <|>")
    check(
      line: "a B @relation(onDelete: Ca<|>s)", "in @relation of a B relation(*onDelete:Cas) <Ca|s>")
    check(
      line: "a B @relation(\"<|>", "in @relation of a B relation(*\") <'|>")
    check(line: "a B @relation(\"x<|>y\")", "in @relation of a B relation(*\"xy\") <\"x|y>")
    check(
      line: "a Int @default(<|> @map(\"b\")", "in @default of a Int @map default(*) name <|>")
    check("enum A {\n  B @map(\"<|>\")\n}", "in @map map(*\"\") <\"|>")
  }

  @Test func `block attributes have lists`() {
    check(line: "@@index([<|>])", "in @@index index(*[]) [*] <|>")
    check(line: "@@index([a, <|>", "in @@index index(*[a,) [a,*] <|>")
    check(line: "@@index([a(so<|>)])", "in @@index index(*[a(so)]) [*a(so)] a(*so) name <so|>")
    check(
      line: "@@index([a(sort: <|>)])", "in @@index index(*[a(sort: )]) [*a(sort: )] a(*sort:) <|>")
    check(line: "@@index([b.<|>])", "in @@index index(*[b.]) [*b.] <b.|>")
    check(line: "@@index([b.c<|>])", "in @@index index(*[b.c]) [*b.c] <b.c|>")
    check(
      line: "@@index([a], where: { b: <|> })",
      "in @@index index([a],*where:{ b:  }) {*b:} <|>")
    check(
      line: "@@index([a], where: { <|> })", "in @@index index([a],*where:{  }) {*} name <|>")
    check(
      line: "@@index([a], where: raw(\"<|>\"))",
      "in @@index index([a],*where:raw(\"\")) raw(*\"\") <\"|>")
    check(line: "@@map(\"<|>\")", "in @@map map(*\"\") <\"|>")
  }

  @Test func `lists can go on over lines`() {
    check(
      line: "@@index([\n    a,\n    <|>\n  ])", "in @@index index(*[\n    a,\n    \n  ]) [a,*] <|>")
    check(
      line: "@@index([\n    a<|>\n  ])\n  b Int", "in @@index index(*[\n    a\n  ]) [*a] <a|>")
    check(line: "a Int @default(\n  <|>", "name <|>")
    check(line: "a Int @default(\n  b Int <|>", "@ of b Int <|>")
    check(
      "generator g {\n  previewFeatures = [\n    \"<|>\",\n    \"views\",\n  ]\n}",
      "previewFeatures = [*\"\",\"views\",] <\"|>")
  }

  @Test func `datasources and generators have properties`() {
    check("datasource db {\n  <|>\n}", "key <|>")
    check("datasource db {\n  pro<|>\n}", "key <pro|>")
    check("datasource db {\n  pro<|> = \"x\"\n}", "key <pro|>")
    check("datasource db {\n  @@<|>\n}", "key <@@|>")
    check("datasource db {\n  provider <|>\n}", "nothing <|>")
    check("datasource db {\n  provider = <|>\n}", "provider = <|>")
    check("datasource db {\n  provider = \"<|>\"\n}", "provider = <\"|>")
    check("datasource db {\n  provider = \"po<|>\n}", "provider = <'po|>")
    check("datasource db {\n  provider = po<|>\n}", "provider = <po|>")
    check("datasource db {\n  provider = \"x\" <|>\n}", "nothing <|>")
    check("datasource db {\n  url = env(\"<|>\")\n}", "url = env(*\"\") <\"|>")
    check("generator g {\n  previewFeatures = [<|>]\n}", "previewFeatures = [*] <|>")
  }

  @Test func `a block that is not closed is one all the same`() {
    check("model A {\n  id Int <|>", "@ of id Int <|>")
    check("model A {\n  id Int @<|>\n\nmodel B {\n  id Int @id\n}\n", "@ of id Int <@|>")
    check("model A {\n  id Int\n\nmodel B {\n  id Int @<|>\n}\n", "@ of id Int <@|>")
    check("model A {\n  id Int\n\nmodel B {\n  id Int @<|>\n", "@ of id Int <@|>")
    check("enum A {\n  B\n\ndatasource db {\n  <|>", "key <|>")
    check("model A {\n  id Int\n}\nenum B {\n  C <|>", "@ of value <|>")
  }

}

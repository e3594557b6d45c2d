import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct BlockSymbolTests {
  /// The symbols of a text, one a line, members indented: kind, name and detail, and `!` for what is
  /// deprecated.
  private func outline(_ text: String) -> String {
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7)
    var lines: [String] = []
    for block in tree.blocks {
      for symbol in block.symbols() {
        lines.append(describe(symbol, block))
        for member in symbol.members {
          #expect(symbol.range.contains(member.range))
          lines.append("  " + describe(member, block))
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func describe(_ symbol: BlockSymbol, _ block: SyntaxBlock) -> String {
    #expect(symbol.range.contains(symbol.nameRange))
    let detail = symbol.detailRange.map { " : " + block.text($0) } ?? ""
    return "\(symbol.kind.word) \(block.text(symbol.nameRange))\(detail)"
      + (symbol.isDeprecated ? " !" : "")
  }

  /// The texts of the symbols' ranges.
  private func ranges(_ text: String) -> [String] {
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7)
    return tree.blocks.flatMap { block in
      block.symbols().flatMap { symbol in
        [block.text(symbol.range)] + symbol.members.map { block.text($0.range) }
      }
    }
  }

  @Test func `declarations hold their members`() {
    let text = """
      datasource db {
        provider = "postgresql"
        url      = env("DATABASE_URL")
      }
      generator client {
        provider = "prisma-client"
      }
      // a comment
      model User {
        id    Int      @id
        posts Post[]
        point Unsupported("point")?
        @@map("users")
      }
      view Summary {
        id Int @unique
      }
      type Address {
        street String
      }
      enum Role {
        ADMIN @map("admin")
        USER
      }

      """
    #expect(
      outline(text) == """
        datasource db
          property provider : "postgresql"
          property url
        generator client
          property provider : "prisma-client"
        model User
          field id : Int
          field posts : Post[]
          field point : Unsupported("point")?
        view Summary
          field id : Int
        type Address
          field street : String
        enum Role
          value ADMIN
          value USER
        """)
  }

  @Test func `a field with a brace in its default is a field`() {
    #expect(
      outline("model A {\n  type Json @default(\"{}\")\n  model String\n}\n") == """
        model A
          field type : Json
          field model : String
        """)
  }

  @Test func `headers may be tight or indented`() {
    #expect(outline("model Tight{\n}\n  model In {\n  }\n") == "model Tight\nmodel In")
    #expect(ranges("  model In {\n  }\n") == ["model In {\n  }"])
    #expect(outline("model C { // x\n}\n") == "model C")
  }

  @Test func `ranges end before line ends`() {
    #expect(
      ranges("model A {\r\n  id Int @id // x \r\n}\r\n")
        == ["model A {\r\n  id Int @id // x \r\n}", "id Int @id // x"])
  }

  @Test func `a declaration without its closing brace ends where the next begins`() {
    let text = "model A {\n  id Int @id\n\nmodel B {\n  id Int @id\n}\n\nmodel C {\n}\n"
    #expect(
      outline(text) == """
        model A
          field id : Int
        model B
          field id : Int
        model C
        """)
    #expect(ranges(text)[0] == "model A {\n  id Int @id")
    #expect(ranges(text)[2] == "model B {\n  id Int @id\n}")
  }

  @Test func `the last declaration may lack its brace`() {
    #expect(
      outline("model A {\n  id Int @id\n  na\n  name St")
        == "model A\n  field id : Int\n  field name : St")
    #expect(outline("enum E {\n  A\n  B") == "enum E\n  value A\n  value B")
    #expect(
      outline("datasource db {\n  provider = \"x\n  url")
        == "datasource db\n  property provider")
    #expect(outline("modle A {\n  id Int\n}\nx y\n") == "")
  }

  @Test func `an empty pair of braces on one line takes nothing in`() {
    #expect(
      outline("model A {}\n\nmodel B {\n  id Int @id\n}\n") == "model A\nmodel B\n  field id : Int")
  }

  @Test func `a field that is being typed stays`() {
    #expect(
      outline("model A {\n  id Int @id\n  name String @\n  x\n}\n")
        == "model A\n  field id : Int\n  field name : String\n  field x")
  }

  @Test func `documentation may say that something is deprecated`() {
    let text = """
      /// @deprecated use B
      model A {
        /// Says it. @deprecated
        a Int
        b Int /// @deprecated
        c Int // @deprecated
      }
      /// @deprecate
      enum E {
        X
      }
      """
    #expect(
      outline(text) == """
        model A !
          field a : Int !
          field b : Int !
          field c : Int
        enum E
          value X
        """)
  }

  @Test func `without members only declarations are told`() {
    let tree = SyntaxTree.parsed(
      Array("model A {\n  id Int\nmodel B {\n  x y z\n}\n".utf8), dialect: .prisma7)
    let symbols = tree.blocks.flatMap { $0.symbols(hasMembers: false) }
    #expect(symbols.count == 2)
    #expect(symbols.allSatisfy { $0.members.isEmpty })
  }
}

import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct SemanticTokensTests {
  /// The tokens of a file, each as its text and what it is.
  private func tokens(_ texts: [String], file: Int = 0) -> [String] {
    let analysis = Analysis.of(texts)
    let tree = analysis.files[file].tree
    return tree.blocks.indices.flatMap { index in
      var found: [SemanticToken] = []
      analysis.addSemanticTokens(ofBlock: index, inFile: file, to: &found)
      let block = tree.blocks[index]
      var end: UInt32 = 0
      return found.map { token in
        #expect(token.start >= end, "sorted, not overlapping")
        end = token.start + token.length
        let text = block.text(TextRange(Int(token.start), Int(end)))
        #expect(!text.contains("\n") && !text.isEmpty)
        let modifiers = SemanticToken.Modifiers.names.indices
          .filter { token.modifiers.rawValue & (1 << UInt8($0)) != 0 }
          .map { "." + SemanticToken.Modifiers.names[$0] }.joined()
        return "\(text) \(token.kind.name)\(modifiers)"
      }
    }
  }

  @Test func `declarations and types`() {
    let found = tokens([
      """
      model User {
        id   Int? @id
        role Role
        home Address
        next User[]
        what Nothing
        odd  Unsupported("x")
      }
      """, "enum Role {\n  ADMIN\n}\ntype Address {\n  street String\n}\n",
    ])
    #expect(
      found == [
        "model keyword", "User class.declaration", "id property.declaration",
        "Int type.defaultLibrary", "@id decorator", "role property.declaration", "Role enum",
        "home property.declaration", "Address struct", "next property.declaration", "User class",
        "what property.declaration", "Nothing type", "odd property.declaration",
        "Unsupported type.defaultLibrary", "\"x\" string",
      ])
  }

  @Test func `attributes and their arguments`() {
    #expect(
      tokens([
        """
        model A {
          a Int @default(autoincrement()) @db.SmallInt
          b R @default(X)
          c A @relation("r", fields: [a], references: [b], onDelete: SetNull)
          @@index([a, b(sort: Desc, ops: raw("o"))], type: Gin)
          @@unique(fields: [a], where: { b: { not: true, x: -1 } })
        }
        """
      ]).dropFirst(2) == [
        "a property.declaration", "Int type.defaultLibrary", "@default decorator",
        "autoincrement function.defaultLibrary", "@ decorator", "db namespace",
        "SmallInt type.defaultLibrary",
        "b property.declaration", "R type", "@default decorator", "X enumMember.readonly",
        "c property.declaration", "A class", "@relation decorator", "\"r\" string",
        "fields parameter", "a property", "references parameter", "b property",
        "onDelete parameter", "SetNull enumMember.readonly",
        "@@index decorator", "a property", "b property", "sort parameter",
        "Desc enumMember.readonly", "ops parameter", "raw function.defaultLibrary", "\"o\" string",
        "type parameter", "Gin enumMember.readonly",
        "@@unique decorator", "fields parameter", "a property", "where parameter", "b property",
        "not property", "true keyword", "x property", "-1 number",
      ])
  }

  @Test func `configuration and comments`() {
    #expect(
      tokens(["datasource db {\n  url = env(\"U\") // a\n}\n/* b\n c */\n/// d\ngenerator g {\n}\n"]
      )
        == [
          "datasource keyword", "db namespace.declaration", "url variable",
          "env function.defaultLibrary", "\"U\" string", "// a comment", "/* b comment",
          " c */ comment", "/// d comment.documentation", "generator keyword",
          "g variable.declaration",
        ])
  }

  @Test func `what is deprecated is marked`() {
    #expect(
      tokens(["/// @deprecated\nenum E {\n  /// @deprecated\n  A\n  B\n}\n"]).filter {
        $0.contains("deprecated") && !$0.contains("///")
      } == [
        "E enum.declaration.deprecated", "A enumMember.declaration.deprecated.readonly",
      ])
  }

  @Test func `lines that can't be read have no tokens`() {
    #expect(
      tokens(["model A {\n  id Int @\n}\nfoo bar\n"]) == ["model keyword", "A class.declaration"])
  }

  @Test(arguments: SampleSchemas.all) func `tokens are sorted in any text`(text: String) {
    _ = tokens([text])
  }

  @Test func `the digest knows what types there are`() {
    let digest = { Analysis.of([$0]).typeNamesDigest }
    let one = digest("model A {\n  id Int\n}\nenum E {\n  X\n}\n")
    #expect(one == digest("enum E {\n  Y\n}\nmodel A {\n  b Int\n}\n"))
    #expect(one != digest("enum A {\n  X\n}\nmodel E {\n  id Int\n}\n"))
    #expect(one != digest("model A {\n  id Int\n}\n"))
  }
}

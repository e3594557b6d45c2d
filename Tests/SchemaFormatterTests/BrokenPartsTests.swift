import SchemaParser
import Testing

@testable import SchemaFormatter

@Suite("Layout: broken parts that are kept")
struct BrokenPartsTests {
  private let keep = FormatOptions(brokenParts: .keep)

  @Test("A block that lacks its end stays as it is, with what it then takes in")
  func unclosed() {
    let before = """
      model A {
      id Int @id
      }

      model B {
        id   Int @id

          /// of b
        /* of
             b */
        b    Int // odd


        @@map("b")
      """
    let after = before.replacing("\nid Int @id\n}", with: "\n  id Int @id\n}")
    check(before, after + "\n", keep)
    let next = "\n\n\nenum E {\n A\n}\n"
    check(before + next + "enum F {\nA\n}", after + next + "\nenum F {\n  A\n}\n", keep)
  }

  @Test("A block that stands in an unclosed one stays as it is, and its attributes do not wander")
  func swallowed() {
    let text = """
      model A {
        id  Int @id
        @@map("a")

      /// of B
      model B {
          id Int @id
        @@map("b")
      }

      """
    check(text, text, keep)
    // Prisma moves what belongs to the first block behind the second.
    #expect(formatted(text).contains("id  Int @id") == false)
  }

  @Test(
    "A line with an open bracket keeps its block as it is",
    arguments: [
      "model A {\n  id  Int @id\n  @@index([\n    id\n  ])\n}\n",
      "  model A {\n  id  Int @id\n  b Int @default(\n  }\n",
      "  modle A {\n    id Int\n  }\n",
    ])
  func members(text: String) {
    check(text, text, keep)
  }

  @Test("What stands around broken parts is laid out")
  func around() {
    check(
      "model A {\n  id  Int @id\nx   ??? (\")\"\n}\n",
      "model A {\n  id  Int @id\nx   ??? (\")\"\n}\n",
      keep)
    check(
      "model A {\n  id   Int @id\nx   ??? [1]\n bc Int\n}\n",
      "model A {\n  id Int @id\n  x   ??? [1]\n  bc Int\n}\n", keep)
    check("model A {\nid Int @id\n}\n\n  }\n", "model A {\n  id Int @id\n}\n\n  }\n", keep)
    check(
      "enum A {\nX\n}\n???\n  enum B {\n  Y\n  }\n",
      "enum A {\n  X\n}\n???\nenum B {\n  Y\n}\n", keep)
  }
}

import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct NativeTypeCompletionTests {
  private static let postgresql = "datasource db {\n  provider = \"postgresql\"\n}\n\n"

  @Test func `native types come in the order in which they are used`() {
    func labels(_ line: String, _ rest: String = "") -> [String] {
      CompletionHarness(
        Self.postgresql
          + "model User {\n  id String @id @db.Uuid\n  posts Post[]\n\(rest)}\n"
          + "model Post {\n  id Int @id\n  \(line)\n}\n"
      ).labels
    }
    let author = "author User @relation(fields: [authorId], references: [id])"
    #expect(labels("\(author)\n  authorId String @db.<|>").first == "Uuid")
    #expect(labels("\(author)\n  authorId String @db.<|>").count { $0 == "Uuid" } == 1)
    #expect(
      labels("name String @db.<|>", "  a String @db.Inet\n  b String @db.Inet\n").first == "Inet")
    #expect(labels("at DateTime @db.<|>").first == "Timestamptz")
    #expect(labels("title String @db.<|>", "").prefix(2) == ["Uuid", "VarChar"])
    let attributes = labels("\(author)\n  authorId String @<|>")
    #expect(attributes.first == "@db")
    #expect(!attributes.contains { $0.hasPrefix("@default(") } && attributes.contains("@default"))
  }
}

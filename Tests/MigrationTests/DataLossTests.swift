import Migration
import Testing

struct DataLossTests {
  private func found(_ previous: String, _ next: String) throws -> [DataLoss] {
    try plan(from: previous, to: next).dataLoss.map(\.1)
  }

  private func model(_ fields: String) -> String { "model T {\n  id Int @id\n  \(fields)\n}" }

  @Test func `what goes is told`() throws {
    #expect(
      try found(model("a Int"), "model U {\n  id Int @id\n}") == [.dropTable(table: "T")])
    #expect(try found(model("a Int"), model("")) == [.dropColumn(table: "T", column: "a")])
    #expect(
      try found(
        model("e E") + "\nenum E {\n  A\n  B\n  C\n}", model("e E") + "\nenum E {\n  B\n}")
        == [.enumValuesRemoved(enumeration: "E", values: ["A", "C"])])
  }

  @Test func `casts and columns made anew are told`() throws {
    #expect(
      try found(model("a String"), model("a String @db.VarChar(9)"))
        == [.riskyCast(table: "T", column: "a", from: "Text", to: "VarChar(9)")])
    #expect(
      try found(model("a String"), model("a Int?")) == [.columnRecreated(table: "T", column: "a")])
    #expect(
      try found(model("a String"), model("a Int")) == [.recreatedRequired(table: "T", column: "a")])
    #expect(
      try found(model("a String?"), model("a Int")) == [.addedRequired(table: "T", column: "a")])
  }

  @Test func `what rows stand in the way of is told`() throws {
    #expect(try found(model(""), model("a Int")) == [.addedRequired(table: "T", column: "a")])
    #expect(
      try found(model(""), model("a String @default(uuid())"))
        == [.addedRequiredClientDefault(table: "T", column: "a")])
    #expect(try found(model("a Int?"), model("a Int")) == [.madeRequired(table: "T", column: "a")])
    #expect(
      try found(model("a Int\n  b Int"), model("a Int\n  b Int\n  @@unique([a, b])"))
        == [.uniqueAdded(table: "T", columns: ["a", "b"])])
    #expect(
      try found(
        "model T {\n  id Int @id\n  b Int\n}", "model T {\n  id Int\n  b Int\n  @@id([id, b])\n}")
        == [.primaryKeyChanged(table: "T")])
  }

  @Test func `what harms nothing is not told`() throws {
    #expect(try found(model("a Int"), model("a Int?\n  b Int @default(1)\n  c Int?")) == [])
    #expect(try found(model("a Int"), model("a BigInt")) == [])
    #expect(
      try found(model("a String @unique"), model("a String\n  @@index([a])")) == [])
  }
}

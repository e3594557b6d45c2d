import Migration
import Testing

@testable import MigrationHistory

/// Remembering what was replayed.
@Suite struct ReplayMemoryTests {
  private func scripts(_ list: String...) -> [MigrationScript] {
    list.enumerated().map { ReplayTests.script($1, named: "\($0)") }
  }

  @Test func appliesOnlyWhatIsNew() throws {
    var memory = ReplayMemory()
    let first = "CREATE TABLE a (id int);"
    func tables(_ list: [MigrationScript]) throws -> [String] {
      try memory.schema(after: list).schema.tables.map(\.name.name)
    }
    #expect(try tables(scripts(first)) == ["a"])
    #expect(memory.appliedCount == 1)
    #expect(try tables(scripts(first)) == ["a"])
    #expect(memory.appliedCount == 0)
    #expect(try tables(scripts(first, "CREATE TABLE b (id int);")) == ["a", "b"])
    #expect(memory.appliedCount == 1)
    #expect(try tables(scripts(first, "CREATE TABLE c (id int);")) == ["a", "c"])
    #expect(memory.appliedCount == 2)
    #expect(try tables(scripts(first)) == ["a"])
    #expect(memory.appliedCount == 1)
    #expect(try tables([]) == [])
  }

  @Test func keepsSchemasApart() throws {
    var memory = ReplayMemory()
    let list = scripts("CREATE SCHEMA s; CREATE TABLE s.a (id int); CREATE TABLE b (id int);")
    #expect(
      try memory.schema(after: list, namespaces: ["s"]).schema.tables.map(\.name.name) == ["a"])
    #expect(try memory.schema(after: list).schema.tables.map(\.name.name) == ["b"])
    #expect(memory.appliedCount == 0)
  }

  @Test func staysRightWhereAScriptFails() throws {
    var memory = ReplayMemory()
    let first = "CREATE TABLE a (id int);"
    _ = try memory.schema(after: scripts(first))
    #expect(throws: ReplayError.self) {
      try memory.schema(after: scripts(first, "CREATE TABLE b (id int); DROP TABLE missing;"))
    }
    let schema = try memory.schema(after: scripts(first, "CREATE TABLE b (id int);")).schema
    #expect(schema.tables.map(\.name.name) == ["a", "b"])
    #expect(memory.appliedCount == 1)
  }
}

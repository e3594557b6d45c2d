import Foundation
import Testing

@testable import PrismaLSP

@Suite struct MigrateLintCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "CREATE TABLE t (id int, a int);\nCREATE INDEX i ON t (a);\n", to: "m/1_a/migration.sql")
    try folder.write(
      "DROP INDEX i;\nALTER TABLE t DROP COLUMN a;\n", to: "m/2_b/migration.sql")
    try folder.write("provider = \"postgresql\"\n", to: "m/migration_lock.toml")
    return folder
  }

  @Test func `a folder is told script by script`() throws {
    let result = try folder().run("migrate", "lint", "m")
    #expect(result.exitCode == 1)
    #expect(result.output.contains("error[M001]: the column `a` of `t` goes with all its values"))
    #expect(result.output.contains("--> m/2_b/migration.sql:2:1"))
    #expect(result.output.hasSuffix("4 statements in 2 scripts: 1 error, 2 hints\n"))
    #expect(result.errors == "")
  }

  @Test func `a script in a folder knows those before it`() throws {
    let folder = try folder()
    for path in ["m/2_b", "m/2_b/migration.sql"] {
      let output = folder.run("migrate", "lint", path, "--output", "json").output
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      #expect(value?["files"] as? [String] == ["m/2_b/migration.sql"])
      let statements = try #require(value?["statements"] as? [[String: Any]])
      #expect(statements.first?["lockedTables"] as? [String] == ["t"])
      let hazard = try #require((statements.last?["hazards"] as? [[String: Any]])?.last)
      #expect(hazard["code"] as? String == "M001")
      #expect(hazard["ignored"] as? Bool == false)
    }
  }

  @Test func `the scripts before tell the types, in whichever order they are asked for`() throws {
    let folder = try folder()
    try folder.write("ALTER TABLE t ALTER a TYPE bigint;\n", to: "m/1_b/migration.sql")
    try folder.write("ALTER TABLE t ALTER a TYPE bigint;\n", to: "m/1_c/migration.sql")
    for paths in [["m/1_b", "m/1_c"], ["m/1_c", "m/1_b"]] {
      let result = folder.run(words: ["migrate", "lint"] + paths)
      #expect(result.output.contains("M004") && result.output.contains("M006"))
      #expect(result.output.hasSuffix("2 statements in 2 scripts: 1 warning, 1 hint\n"))
    }
  }

  @Test func `comments and versions count`() throws {
    let folder = try folder()
    let script =
      "-- prisma-lsp-ignore M001: unused\nDROP TABLE t;\nMERGE INTO a USING b ON true\n"
      + "WHEN MATCHED THEN DO NOTHING;\n"
    try folder.write(script, to: "x.sql")
    let result = folder.run("migrate", "lint", "x.sql", "--postgres-version", "14.2")
    #expect(result.exitCode == 0)
    #expect(!result.output.contains("M001"))
    #expect(result.output.contains("PostgreSQL 14 does not know `MERGE`"))
    let input = folder.run(
      words: ["migrate", "lint", "--stdin", "--stdin-filename", "y.sql", "--output", "github"],
      input: "DROP TABLE t")
    #expect(input.output.contains("::error file=y.sql,line=1,endLine=1,col=1"))
    #expect(input.exitCode == 1)
  }

  @Test func `SARIF has the codes as rules`() throws {
    let output = try folder().run("migrate", "lint", "m", "--output", "sarif").output
    #expect(output.contains("\"id\":\"M001\",\"shortDescription\":{\"text\":\"data is lost\"}"))
    #expect(output.contains("\"level\":\"note\""))
  }

  @Test func `what is missing or wrong is said`() throws {
    let folder = try folder()
    try folder.write("provider = \"sqlite\"\n", to: "s/migration_lock.toml")
    func errors(_ arguments: String...) -> String {
      let result = folder.run(words: ["migrate", "lint"] + arguments)
      #expect(result.exitCode == 1)
      #expect(result.output == "")
      return result.errors
    }
    #expect(errors().contains("which scripts to look at"))
    #expect(errors("gone").contains("gone"))
    #expect(errors("s").contains("are for `sqlite`"))
    #expect(errors("m/1_a", "--postgres-version", "9").contains("12 to 18"))
    try folder.write("", to: "empty/readme")
    #expect(errors("empty").contains("there are no migrations in `empty`"))
  }
}

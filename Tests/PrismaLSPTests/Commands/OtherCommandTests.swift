import Diagnostics
import Foundation
import Testing

@testable import PrismaLSP

@Suite struct OtherCommandTests {
  @Test func listsAndExplainsRules() throws {
    let folder = try TemporaryFolder()
    let list = folder.run("rules")
    #expect(list.exitCode == 0)
    let lines = list.output.split(separator: "\n")
    #expect(lines.count == RuleCatalog.all.count)
    let duplicate = lines.first { $0.hasPrefix("duplicate-field ") }
    #expect(duplicate?.contains(" error ") == true)
    for rule in RuleCatalog.all {
      #expect(RuleDocumentation.summaries[rule.id]?.hasSuffix(".") == true, "\(rule.id)")
    }
    let page = folder.run("rules", "duplicate-field")
    #expect(page.exitCode == 0)
    #expect(page.output.hasPrefix("# duplicate-field\n"))
    let unknown = folder.run("rules", "duplicate-fields")
    #expect(unknown.exitCode == 1)
    #expect(unknown.errors.contains("did you mean `duplicate-field`?"))
  }

  @Test func listsRulesInJSON() throws {
    let folder = try TemporaryFolder()
    let output = folder.run("rules", "--output", "json").output
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    let rules = try #require((value as? [String: Any])?["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["code"] as? String } == RuleCatalog.all.map(\.id))
    let one = folder.run("rules", "duplicate-field", "--output", "json").output
    let page = try JSONSerialization.jsonObject(with: Data(one.utf8)) as? [String: Any]
    #expect((page?["page"] as? String)?.hasPrefix("# duplicate-field") == true)
  }

  @Test func printsTheVersion() throws {
    let folder = try TemporaryFolder()
    #expect(folder.run("version").output.hasPrefix("prisma-lsp \(ProgramVersion.version)\n"))
    let json = folder.run("version", "--output", "json").output
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(value?["version"] as? String == ProgramVersion.version)
  }

  @Test func helpsWithEachCommand() throws {
    let folder = try TemporaryFolder()
    #expect(folder.run().output == folder.run("help").output)
    for command in CommandCatalog.all {
      let words = command.name.split(separator: " ").map { String($0) }
      let help = folder.run(words: ["help"] + words)
      #expect(help.exitCode == 0)
      #expect(help.output.contains("prisma-lsp"))
      #expect(help.output == folder.run(words: words + ["--help"]).output)
      for line in help.output.split(separator: "\n") { #expect(line.count <= 100) }
    }
    #expect(folder.run("help", "validat").errors.contains("did you mean `validate`?"))
    let group = folder.run("help", "migrate")
    #expect(group.exitCode == 0)
    #expect(group.output.contains("  migrate deploy "))
    #expect(!group.output.contains("  db push "))
    #expect(folder.run("help", "db").output.contains("  db push "))
    #expect(folder.run("migrate", "--help").output == group.output)
    #expect(folder.run("migrate", "-h").exitCode == 0)
    let json = folder.run("help", "validat", "--output", "json")
    #expect(json.output.contains("\"help\":\"did you mean"), "\(json.output)")
  }

  @Test func readsDotEnvironmentFiles() {
    let text = """
      # comment
      A=1
      export B = two words  # comment
      C="x\\ny # no comment"
      D='$A ${B}'
      E=${A}/$B/${NONE}/$/\\$A
      F=`a"b'c`
      G="two
      lines"
      H=
      no equals
      =nothing
      A=last
      I="unclosed
      """
    let variables = DotEnvironment.parse(Array(text.utf8)) { $0 == "B" ? "process" : nil }
    #expect(
      variables == [
        "A": "last", "B": "two words", "C": "x\ny # no comment", "D": "$A ${B}",
        "E": "1/process//$/$A", "F": "a\"b'c", "G": "two\nlines", "H": "", "I": "\"unclosed",
      ])
    #expect(DotEnvironment.parse([], process: { _ in nil }).isEmpty)
    #expect(DotEnvironment.parse([0xFF, 0x3D, 0x22], process: { _ in nil }).isEmpty)
  }

  @Test func takesPathsApart() {
    func path(_ text: String) -> SystemPath { SystemPath(text) }
    #expect(path("a/b.prisma").name == path("b.prisma"))
    #expect(path("a/b/").name == path("b"))
    #expect(path("a").parent == path(""))
    #expect(path("/a").parent == path("/"))
    #expect(path("a/b").parent == path("a"))
    #expect(path("/").name == path("/"))
    #expect(path("a").appending("b") == path("a/b"))
    #expect(path("a/").appending("b") == path("a/b"))
    #expect(path("").appending("b") == path("b"))
    #expect(path("a").appending("/b") == path("/b"))
    #expect(path("a.prisma").hasExtension("prisma"))
    #expect(!path(".prisma").hasExtension("prisma"))
    #expect(!path("x/.prisma").hasExtension("prisma"))
    #expect(!path("prisma").hasExtension("prisma"))
    #expect(path("/a/./b//../c/").normalized == path("/a/c"))
    #expect(path("../a/..").normalized == path(".."))
    #expect(path("/..").normalized == path("/"))
  }
}

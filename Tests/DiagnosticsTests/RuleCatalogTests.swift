import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@Suite struct RuleCatalogTests {
  @Test func isSortedById() {
    let ids = RuleCatalog.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test func findsEachRuleById() {
    for rule in RuleCatalog.all { #expect(RuleCatalog.rule(id: rule.id)?.id == rule.id) }
    #expect(RuleCatalog.rule(id: "") == nil)
    #expect(RuleCatalog.rule(id: "no-such-rule") == nil)
    #expect(RuleCatalog.rule(id: "zzz") == nil)
  }

  @Test func listsEachFile() {
    let listed = Set(RuleCatalog.all.map(\.id))
    let written = Set(RuleSource.all.map(\.id))
    #expect(listed.subtracting(written).sorted() == [])
    #expect(written.subtracting(listed).sorted() == [])
  }

  @Test func everyFileHoldsARule() {
    let files = PackageFiles.list("Sources/Diagnostics/Rules", ending: ".swift")
    #expect(files == RuleSource.all.map(\.path))
    #expect(!files.isEmpty)
  }

  @Test(arguments: RuleSource.all) func namesAgree(source: RuleSource) {
    let words = source.id.split(separator: "-")
    let pascal = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    #expect(source.file == pascal)
    #expect(source.property == pascal.prefix(1).lowercased() + pascal.dropFirst())
  }

  @Test(arguments: RuleSource.all) func saysWhatAndWhy(source: RuleSource) {
    #expect(source.paragraphs.count >= 2, "a summary and an explanation")
    #expect(!source.examples.isEmpty)
    for paragraph in source.paragraphs { #expect(paragraph.hasSuffix(".")) }
  }

  @Test(arguments: SyntaxError.Kind.allCases) func hasARuleForTheError(kind: SyntaxError.Kind) {
    guard case .syntax(let checked, _) = RuleCatalog.rule(for: kind).check else {
      Issue.record("\(RuleCatalog.rule(for: kind).id) is no syntax rule")
      return
    }
    #expect(checked == kind)
  }

  @Test(arguments: Problem.Kind.allCases) func hasARuleForTheProblem(kind: Problem.Kind) {
    let rule = RuleCatalog.rule(for: kind)
    #expect(rule.id == kind.rawValue)
    guard case .problem(let message) = rule.check else {
      Issue.record("\(rule.id) is no rule for a problem")
      return
    }
    // A problem without its values must not trap, and each text keeps the style of messages.
    let bare = message(Problem(kind, at: TextRange(0, 0)))
    let values = message(Problem(kind, at: TextRange(0, 0), ["a", "b, c", "d", "e"]))
    for part in [bare.text, values.text, values.note, values.help].compactMap({ $0 }) {
      #expect(!part.hasSuffix("."))
      #expect(part.first?.isUppercase == false || part.hasPrefix("Prisma "))
    }
  }
}

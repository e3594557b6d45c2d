import Diagnostics
import Testing

@testable import SchemaIDE

struct CodeActionCatalogTests {
  @Test func `each fix is for rules that exist`() {
    let rules = Set(RuleCatalog.all.map(\.id))
    for fix in CodeActionCatalog.quickFixes {
      #expect(!fix.rules.isEmpty, "\(fix.name)")
      #expect(Set(fix.rules).count == fix.rules.count, "\(fix.name)")
      #expect(fix.leavesOpen.isSubset(of: rules), "\(fix.name)")
      for rule in fix.rules where !rules.contains(rule) { Issue.record("\(fix.name): \(rule)") }
    }
  }

  @Test func `names are unique`() {
    let names =
      CodeActionCatalog.quickFixes.map(\.name) + CodeActionCatalog.refactorings.map(\.name)
    #expect(Set(names).count == names.count)
  }
}

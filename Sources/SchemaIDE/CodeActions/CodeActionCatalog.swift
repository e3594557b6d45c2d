/// All code actions, in the order in which users see them.
package enum CodeActionCatalog {
  /// The ways to mend what is wrong.
  package static let quickFixes: [QuickFix] = [
    .ignoreByComment
  ]

  /// The other ways to write what is right.
  package static let refactorings: [Refactoring] = []

  /// For each rule the fixes, as indexes into ``quickFixes``, ascending.
  static let fixesOfRule: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for (index, fix) in quickFixes.enumerated() {
      for rule in fix.rules { table[rule, default: []].append(index) }
    }
    return table
  }()
}

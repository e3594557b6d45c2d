import Diagnostics
import SchemaParser

extension Analysis {
  /// What can be done at a place: fixes of what is wrong there, other ways to write it, and, only when
  /// they are asked for, what concerns the whole file. In the order in which users see them.
  ///
  /// - Parameters:
  ///   - range: UTF-8 bytes from the start of the file.
  ///   - kinds: the kinds that are wanted, as the protocol spells them; nil for all.
  ///   - isWanted: which of the diagnostics there shall be mended.
  package func codeActions(
    in range: TextRange, inFile file: Int, only kinds: [String]? = nil,
    mending isWanted: (Diagnostic) -> Bool = { _ in true }
  ) -> [CodeAction] {
    func isAsked(_ kind: CodeAction.Kind) -> Bool {
      kinds.map { $0.contains(where: kind.isKind(of:)) } ?? true
    }
    var actions: [CodeAction] = []
    if isAsked(.quickFix) {
      let found = diagnostics(touching: range, inFile: file).filter(isWanted)
      actions += quickFixes(of: found, inFile: file)
    }
    let refactorings = CodeActionCatalog.refactorings.filter { isAsked($0.kind) }
    if !refactorings.isEmpty,
      let context = RefactoringContext(range, inFile: file, of: self)
    {
      for refactoring in refactorings { actions += refactoring.actions(context) }
    }
    if let kinds, !kinds.contains(""), isAsked(.fixAll), found.indices.contains(file),
      let action = fixAll(inFile: file, mending: found[file].diagnostics.filter(isWanted))
    {
      actions.append(action)
    }
    return actions
  }

  /// The fixes of some diagnostics of a file, in the order of the catalog.
  private func quickFixes(of diagnostics: [Diagnostic], inFile file: Int) -> [CodeAction] {
    var found: [(fix: Int, diagnostic: Int)] = []
    for (index, diagnostic) in diagnostics.enumerated() {
      for fix in CodeActionCatalog.fixesOfRule[diagnostic.id] ?? [] { found.append((fix, index)) }
    }
    found.sort { $0 < $1 }
    var actions: [CodeAction] = []
    for (fix, index) in found {
      guard let context = QuickFixContext(diagnostics[index], inFile: file, of: self) else {
        continue
      }
      for action in CodeActionCatalog.quickFixes[fix].actions(context) {
        if let same = actions.firstIndex(where: { $0.isSame(as: action) }) {
          actions[same].diagnostics += action.diagnostics
        } else {
          actions.append(action)
        }
      }
    }
    return actions
  }
}

extension CodeAction {
  /// Whether both do the same. Edits are made only if the titles don't tell already.
  fileprivate func isSame(as other: CodeAction) -> Bool {
    title == other.title && edit() == other.edit()
  }
}

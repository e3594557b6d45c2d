import Diagnostics
import SchemaParser

extension Analysis {
  /// What can be done at a place: fixes of what is wrong there, other ways to write it, and, only when
  /// they are asked for, what concerns the whole file. In the order in which users see them.
  ///
  /// - Parameters:
  ///   - range: UTF-8 bytes from the start of the file.
  ///   - kinds: the kinds that are wanted, as the protocol spells them; nil for all.
  ///   - project: what is around the schema.
  ///   - isShown: which diagnostics the user sees, and so may want to be rid of.
  ///   - isAskedFor: which of those there shall be mended, when the whole file is not meant.
  public func codeActions(
    in range: TextRange, inFile file: Int, only kinds: [String]? = nil,
    project: ProjectFacts = ProjectFacts(),
    showing isShown: @escaping @Sendable (Diagnostic) -> Bool = { _ in true },
    mending isAskedFor: (Diagnostic) -> Bool = { _ in true }
  ) -> [CodeAction] {
    func isAsked(_ kind: CodeAction.Kind) -> Bool {
      kinds.map { $0.contains(where: kind.isKind(of:)) } ?? true
    }
    var actions: [CodeAction] = []
    if isAsked(.quickFix) {
      let found = diagnostics(touching: range, inFile: file).filter {
        isShown($0) && isAskedFor($0)
      }
      actions += quickFixes(of: found, inFile: file, project)
    }
    let refactorings = CodeActionCatalog.refactorings.filter { isAsked($0.kind) }
    if !refactorings.isEmpty,
      let context = RefactoringContext(range, inFile: file, of: self, project)
    {
      for refactoring in refactorings { actions += refactoring.actions(context) }
    }
    // Editors ask for everything when the cursor moves, and nobody wants this one then.
    if let kinds, !kinds.contains(""), isAsked(.fixAll),
      let action = fixAll(inFile: file, project, showing: isShown)
    {
      actions.append(action)
    }
    return actions
  }

  /// The fixes of some diagnostics of a file, in the order of the catalog.
  private func quickFixes(
    of diagnostics: [Diagnostic], inFile file: Int, _ project: ProjectFacts
  ) -> [CodeAction] {
    var found: [(fix: Int, diagnostic: Int)] = []
    for (index, diagnostic) in diagnostics.enumerated() {
      for fix in CodeActionCatalog.fixesOfRule[diagnostic.id] ?? [] { found.append((fix, index)) }
    }
    found.sort { $0 < $1 }
    var actions = DistinctActions()
    var hasPreferred: Set<Int> = []
    for (fix, index) in found {
      guard let context = QuickFixContext(diagnostics[index], inFile: file, of: self, project)
      else {
        continue
      }
      for var action in CodeActionCatalog.quickFixes[fix].actions(context) {
        // Of several that are obvious the first one.
        if action.isPreferred, !hasPreferred.insert(index).inserted { action.isPreferred = false }
        actions.add(action)
      }
    }
    return actions.all
  }
}

/// Actions of which no two do the same: what mends several diagnostics is offered once.
///
/// Whoever selects a whole file asks for the fixes of a thousand diagnostics, and those of one rule have
/// one title. So actions are looked up by what they do, and not compared with each other.
private struct DistinctActions {
  /// In the order in which they came.
  private(set) var all: [CodeAction] = []
  /// The actions of each title.
  private var namesakes: [String: Namesakes] = [:]

  /// Actions with one title.
  private struct Namesakes {
    /// The place of the first in ``all``.
    let first: Int
    /// The places by what is done; empty as long as there is only the first: a title mostly tells enough,
    /// and to make an edit takes longer than all else.
    var places: [SchemaEdit: Int] = [:]
  }

  /// Adds an action, or its diagnostics to the one that does the same.
  mutating func add(_ action: CodeAction) {
    guard let first = namesakes[action.title]?.first else {
      namesakes[action.title] = Namesakes(first: all.count)
      all.append(action)
      return
    }
    if namesakes[action.title]?.places.isEmpty == true {
      namesakes[action.title]?.places[all[first].edit()] = first
    }
    let edit = action.edit()
    if let same = namesakes[action.title]?.places[edit] {
      all[same].diagnostics += action.diagnostics
      // What is obvious for one of them is obvious.
      all[same].isPreferred = all[same].isPreferred || action.isPreferred
    } else {
      namesakes[action.title]?.places[edit] = all.count
      all.append(action)
    }
  }
}

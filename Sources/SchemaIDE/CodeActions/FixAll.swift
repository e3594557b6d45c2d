import Diagnostics
import SchemaModel
import SchemaParser

extension Analysis {
  /// How often fixes are made anew of what earlier ones left.
  private static let roundLimit = 10

  /// The action that makes all preferred fixes of a file, nil when there is none.
  ///
  /// - Parameter isShown: which diagnostics shall be mended.
  func fixAll(
    inFile file: Int, showing isShown: @escaping @Sendable (Diagnostic) -> Bool
  ) -> CodeAction? {
    guard found.indices.contains(file),
      found[file].diagnostics.contains(where: {
        isShown($0) && preferredFix(of: $0, inFile: file) != nil
      })
    else { return nil }
    return CodeAction("Fix all that has an obvious fix", kind: .fixAll) {
      fixedEdit(inFile: file, showing: isShown)
    }
  }

  /// The first preferred fix of a diagnostic.
  private func preferredFix(of diagnostic: Diagnostic, inFile file: Int) -> CodeAction? {
    guard let fixes = CodeActionCatalog.fixesOfRule[diagnostic.id],
      let context = QuickFixContext(diagnostic, inFile: file, of: self)
    else { return nil }
    for fix in fixes {
      let action = CodeActionCatalog.quickFixes[fix].actions(context).first(where: \.isPreferred)
      if let action { return action }
    }
    return nil
  }

  /// Makes the preferred fixes round by round, since one can bring to light what another mends, until
  /// nothing is left.
  private func fixedEdit(
    inFile file: Int, showing isShown: (Diagnostic) -> Bool
  ) -> SchemaEdit {
    var current = self
    var newFiles: [SchemaEdit.NewFile] = []
    for _ in 0..<Self.roundLimit {
      let round = current.preferredFixes(inFile: file, showing: isShown)
      if round.isEmpty { break }
      for created in round.newFiles where !newFiles.contains(where: { $0.path == created.path }) {
        newFiles.append(created)
      }
      if round.replacements.isEmpty { break }
      current = current.applying(round)
    }
    var edit = SchemaEdit()
    edit.newFiles = newFiles
    for index in files.indices where !current.files[index].tree.isCopy(of: files[index].tree) {
      let changes = LineDiff.edits(
        from: files[index].tree.bytes, to: current.files[index].tree.bytes)
      for change in changes {
        edit.replace(
          FileRange(file: index, range: change.range),
          with: String(decoding: change.replacement, as: UTF8.self))
      }
    }
    return edit
  }

  /// The preferred fixes of one round: those that touch nothing that another one touches. As long as
  /// something can't be read, only that is mended: what is found besides may come from it.
  private func preferredFixes(
    inFile file: Int, showing isShown: (Diagnostic) -> Bool
  ) -> SchemaEdit {
    var round = SchemaEdit()
    var taken: [Int: [TextRange]] = [:]
    guard found.indices.contains(file) else { return round }
    let shown = found[file].diagnostics.filter(isShown)
    let unreadable = shown.filter { if case .syntax = $0.subject { true } else { false } }
    let isBlocked = unreadable.contains { preferredFix(of: $0, inFile: file) != nil }
    for diagnostic in isBlocked ? unreadable : shown {
      guard let edit = preferredFix(of: diagnostic, inFile: file)?.edit() else { continue }
      let touched = edit.changedFiles.flatMap { file in
        edit.edits(ofFile: file).map { (file, $0.range) }
      }
      let isFree = touched.allSatisfy { file, range in
        !(taken[file] ?? []).contains { $0.start <= range.end && range.start <= $0.end }
      }
      guard isFree else { continue }
      for (file, range) in touched { taken[file, default: []].append(range) }
      round.merge(edit)
    }
    return round
  }
}

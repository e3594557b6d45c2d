import Diagnostics
import SchemaModel
import SchemaParser

extension Analysis {
  /// How often fixes are made anew of what earlier ones left.
  private static let roundLimit = 10

  /// The action that makes all preferred fixes of a file, nil when there is none.
  ///
  /// - Parameters:
  ///   - project: what is around the schema.
  ///   - isShown: which diagnostics shall be mended.
  func fixAll(
    inFile file: Int, _ project: ProjectFacts,
    showing isShown: @escaping @Sendable (Diagnostic) -> Bool
  ) -> CodeAction? {
    let isUseful = mendable(inFile: file, project, showing: isShown).contains {
      preferredFix(of: $0, inFile: file, project) != nil
    }
    guard isUseful else { return nil }
    return CodeAction("Fix all that has an obvious fix", kind: .fixAll) {
      fixedEdit(inFile: file, project, showing: isShown)
    }
  }

  /// The first preferred fix of a diagnostic that can be made now.
  private func preferredFix(
    of diagnostic: Diagnostic, inFile file: Int, _ project: ProjectFacts
  ) -> CodeAction? {
    guard let fixes = CodeActionCatalog.fixesOfRule[diagnostic.id],
      let context = QuickFixContext(diagnostic, inFile: file, of: self, project)
    else { return nil }
    for fix in fixes.lazy.map({ CodeActionCatalog.quickFixes[$0] }) {
      // A file is made only by who chooses that.
      let action = fix.actions(context).first { $0.isPreferred && !$0.createsFiles }
      guard let action else { continue }
      return fix.waitsForOthers && hasOtherErrors(around: context) ? nil : action
    }
    return nil
  }

  /// Whether a model of the relation that a diagnostic is about has a field that is not read as it is meant:
  /// what seems to be missing may be that, misspelt or in a line that can't be read.
  func hasOtherErrors(around context: QuickFixContext) -> Bool {
    let models = [context.cursor.declaration, context.relationField?.related.id].compactMap(\.self)
    return models.contains { id in
      guard let place = schema.place(of: id), let block = schema.block(of: id),
        found.indices.contains(place.file)
      else { return false }
      let all = found[place.file].diagnostics
      var (low, high) = (0, all.count)
      while low < high {
        let middle = (low + high) / 2
        if all[middle].range.start < place.offset { low = middle + 1 } else { high = middle }
      }
      let own = all[low...].prefix { $0.range.start < place.offset + block.bytes.count }
      return own.contains { diagnostic in
        if case .syntax = diagnostic.subject { return true }
        return Self.rulesOfHiddenFields.contains(diagnostic.id)
      }
    }
  }

  /// Rules about fields that are there, but not read as what they are meant to be.
  private static let rulesOfHiddenFields: Set<String> = [
    "attribute-unknown", "duplicate-field", "field-missing-type", "identifier-contains-dash",
    "identifier-starts-with-digit", "relation-ambiguous", "relation-ambiguous-self",
    "relation-attribute-on-scalar", "relation-unnamed-self", "relation-wrongly-named",
    "relation-wrongly-named-self", "type-not-found", "type-wrong-case",
  ]

  /// The diagnostics that can be mended now. As long as something can't be read, only that is mended: what
  /// is found besides may come from it.
  private func mendable(
    inFile file: Int, _ project: ProjectFacts, showing isShown: (Diagnostic) -> Bool
  ) -> [Diagnostic] {
    guard found.indices.contains(file) else { return [] }
    let shown = found[file].diagnostics.filter(isShown)
    let unreadable = shown.filter { if case .syntax = $0.subject { true } else { false } }
    if unreadable.contains(where: { preferredFix(of: $0, inFile: file, project) != nil }) {
      return unreadable
    }
    // A type may be declared by a line that can't be read.
    let hidesTypes = found.contains { file in
      file.diagnostics.contains {
        ["syntax-invalid-toplevel-line", "syntax-unknown-block"].contains($0.id)
      }
    }
    return hidesTypes ? shown.filter { $0.id != "type-not-found" } : shown
  }

  /// Makes the preferred fixes round by round, since one can bring to light what another mends, until
  /// nothing is left.
  private func fixedEdit(
    inFile file: Int, _ project: ProjectFacts, showing isShown: (Diagnostic) -> Bool
  ) -> SchemaEdit {
    var current = self
    for _ in 0..<Self.roundLimit {
      let round = current.preferredFixes(inFile: file, project, showing: isShown)
      if round.isEmpty { break }
      current = current.applying(round)
    }
    var edit = SchemaEdit()
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

  /// The preferred fixes of one round: those that touch nothing that another one touches.
  private func preferredFixes(
    inFile file: Int, _ project: ProjectFacts, showing isShown: (Diagnostic) -> Bool
  ) -> SchemaEdit {
    var round = SchemaEdit()
    var taken: [Int: [TextRange]] = [:]
    for diagnostic in mendable(inFile: file, project, showing: isShown) {
      guard let edit = preferredFix(of: diagnostic, inFile: file, project)?.edit() else { continue }
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

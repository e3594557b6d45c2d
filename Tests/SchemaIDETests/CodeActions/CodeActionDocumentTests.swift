import Diagnostics
import TestSupport
import Testing

@testable import SchemaIDE

/// `docs/code-actions.md` lists what the catalog has. With `UPDATE_SNAPSHOTS=1` it is written.
struct CodeActionDocumentTests {
  private static let path = "docs/code-actions.md"

  @Test func `the document lists the catalog`() throws {
    let document = Self.document
    if PackageFiles.updatesSnapshots {
      try PackageFiles.write(document, to: Self.path)
    } else {
      #expect(PackageFiles.text(Self.path) == document)
    }
  }

  private static var document: String {
    let fixes = CodeActionCatalog.quickFixes.map { fix in
      let rules = fix.rules.sorted()
      let named =
        rules.count > 12
        ? "\(rules.count) rules" : rules.map { "[\($0)](rules/\($0).md)" }.joined(separator: " ")
      return "| \(fix.name) | \(named) |"
    }
    let refactorings = CodeActionCatalog.refactorings.map {
      "| \($0.name) | `\($0.kind.rawValue)` |"
    }
    let mended = Set(CodeActionCatalog.quickFixes.flatMap(\.rules)).intersection(
      RuleCatalog.all.filter { $0.severity == .error }.map(\.id))
    let errors = RuleCatalog.all.count { $0.severity == .error }
    return """
      # Code actions

      What an editor offers at a place, in this order. Each is in a file of its own under
      `Sources/SchemaIDE/CodeActions/`, and this page is written from the list there:
      `UPDATE_SNAPSHOTS=1 swift test --filter CodeActionDocument`.

      ## Fixes

      A fix is made for one diagnostic. Afterwards that diagnostic is gone, and there is no new error; where only
      you know what has to stand there, such as the fields of a new model, the place is left open.
      The obvious one of several is preferred: editors do it by one key. \(mended.count) of the \(errors) rules that report errors
      have a fix.

      | what it does | for |
      | --- | --- |
      \(fixes.joined(separator: "\n"))

      ## All at once

      `source.fixAll.prisma-lsp` makes the preferred fixes of a file, again and again until none is left. No
      preferred fix takes away what says something: an attribute that can't stay where it is, a second field
      of one name with another type or a connection in the schema wait for you. And as long as a line or type of
      a model can't be read, no field is added to it. In VS Code, to have that done when a file is saved:

      ```json
      "[prisma]": { "editor.codeActionsOnSave": { "source.fixAll.prisma-lsp": "explicit" } }
      ```

      """
        + (refactorings.isEmpty
          ? ""
          : """

          ## Refactorings

          Other ways to write what is right.

          | what it does | kind |
          | --- | --- |
          \(refactorings.joined(separator: "\n"))

          """)
  }
}

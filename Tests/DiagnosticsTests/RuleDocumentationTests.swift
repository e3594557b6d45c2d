import Diagnostics
import TestSupport
import Testing

/// `docs/rules/` and the pages in the program say what the doc comments of the rules say. With
/// `UPDATE_SNAPSHOTS=1` both are written.
@Suite(.serialized) struct RuleDocumentationTests {
  private static let folder = "docs/rules"
  private static let table = "Sources/Diagnostics/RuleDocumentation+Pages.swift"
  private static let sources = RuleSource.all.sorted { $0.id < $1.id }

  @Test func documentsAreUpToDate() throws {
    for source in Self.sources { try compare(page(of: source), "\(Self.folder)/\(source.id).md") }
    try compare(index(), "\(Self.folder)/README.md")
    let known = Set(Self.sources.map { "\($0.id).md" } + ["README.md"])
    for file in PackageFiles.list(Self.folder, ending: ".md") where !known.contains(file) {
      if PackageFiles.updatesSnapshots {
        try PackageFiles.remove("\(Self.folder)/\(file)")
      } else {
        Issue.record("\(file) describes no rule")
      }
    }
  }

  @Test func pagesInTheProgramAreUpToDate() throws {
    let pages = Self.sources.map { "\n" + page(of: $0) }.joined()
    try compare(
      """
      // swift-format-ignore-file
      // Written by `UPDATE_SNAPSHOTS=1 swift test --filter RuleDocumentation`; change the comments of
      // the rules instead.

      extension RuleDocumentation {
        /// The pages of all rules, sorted by id, each with an empty line before it.
        static let pages = #\"""
      \(pages)
      \"""#
      }

      """, Self.table)
  }

  @Test func findsThePages() {
    // The pages that are being written are not yet those that were compiled.
    guard !PackageFiles.updatesSnapshots else { return }
    for source in Self.sources {
      #expect(RuleDocumentation.page(for: source.id) == page(of: source))
    }
    #expect(RuleDocumentation.page(for: "no-such-rule") == nil)
    #expect(RuleDocumentation.page(for: "") == nil)
  }

  private func compare(_ text: String, _ path: String) throws {
    if PackageFiles.updatesSnapshots {
      if PackageFiles.text(path) != text { try PackageFiles.write(text, to: path) }
    } else {
      #expect(PackageFiles.text(path) == text, "\(path) is not what the comments say")
    }
  }

  private func page(of source: RuleSource) -> String {
    var parts = [
      "# \(source.id)", "**\(severity(of: source))** · \(words(source.group))", source.summary,
    ]
    parts += source.paragraphs.dropFirst()
    for example in source.examples {
      if let version = example.version {
        parts.append("With Prisma \(version.drop { $0 == "v" }):")
      }
      parts.append("```prisma\n\(example.lines.joined(separator: "\n"))\n```")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func index() -> String {
    var groups: [String: [RuleSource]] = [:]
    for source in Self.sources { groups[source.group, default: []].append(source) }
    let sections = groups.sorted { $0.key < $1.key }.map { group, sources in
      let rows = sources.map { source in
        "| [\(source.id)](\(source.id).md) | \(severity(of: source)) | \(source.summary) |"
      }
      return """
        ## \(words(group))

        | rule | severity | |
        | --- | --- | --- |
        \(rows.joined(separator: "\n"))
        """
    }
    return """
      # Rules

      What `prisma-lsp validate` and the editor report, by subject. `prisma-lsp rules ID` prints a page.
      In the examples `~` underlines what is reported; of a finding over several lines it is the part on
      the first. Unless a page says otherwise, they are for Prisma 7.

      Prisma's own tools say nothing about relations, indexes and databases as long as there is an
      error in syntax, names, types, attributes or configuration. Here the parts that it does not
      touch are checked all the same.

      \(sections.joined(separator: "\n\n"))

      """
  }

  private func severity(of source: RuleSource) -> String {
    RuleCatalog.rule(id: source.id)?.severity.rawValue ?? "unlisted"
  }

  /// "ShardKeys" as "Shard keys".
  private func words(_ group: String) -> String {
    var words = ""
    for (index, character) in group.enumerated() {
      let starts = index > 0 && character.isUppercase
      words += starts ? " \(character.lowercased())" : String(character)
    }
    return words == "Mongo d b" ? "MongoDB" : words
  }
}

/// The manual pages of the rules, the same as in `docs/rules/`.
///
/// They are written from the doc comments of the rules by
/// `UPDATE_SNAPSHOTS=1 swift test --filter RuleDocumentation`.
package enum RuleDocumentation {
  /// The page of the rule called `id` in Markdown, nil when there is none. Ends with a line feed.
  package static func page(for id: String) -> String? {
    // Each page begins with its id as the heading, the only one of its level.
    guard let start = pages.utf8.firstRange(of: "\n# \(id)\n".utf8) else { return nil }
    let body = pages.utf8[start.upperBound...]
    let end = body.firstRange(of: "\n# ".utf8)?.lowerBound ?? body.endIndex
    let page = pages[start.upperBound..<end]
    return "# \(id)\n\(page)\(page.hasSuffix("\n") ? "" : "\n")"
  }

  /// The first sentences of all pages: what each rule is about, by id.
  package static let summaries: [String: String] = {
    var summaries: [String: String] = [:]
    for page in pages.utf8.split(separator: "\n\n# ".utf8) {
      // The heading, the severity with the group, and the summary are its first paragraphs.
      let parts = page.split(separator: "\n\n".utf8, maxSplits: 3)
      guard parts.count > 2, let id = String(parts[0]), let summary = String(parts[2]) else {
        continue
      }
      summaries[id.trimmingPrefix("\n# ").description] = summary
    }
    return summaries
  }()
}

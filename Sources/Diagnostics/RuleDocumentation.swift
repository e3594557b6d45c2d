/// The manual pages of the rules, the same as in `docs/rules/`.
///
/// They are written from the doc comments of the rules by
/// `UPDATE_SNAPSHOTS=1 swift test --filter RuleDocumentation`.
public enum RuleDocumentation {
  /// The page of the rule called `id` in Markdown, nil when there is none. Ends with a line feed.
  public static func page(for id: String) -> String? {
    let id = Array(id.utf8)
    return withPages { text, pages in
      guard let page = pages.first(where: { text[$0.heading].elementsEqual(id) }) else {
        return nil
      }
      let body = String(decoding: text[page.body], as: UTF8.self)
      return "# \(String(decoding: id, as: UTF8.self))\n\(body)\(body.hasSuffix("\n") ? "" : "\n")"
    }
  }

  /// The first sentences of all pages: what each rule is about, by id.
  public static let summaries: [String: String] = withPages { text, pages in
    var summaries: [String: String] = [:]
    for page in pages {
      // An empty line, the severity with the group, an empty line, and then the summary.
      let lines = text[page.body].split(
        separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: true)
      guard lines.count > 1 else { continue }
      summaries[String(decoding: text[page.heading], as: UTF8.self)] =
        String(decoding: lines[1], as: UTF8.self)
    }
    return summaries
  }

  /// Where a page stands in the text of all.
  private struct Page {
    /// The id.
    let heading: Range<Int>
    /// What stands behind the line of the heading.
    var body: Range<Int>
  }

  /// Finds the pages. Each begins with its id as the heading, the only one of its level.
  private static func withPages<Result>(
    _ read: (_ text: UnsafeBufferPointer<UInt8>, _ pages: [Page]) -> Result
  ) -> Result {
    var pages = Self.pages
    return pages.withUTF8 { text in
      var found: [Page] = []
      var at = 0
      while at < text.count {
        var end = at
        while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
        if end > at + 2, text[at] == UInt8(ascii: "#"), text[at + 1] == UInt8(ascii: " ") {
          if let last = found.indices.last {
            // Without the empty line before this heading.
            found[last].body =
              found[last].body.lowerBound..<max(found[last].body.lowerBound, at - 1)
          }
          let start = min(end + 1, text.count)
          found.append(Page(heading: (at + 2)..<end, body: start..<text.count))
        }
        at = end + 1
      }
      return read(text, found)
    }
  }
}

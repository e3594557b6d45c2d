/// Where the code of a diagnostic is explained.
package struct CodeDescription: Codable, Hashable, Sendable {
  /// The address of the page.
  package var href: String

  package init(href: String) { self.href = href }
}

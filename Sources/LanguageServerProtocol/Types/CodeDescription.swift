/// Where the code of a diagnostic is explained.
public struct CodeDescription: Codable, Hashable, Sendable {
  /// The address of the page.
  public var href: String

  public init(href: String) { self.href = href }
}

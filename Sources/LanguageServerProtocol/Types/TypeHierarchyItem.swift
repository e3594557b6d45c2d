/// A type among those that it refers to, and that refer to it.
public struct TypeHierarchyItem: Hashable, Sendable {
  /// LSP's `SymbolKind`, as far as types have one.
  public enum Kind: Int, Sendable {
    case `class` = 5
    case `enum` = 10
    case `struct` = 23
  }

  /// As much of an item as is needed to know it again.
  public struct Known: Codable, Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its document.
    public let uri: DocumentURI
  }

  /// Its name.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// More on it.
  public var detail: String?
  /// Its document.
  public var uri: DocumentURI
  /// The whole declaration.
  public var range: PositionRange
  /// The name in that.
  public var selectionRange: PositionRange

  public init(
    name: String, kind: Kind, detail: String?, uri: DocumentURI, range: PositionRange,
    selectionRange: PositionRange
  ) {
    self.name = name
    self.kind = kind
    self.detail = detail
    self.uri = uri
    self.range = range
    self.selectionRange = selectionRange
  }
}

extension TypeHierarchyItem: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("name", name)
    writer.member("kind", kind.rawValue)
    writer.member(ifPresent: "detail", detail)
    writer.member("uri", uri.string)
    writer.member("range", range)
    writer.member("selectionRange", selectionRange)
    writer.closeObject()
  }
}

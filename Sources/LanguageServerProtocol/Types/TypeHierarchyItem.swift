/// A type among those that it refers to, and that refer to it.
package struct TypeHierarchyItem: Hashable, Sendable {
  /// LSP's `SymbolKind`, as far as types have one.
  package enum Kind: Int, Sendable {
    case `class` = 5
    case `enum` = 10
    case `struct` = 23
  }

  /// As much of an item as is needed to know it again.
  package struct Known: Codable, Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Its document.
    package let uri: DocumentURI
  }

  /// Its name.
  package var name: String
  /// What it is.
  package var kind: Kind
  /// More on it.
  package var detail: String?
  /// Its document.
  package var uri: DocumentURI
  /// The whole declaration.
  package var range: PositionRange
  /// The name in that.
  package var selectionRange: PositionRange

  package init(
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
  package func write(to writer: inout JSONWriter) {
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

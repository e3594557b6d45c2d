/// Something that a document declares, with what it holds.
package struct DocumentSymbol: Hashable, Sendable {
  /// Its name.
  package var name: String
  /// What is shown beside the name.
  package var detail: String?
  /// What it is.
  package var kind: SymbolKind
  /// Whether it shall no longer be used.
  package var isDeprecated: Bool
  /// All of it.
  package var range: PositionRange
  /// The name; in ``range``.
  package var selectionRange: PositionRange
  /// What it holds.
  package var children: [DocumentSymbol]

  package init(
    name: String, detail: String?, kind: SymbolKind, isDeprecated: Bool, range: PositionRange,
    selectionRange: PositionRange, children: [DocumentSymbol]
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.isDeprecated = isDeprecated
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }
}

extension DocumentSymbol: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("name", name)
    writer.member(ifPresent: "detail", detail)
    writer.member("kind", kind.rawValue)
    if isDeprecated { writer.member("tags", [1]) }
    writer.member("range", range)
    writer.member("selectionRange", selectionRange)
    if !children.isEmpty { writer.member("children", children) }
    writer.closeObject()
  }
}

/// Something with a name in a document, as outlines show it; what it holds is written behind it.
///
/// Its texts are stretches of the document, which have to stay valid: a large schema has thousands of
/// symbols, and is asked for them after each edit.
public struct DocumentSymbol {
  /// Its name, in UTF-8.
  public var name: UnsafeBufferPointer<UInt8>
  /// What stands beside the name, in UTF-8; nil for nothing, or ``keyword``.
  public var detail: UnsafeBufferPointer<UInt8>?
  /// What stands beside the name when there is no ``detail``: a word that needs no escapes.
  public var keyword: StaticString?
  /// What it is.
  public var kind: SymbolKind
  /// Whether it shall no longer be used.
  public var isDeprecated: Bool
  /// All of it.
  public var range: PositionRange
  /// The name.
  public var selectionRange: PositionRange

  public init(
    name: UnsafeBufferPointer<UInt8>, detail: UnsafeBufferPointer<UInt8>?, keyword: StaticString?,
    kind: SymbolKind, isDeprecated: Bool, range: PositionRange, selectionRange: PositionRange
  ) {
    self.name = name
    self.detail = detail
    self.keyword = keyword
    self.kind = kind
    self.isDeprecated = isDeprecated
    self.range = range
    self.selectionRange = selectionRange
  }

  /// Writes the symbol.
  ///
  /// - Parameter isOpen: whether the object stays open for its children.
  public func write(isOpen: Bool, to writer: inout JSONWriter) {
    let capacity =
      JSONPart.stringLength(name.count) + JSONPart.stringLength(detail?.count ?? 0)
      + 2 * PositionRange.capacity + 128
    writer.packed(capacity) { part in
      part.literal(#"{"name":"#)
      part.string(name)
      if let detail {
        part.literal(#","detail":"#)
        part.string(detail)
      } else if let keyword {
        part.literal(#","detail":""#)
        part.literal(keyword)
        part.literal(#"""#)
      }
      part.literal(#","kind":"#)
      part.number(kind.rawValue)
      if isDeprecated { part.literal(#","tags":[1]"#) }
      part.literal(#","range":"#)
      range.write(to: &part)
      part.literal(#","selectionRange":"#)
      selectionRange.write(to: &part)
      if !isOpen { part.literal("}") }
    }
  }
}

/// A place that is shown because of what stands at another.
public struct DocumentHighlight: Hashable, Sendable {
  /// How it uses what stands there.
  public enum Kind: Int, Sendable {
    case text = 1
    case read = 2
    case write = 3
  }

  /// The place.
  public var range: PositionRange
  /// How it uses what stands there.
  public var kind: Kind

  public init(range: PositionRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

extension DocumentHighlight: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.packed(PositionRange.capacity + JSONPart.numberLength + 32) { part in
      part.literal(#"{"range":"#)
      range.write(to: &part)
      part.literal(#","kind":"#)
      part.number(kind.rawValue)
      part.literal("}")
    }
  }
}

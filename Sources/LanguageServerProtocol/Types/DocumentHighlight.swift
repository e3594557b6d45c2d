/// A place that is shown because of what stands at another.
package struct DocumentHighlight: Hashable, Sendable {
  /// How it uses what stands there.
  package enum Kind: Int, Sendable {
    case text = 1
    case read = 2
    case write = 3
  }

  /// The place.
  package var range: PositionRange
  /// How it uses what stands there.
  package var kind: Kind

  package init(range: PositionRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

extension DocumentHighlight: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.packed(PositionRange.capacity + JSONPart.numberLength + 32) { part in
      part.literal(#"{"range":"#)
      range.write(to: &part)
      part.literal(#","kind":"#)
      part.number(kind.rawValue)
      part.literal("}")
    }
  }
}

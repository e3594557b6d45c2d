/// A stretch of a document that leads somewhere.
package struct DocumentLink: Hashable, Sendable {
  /// The stretch.
  package var range: PositionRange
  /// Where it leads to.
  package var target: String
  /// What is there, nil when that is plain.
  package var tooltip: String?

  package init(range: PositionRange, target: String, tooltip: String? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
  }
}

extension DocumentLink: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("range", range)
    writer.member("target", target)
    writer.member(ifPresent: "tooltip", tooltip)
    writer.closeObject()
  }
}

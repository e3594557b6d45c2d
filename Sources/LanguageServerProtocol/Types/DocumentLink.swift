/// A stretch of a document that leads somewhere.
public struct DocumentLink: Hashable, Sendable {
  /// The stretch.
  public var range: PositionRange
  /// Where it leads to.
  public var target: String
  /// What is there, nil when that is plain.
  public var tooltip: String?

  public init(range: PositionRange, target: String, tooltip: String? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
  }
}

extension DocumentLink: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("range", range)
    writer.member("target", target)
    writer.member(ifPresent: "tooltip", tooltip)
    writer.closeObject()
  }
}

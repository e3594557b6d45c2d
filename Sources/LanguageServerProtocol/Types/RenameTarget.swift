/// What can be renamed.
public struct RenameTarget: Hashable, Sendable {
  /// Its name's place.
  public var range: PositionRange
  /// Its name, from which the user starts.
  public var placeholder: String

  public init(range: PositionRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }
}

extension RenameTarget: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("range", range)
    writer.member("placeholder", placeholder)
    writer.closeObject()
  }
}

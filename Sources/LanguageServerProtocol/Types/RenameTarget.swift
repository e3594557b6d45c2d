/// What can be renamed.
package struct RenameTarget: Hashable, Sendable {
  /// Its name's place.
  package var range: PositionRange
  /// Its name, from which the user starts.
  package var placeholder: String

  package init(range: PositionRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }
}

extension RenameTarget: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("range", range)
    writer.member("placeholder", placeholder)
    writer.closeObject()
  }
}

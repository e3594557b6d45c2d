/// A way from one place to another.
package struct LocationLink: Hashable, Sendable {
  /// The word that leads there.
  package var origin: PositionRange
  /// The document that it leads to.
  package var uri: DocumentURI
  /// What is shown of it.
  package var range: PositionRange
  /// The name in that.
  package var selectionRange: PositionRange

  package init(
    origin: PositionRange, uri: DocumentURI, range: PositionRange, selectionRange: PositionRange
  ) {
    self.origin = origin
    self.uri = uri
    self.range = range
    self.selectionRange = selectionRange
  }
}

extension LocationLink: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("originSelectionRange", origin)
    writer.member("targetUri", uri.string)
    writer.member("targetRange", range)
    writer.member("targetSelectionRange", selectionRange)
    writer.closeObject()
  }
}

/// Where something leads: links for clients that take them, else plain places, null for nothing.
package enum NavigationAnswer: Hashable, Sendable {
  case links([LocationLink])
  case locations([Location])
  case nothing
}

extension NavigationAnswer: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .links(let links): links.write(to: &writer)
    case .locations(let locations): locations.write(to: &writer)
    case .nothing: writer.null()
    }
  }
}

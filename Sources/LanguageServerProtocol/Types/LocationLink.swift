/// A way from one place to another.
public struct LocationLink: Hashable, Sendable {
  /// The word that leads there.
  public var origin: PositionRange
  /// The document that it leads to.
  public var uri: DocumentURI
  /// What is shown of it.
  public var range: PositionRange
  /// The name in that.
  public var selectionRange: PositionRange

  public init(
    origin: PositionRange, uri: DocumentURI, range: PositionRange, selectionRange: PositionRange
  ) {
    self.origin = origin
    self.uri = uri
    self.range = range
    self.selectionRange = selectionRange
  }
}

extension LocationLink: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("originSelectionRange", origin)
    writer.member("targetUri", uri.string)
    writer.member("targetRange", range)
    writer.member("targetSelectionRange", selectionRange)
    writer.closeObject()
  }
}

/// Where something leads: links for clients that take them, else plain places, null for nothing.
public enum NavigationAnswer: Hashable, Sendable {
  case links([LocationLink])
  case locations([Location])
  case nothing
}

extension NavigationAnswer: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .links(let links): links.write(to: &writer)
    case .locations(let locations): locations.write(to: &writer)
    case .nothing: writer.null()
    }
  }
}

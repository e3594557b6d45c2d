/// Another place that has to do with a diagnostic.
public struct DiagnosticRelatedInformation: Codable, Hashable, Sendable {
  /// The place.
  public var location: Location
  /// What it has to do with it.
  public var message: String

  public init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}

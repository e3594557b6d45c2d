/// Another place that has to do with a diagnostic.
package struct DiagnosticRelatedInformation: Codable, Hashable, Sendable {
  /// The place.
  package var location: Location
  /// What it has to do with it.
  package var message: String

  package init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}

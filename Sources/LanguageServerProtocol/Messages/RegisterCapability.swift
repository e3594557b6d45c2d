/// Asks the client to turn capabilities on.
package struct RegistrationParams: MessageParams, Codable {
  package static let method = "client/registerCapability"

  /// The capabilities.
  package var registrations: [Registration]

  package init(registrations: [Registration]) { self.registrations = registrations }
}

extension RegistrationParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("registrations", registrations)
    writer.closeObject()
  }
}

/// Asks the client to turn capabilities on.
public struct RegistrationParams: MessageParams, Codable {
  public static let method = "client/registerCapability"

  /// The capabilities.
  public var registrations: [Registration]

  public init(registrations: [Registration]) { self.registrations = registrations }
}

extension RegistrationParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("registrations", registrations)
    writer.closeObject()
  }
}

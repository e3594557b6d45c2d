/// The name that ties a response to its request.
public enum RequestID: Codable, Hashable, Sendable {
  case integer(Int)
  case string(String)
  /// Stands in an error response to something whose id could not be read.
  case null

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }
}

extension RequestID: CustomStringConvertible {
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .string(let value): value
    case .null: "null"
    }
  }
}

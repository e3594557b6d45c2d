import FoundationEssentials

/// What arrives from the client.
public enum ClientMessage: Sendable {
  /// To be answered.
  case request(RequestID, method: String, ClientRequest)
  /// Not to be answered.
  case notification(method: String, ClientNotification)
  /// An answer to a request of the server.
  case response(RequestID, Result<JSONValue, ResponseError>)
  /// A request with an unknown method or wrong parameters, to be answered by the error unless the
  /// server's state forbids requests altogether.
  case refusedRequest(RequestID, method: String, ResponseError)
  /// A notification with an unknown method or wrong parameters: nobody can be told.
  case refusedNotification(method: String, ResponseError)
  /// No message at all, to be answered by the error. The id is ``RequestID/null`` where it could not
  /// be read.
  case invalid(RequestID, ResponseError)

  /// Reads one message. Never fails: what can't be read becomes ``invalid(_:_:)`` or one of the
  /// refused ones, with the codes of JSON-RPC.
  public static func decoded(from body: Data) -> ClientMessage {
    ScannedMessages.decoded(from: body) ?? decodedInFull(from: body)
  }

  /// Reads one message of any kind.
  static func decodedInFull(from body: Data) -> ClientMessage {
    let message: ClientMessage
    do {
      message = try JSONDecoder().decode(Envelope.self, from: body).message
    } catch {
      return notJSON
    }
    switch message {
    case .request, .notification, .response: return message
    case .refusedRequest, .refusedNotification, .invalid:
      // The decoder looks into a string only when it is asked for, so the fault may lie deeper.
      return String(validating: body, as: UTF8.self) == nil ? notJSON : message
    }
  }

  private static var notJSON: ClientMessage {
    .invalid(.null, ResponseError(.parseError, "the message is not valid JSON"))
  }
}

/// Decodes the message in one pass: the method says what the parameters are.
private struct Envelope: Decodable {
  let message: ClientMessage

  enum CodingKeys: String, CodingKey { case jsonrpc, id, method, params, result, error }

  init(from decoder: any Decoder) throws {
    // By now the text is known to be JSON (but for escapes), so whatever fails is the fault of its shape.
    guard let members = try? decoder.container(keyedBy: CodingKeys.self) else {
      let isBatch = (try? decoder.unkeyedContainer()) != nil
      message = .invalid(
        .null,
        ResponseError(
          .invalidRequest,
          isBatch ? "batches are not supported" : "a message has to be a JSON object"))
      return
    }
    message = try Self.message(in: members)
  }

  /// Throws when a string holds an escape that JSON does not have.
  private static func message(
    in members: KeyedDecodingContainer<CodingKeys>
  ) throws -> ClientMessage {
    var id: RequestID?
    if members.contains(.id) {
      do {
        id = try members.decode(RequestID.self, forKey: .id)
      } catch {
        return .invalid(
          .null, ResponseError(.invalidRequest, "an id has to be an integer or a string"))
      }
    }
    guard (try? members.decode(String.self, forKey: .jsonrpc)) == "2.0" else {
      return .invalid(id ?? .null, ResponseError(.invalidRequest, "`jsonrpc` has to be \"2.0\""))
    }
    guard members.contains(.method) else { return response(to: id, in: members) }
    let method: String
    do {
      method = try members.decode(String.self, forKey: .method)
    } catch is DecodingError {
      return .invalid(id ?? .null, ResponseError(.invalidRequest, "`method` has to be a string"))
    }
    let params = ParamsDecoder(members: members)
    if let id {
      do {
        guard let request = try ClientRequest(method: method, params: params) else {
          return .refusedRequest(id, method: method, unknown(method))
        }
        return .request(id, method: method, request)
      } catch {
        return .refusedRequest(id, method: method, invalidParams(of: method, error))
      }
    }
    do {
      guard let notification = try ClientNotification(method: method, params: params) else {
        return .refusedNotification(method: method, unknown(method))
      }
      return .notification(method: method, notification)
    } catch {
      return .refusedNotification(method: method, invalidParams(of: method, error))
    }
  }

  private static func response(
    to id: RequestID?, in members: KeyedDecodingContainer<CodingKeys>
  ) -> ClientMessage {
    guard let id, members.contains(.result) || members.contains(.error) else {
      return .invalid(
        id ?? .null, ResponseError(.invalidRequest, "a message needs a method or a result"))
    }
    if let error = try? members.decodeIfPresent(ResponseError.self, forKey: .error) {
      return .response(id, .failure(error))
    }
    if members.contains(.result), let result = try? members.decode(JSONValue.self, forKey: .result)
    {
      return .response(id, .success(result))
    }
    return .response(id, .failure(ResponseError(.internalError, "the response can't be read")))
  }

  private static func unknown(_ method: String) -> ResponseError {
    ResponseError(.methodNotFound, "unknown method `\(method.prefix(80))`")
  }

  private static func invalidParams(of method: String, _ error: any Error) -> ResponseError {
    var message = "the parameters of `\(method)` can't be read"
    if let error = error as? DecodingError, let place = error.place {
      message += ", see `\(place)`"
    }
    return ResponseError(.invalidParams, message)
  }
}

/// The parameters of a message that is being decoded.
public struct ParamsDecoder {
  fileprivate let members: KeyedDecodingContainer<Envelope.CodingKeys>

  /// The parameters as a value of `type`.
  func callAsFunction<Params: Decodable>(_ type: Params.Type) throws -> Params {
    try members.decode(Params.self, forKey: .params)
  }
}

extension DecodingError {
  /// The path to the member at fault, such as `params.textDocument.uri`; nil for the message itself.
  fileprivate var place: String? {
    let path: [any CodingKey] =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    return path.isEmpty ? nil : path.map(\.stringValue).joined(separator: ".")
  }
}

/// What goes to the client: makes the bodies of messages.
public enum ServerMessage {
  /// The answer to a request.
  public static func response(to id: RequestID, result: some JSONWritable) -> [UInt8] {
    object { writer in
      writer.member("id", id)
      writer.member("result", result)
    }
  }

  /// The answer to a request that has no result.
  public static func response(to id: RequestID, error: ResponseError) -> [UInt8] {
    object { writer in
      writer.member("id", id)
      writer.member("error", error)
    }
  }

  /// A notification.
  public static func notification<Params: MessageParams & JSONWritable>(_ params: Params)
    -> [UInt8]
  {
    object { writer in
      writer.member("method", Params.method)
      writer.member("params", params)
    }
  }

  /// A request of the server.
  public static func request<Params: MessageParams & JSONWritable>(
    _ id: RequestID, _ params: Params
  ) -> [UInt8] {
    object { writer in
      writer.member("id", id)
      writer.member("method", Params.method)
      writer.member("params", params)
    }
  }

  /// A request of the server without parameters.
  public static func request(_ id: RequestID, method: String) -> [UInt8] {
    object { writer in
      writer.member("id", id)
      writer.member("method", method)
    }
  }

  private static func object(_ fill: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.openObject()
    writer.member("jsonrpc", "2.0")
    fill(&writer)
    writer.closeObject()
    return writer.bytes
  }
}

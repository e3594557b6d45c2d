import CPgQuery

/// PostgreSQL's own parser.
///
/// It keeps its state for each thread by itself and can be used on several at once. What it gives is
/// copied and freed here.
enum PostgreSQLParser {
  /// Why a text can't be parsed.
  struct Failure: Error {
    /// What the parser says.
    let message: String
    /// Where, in bytes from the start of the text.
    let offset: Int
  }

  /// The version of PostgreSQL that it comes from.
  static let version = 15

  /// How deep parts of a statement can be nested. The library walks them recursively, on a stack of a
  /// few hundred kilobytes at worst.
  static let depthLimit = 1000

  /// The tree of one statement.
  ///
  /// - Parameter text: without zero bytes, which end it.
  static func statement(_ text: ArraySlice<UInt8>) throws(Failure) -> ParseTree {
    let terminated = text.map { CChar(bitPattern: $0) } + [0]
    let result = pg_query_parse(terminated)
    defer { pg_query_free_parse_result(result) }
    if let error = result.error?.pointee {
      let message = error.message.map { String(cString: $0) } ?? "it is no SQL"
      throw Failure(message: message, offset: max(0, Int(error.cursorpos) - 1))
    }
    guard let json = result.parse_tree else { throw Failure(message: "no answer", offset: 0) }
    let length = json.withMemoryRebound(to: UInt8.self, capacity: 1) { pointer in
      var length = 0
      while pointer[length] != 0 { length += 1 }
      return length
    }
    return json.withMemoryRebound(to: UInt8.self, capacity: length) { pointer in
      ParseTree(
        json: Array(UnsafeBufferPointer(start: pointer, count: length)), source: Array(text))
    }
  }
}

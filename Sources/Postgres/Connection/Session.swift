import CLibpq

/// A connection of libpq, which is closed when nobody has it any more. Used by one thread at a time.
final class Session {
  let libpq: Libpq
  let handle: Libpq.Connection
  private let mailbox = Mailbox()

  /// Begins to connect. Blocks while the host's name is looked up, and for nothing else.
  init(_ url: ConnectionURL, _ libpq: Libpq) throws(PostgresError) {
    self.libpq = libpq
    let parameters = url.libpqParameters.sorted { $0.key < $1.key }
    let handle = Self.withTexts(parameters.map(\.key) + [nil]) { keys in
      Self.withTexts(parameters.map(\.value) + [nil]) { values in
        libpq.connectStartParams(keys, values, 0)
      }
    }
    guard let handle else {
      throw PostgresError(.unreachable, "there is no memory left to make a connection")
    }
    self.handle = handle
    // The texts of refused connections then have their SQLSTATE.
    _ = libpq.setErrorVerbosity(handle, PQERRORS_VERBOSE)
    _ = libpq.setNoticeReceiver(
      handle,
      { mailbox, result in
        guard let mailbox, let libpq = try? Libpq.load() else { return }
        // The mailbox lives as long as the session, and the session as long as libpq calls this.
        Unmanaged<Mailbox>.fromOpaque(mailbox).takeUnretainedValue()
          .add(ServerMessage(result, libpq, in: ""))
      }, Unmanaged.passUnretained(mailbox).toOpaque())
  }

  deinit { libpq.finish(handle) }

  /// What libpq says went wrong last.
  var errorText: String { libpq.errorMessage(handle).map { String(cString: $0) } ?? "" }

  /// Whether nothing can be sent any more.
  var isBroken: Bool { libpq.status(handle) == CONNECTION_BAD }

  /// Whether the server takes each byte for a character, also in the places that it tells.
  var countsBytes: Bool {
    libpq.parameterStatus(handle, "server_encoding").map { String(cString: $0) } == "SQL_ASCII"
  }

  /// The notices since the last call.
  func takeNotices() -> [ServerMessage] {
    defer { mailbox.notices = [] }
    return mailbox.notices
  }

  /// Sends one message: a script, or a single statement with parameters. What does not fit into the
  /// socket at once is left to `flush`.
  func send(_ sql: String, _ parameters: [String?]?) -> Bool {
    guard let parameters else { return libpq.sendQuery(handle, sql) == 1 }
    return Self.withTexts(parameters) { values in
      libpq.sendQueryParams(handle, sql, CInt(parameters.count), nil, values, nil, nil, 0) == 1
    }
  }

  /// Calls `body` with an array of C strings, in which nil stays nil.
  private static func withTexts<Value>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
  ) -> Value {
    var bytes: [CChar] = []
    let starts = texts.map { text -> Int? in
      guard let text else { return nil }
      defer {
        bytes += text.utf8.map { CChar(bitPattern: $0) }
        bytes.append(0)
      }
      return bytes.count
    }
    return bytes.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { start in start.flatMap { buffer.baseAddress?.advanced(by: $0) } }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }

  /// Where notices are put until somebody asks for them.
  private final class Mailbox {
    var notices: [ServerMessage] = []

    func add(_ notice: ServerMessage) {
      if notices.count < 1000 { notices.append(notice) }
    }
  }
}

extension ResultTable {
  /// Copies a result of libpq.
  init(_ result: Libpq.Result, _ libpq: Libpq) {
    let columns = libpq.columnCount(result)
    rows = (0..<max(libpq.rowCount(result), 0)).map { row in
      (0..<max(columns, 0)).map { column in
        guard libpq.isNull(result, row, column) == 0, let value = libpq.value(result, row, column)
        else { return nil }
        let count = Int(libpq.length(result, row, column))
        return value.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
          String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        }
      }
    }
    affectedRows = libpq.affectedRows(result).flatMap { Int(String(cString: $0)) }
  }
}

extension ServerMessage {
  /// The parts of an error or notice.
  ///
  /// - Parameters:
  ///   - sql: the text that was sent, in which places are told.
  ///   - countsBytes: whether places are counted in bytes, not in characters.
  init(_ result: Libpq.Result?, _ libpq: Libpq, in sql: String, countsBytes: Bool = false) {
    func field(_ code: Unicode.Scalar) -> String? {
      libpq.resultErrorField(result, CInt(code.value)).map { String(cString: $0) }
    }
    self.init(
      severity: field("V") ?? field("S") ?? "ERROR", sqlState: field("C") ?? "",
      text: field("M") ?? "the server gives no reason")
    detail = field("D")
    hint = field("H")
    schema = field("s")
    table = field("t")
    column = field("c")
    constraint = field("n")
    // The server counts from 1.
    if let place = field("P").flatMap({ Int($0) }), place > 0 {
      offset =
        countsBytes
        ? min(place - 1, sql.utf8.count)
        : sql.unicodeScalars.prefix(place - 1).reduce(0) { $0 + UTF8.width($1) }
    }
  }
}

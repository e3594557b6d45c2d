extension ConnectionURL {
  /// Understands a connection string.
  ///
  /// Throws `invalidURL` (P1013), with words that quote no part which may hold a password.
  public init(_ text: String) throws(PostgresError) {
    let parts = try Parts(text)
    let parameters = try Parameters(parts.query)
    let authority = try Authority(parts.authority)
    host = try parameters.host ?? authority.host
    port = authority.port
    user = authority.user
    password = authority.password
    let path = try Self.decoded(parts.path, of: "the database's name")
    database = path.isEmpty ? "postgres" : path
    schema = parameters.schema ?? "public"
    hasSchema = parameters.schema != nil
    tls = parameters.values["sslmode"].flatMap { TLSMode(rawValue: $0) } ?? .prefer
    checksCertificate = parameters.values["sslaccept"] == "strict"
    authorityFile = parameters.values["sslcert"]
    let connectSeconds = try parameters.seconds("connect_timeout") ?? 5
    connectTimeout = connectSeconds == 0 ? nil : .seconds(connectSeconds)
    let querySeconds = try parameters.seconds("socket_timeout") ?? 0
    queryTimeout = querySeconds == 0 ? nil : .seconds(querySeconds)
    passedOn = parameters.values.filter {
      Parameters.passedOn.contains($0.key) && !$0.value.isEmpty
    }
    unknownParameters = parameters.unknown
  }

  static func invalid(_ message: String, help: String? = nil) -> PostgresError {
    PostgresError(
      .invalidURL, message,
      help: help
        ?? "it looks like `postgresql://user:password@host:5432/database?schema=public`; characters "
        + "such as `@`, `#`, `/`, `?` and `%` in user and password must be percent-encoded")
  }

  /// Replaces `%20` and the like.
  static func decoded(_ text: Substring, of what: String) throws(PostgresError) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else {
        throw invalid("a `%` in \(what) of the connection string is not followed by two digits")
      }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0), let result = String(validating: bytes, as: UTF8.self) else {
      throw invalid("\(what) of the connection string has bytes that are no text")
    }
    return result
  }

  /// The value of a hexadecimal digit, nil for others.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The pieces between `://`, `/`, `?` and `#`, not yet decoded.
  private struct Parts {
    var authority: Substring
    var path: Substring = ""
    var query: Substring = ""

    init(_ text: String) throws(PostgresError) {
      let pieces = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2 else {
        throw ConnectionURL.invalid(
          text.isEmpty ? "the connection string is empty" : "the connection string has no protocol")
      }
      switch pieces[0] {
      case "postgresql", "postgres": break
      case "prisma", "prisma+postgres":
        throw ConnectionURL.invalid(
          "the connection string is one of a hosted service (`\(pieces[0])://`), which is not supported",
          help: "take the direct connection string of the database: `postgresql://…`")
      default:
        throw ConnectionURL.invalid(
          "the connection string has another protocol than `postgresql://`")
      }
      authority = pieces[1].prefix { $0 != "#" }
      if let mark = authority.firstIndex(of: "?") {
        query = authority[authority.index(after: mark)...]
        authority = authority[..<mark]
      }
      if let slash = authority.firstIndex(of: "/") {
        path = authority[authority.index(after: slash)...]
        authority = authority[..<slash]
      }
    }
  }

  /// User, password, host and port.
  private struct Authority {
    var user: String?
    var password: String?
    var host = "localhost"
    var port = 5432

    init(_ text: Substring) throws(PostgresError) {
      var place = text
      // The last one: an `@` in a password is often forgotten to be encoded.
      if let at = text.lastIndex(of: "@") {
        place = text[text.index(after: at)...]
        let pieces = text[..<at].split(
          separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = try ConnectionURL.decoded(pieces.first ?? "", of: "the user")
        user = name.isEmpty ? nil : name
        if pieces.count == 2 {
          let secret = try ConnectionURL.decoded(pieces[1], of: "the password")
          password = secret.isEmpty ? nil : secret
        }
      }
      if place.first == "[" {
        guard let end = place.firstIndex(of: "]") else {
          throw ConnectionURL.invalid("the host of the connection string has a `[` without its `]`")
        }
        host = String(place[place.index(after: place.startIndex)..<end])
        try readPort(place[place.index(after: end)...])
      } else {
        let end = place.firstIndex(of: ":") ?? place.endIndex
        let name = try ConnectionURL.decoded(place[..<end], of: "the host")
        if name.contains(",") {
          throw ConnectionURL.invalid(
            "the connection string names several hosts", help: "Prisma takes one; name the primary")
        }
        if !name.isEmpty { host = name }
        try readPort(place[end...])
      }
    }

    /// Reads what stands behind the host: nothing, or a colon with digits.
    private mutating func readPort(_ text: Substring) throws(PostgresError) {
      if text.isEmpty || text == ":" { return }
      guard text.first == ":", let number = UInt16(text.dropFirst()), number > 0 else {
        throw ConnectionURL.invalid("the port of the connection string is not a number up to 65535")
      }
      port = Int(number)
    }
  }

  /// What stands behind the question mark.
  private struct Parameters {
    static let passedOn: Set = ["application_name", "options", "channel_binding"]
    private static let others: Set = [
      "schema", "host", "sslmode", "sslcert", "sslidentity", "sslpassword", "sslaccept",
      "connect_timeout", "socket_timeout", "pool_timeout", "connection_limit", "pgbouncer",
      "statement_cache_size", "max_connection_lifetime", "max_idle_connection_lifetime",
      "single_use_connections",
    ]

    /// The values by their names, the last one of each.
    var values: [String: String] = [:]
    var unknown: [String] = []

    init(_ query: Substring) throws(PostgresError) {
      for pair in query.split(separator: "&") {
        let pieces = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = try ConnectionURL.decoded(pieces.first ?? "", of: "a parameter's name")
        let text = pieces.count == 2 ? pieces[1] : ""
        // Forms write a blank as `+`.
        values[name] = try ConnectionURL.decoded(
          Substring(text.map { $0 == "+" ? " " : $0 }), of: "a parameter")
        if !Self.passedOn.contains(name), !Self.others.contains(name) { unknown.append(name) }
      }
      if values["sslidentity"] != nil {
        throw ConnectionURL.invalid(
          "`sslidentity` in the connection string names a PKCS 12 file, which libpq can't read",
          help:
            "turn it into a certificate and a key with `openssl pkcs12`, name them by the variables "
            + "`PGSSLCERT` and `PGSSLKEY`, and leave `sslidentity` out")
      }
    }

    var schema: String? { values["schema"].flatMap { $0.isEmpty ? nil : $0 } }

    /// The folder of a socket, or another host than the one in its place.
    var host: String? {
      get throws(PostgresError) {
        guard let host = values["host"], !host.isEmpty else { return nil }
        if host.contains(",") {
          throw ConnectionURL.invalid(
            "the connection string names several hosts", help: "Prisma takes one; name the primary")
        }
        return host
      }
    }

    /// A number of seconds, nil where it is not given.
    func seconds(_ name: String) throws(PostgresError) -> Int? {
      guard let text = values[name], !text.isEmpty else { return nil }
      guard let number = Int(text), (0...1_000_000).contains(number) else {
        throw ConnectionURL.invalid(
          "`\(name)` in the connection string is not a number of seconds",
          help: "write whole seconds, such as `\(name)=10`")
      }
      return number
    }
  }
}

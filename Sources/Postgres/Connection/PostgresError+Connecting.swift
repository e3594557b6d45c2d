extension PostgresError {
  /// Why a connection could not be made, by what libpq says of it.
  ///
  /// libpq tells in text alone; with its verbose errors the text has the server's SQLSTATE.
  init(connecting url: ConnectionURL, _ text: String) {
    let states = Self.sqlStates(in: text)
    let said = Self.sentence(text)
    // Without TLS asked for, libpq tries with it and without: a wrong password is told for both, or is
    // followed by the refusal of what has no TLS.
    let state = states.contains("28P01") ? "28P01" : states.last
    let server = state.map { ServerMessage(severity: "FATAL", sqlState: $0, text: said) }
    func error(_ kind: Kind, _ message: String, help: String? = nil) -> PostgresError {
      PostgresError(kind, message, help: help, server: server)
    }
    switch state {
    case "28P01":
      self = error(
        .authentication, "\(url.server) refuses the password of \(url.shownUser)",
        help: "check user and password; characters such as `@`, `#`, `/` and `%` must be "
          + "percent-encoded in the connection string")
    case "3D000":
      self = error(
        .noSuchDatabase, "there is no database \"\(url.database)\" at \(url.server)",
        help: "create it, or correct its name in the connection string")
    case "28000":
      self = error(
        .accessDenied,
        "\(url.server) does not let \(url.shownUser) into the database \"\(url.database)\": \(said)",
        help: "the server's `pg_hba.conf` decides who may come in, from where, and whether with TLS"
      )
    case "42501":
      self = error(
        .accessDenied,
        "\(url.shownUser) may not connect to the database \"\(url.database)\" at \(url.server)",
        help: "grant it: `GRANT CONNECT ON DATABASE … TO …`")
    case "53300":
      self = error(
        .tooManyConnections, "\(url.server) has no connection left: \(said)",
        help: "close some, raise `max_connections`, or connect by a pooler")
    case "57P03":
      self = error(
        .unreachable, "\(url.server) does not take connections yet: \(said)",
        help: "try again when it has started")
    case let state?:
      self = error(.unreachable, "\(url.server) refuses the connection (\(state)): \(said)")
    case nil: self = Self(withoutState: text, said, url)
    }
  }

  private init(withoutState text: String, _ said: String, _ url: ConnectionURL) {
    let lowercased = text.lowercased()
    func mentions(_ words: String...) -> Bool { words.contains { lowercased.contains($0) } }
    if mentions("no password supplied") {
      self.init(
        .authentication,
        "\(url.server) asks for a password, and the connection string has none",
        help: "write it behind the user: `postgresql://user:password@host/database`")
    } else if mentions("server closed the connection unexpectedly", "connection reset by peer") {
      self.init(
        .unreachable, "\(url.server) ends the connection before it is made",
        help: "look into the server's log, and whether it is a PostgreSQL that listens there")
    } else if mentions("expected authentication request", "invalid response to ssl", "protocol") {
      self.init(
        .unreachable, "what answers at \(url.server) is not PostgreSQL: \(said)",
        help: "check host and port")
    } else if mentions("ssl", "tls", "certificate") {
      self.init(
        .tls, "no secure connection to \(url.server): \(said)",
        help: mentions("does not support ssl")
          ? "the server has no TLS; leave out `sslmode=require` if the way to it is safe"
          : "`sslcert` names the file with the authority's certificate, and `sslaccept` decides "
            + "whether the server's certificate is checked")
    } else if mentions("could not translate host name", "name or service not known") {
      self.init(
        .unreachable, "the name of the host \"\(url.host)\" can't be found",
        help: "check its spelling, and the network")
    } else if mentions("no such file or directory") {
      self.init(
        .unreachable, "there is no server with the socket \(url.server)",
        help: "is PostgreSQL running, and is its socket in that folder?")
    } else if mentions("connection refused") {
      self.init(
        .unreachable, "nothing listens at \(url.server)",
        help: "is PostgreSQL running, and are host and port right?")
    } else if mentions("timeout expired", "timed out") {
      self = Self(timeoutConnectingTo: url, wasReached: false)
    } else {
      self.init(.unreachable, "no connection to \(url.server): \(said)")
    }
  }

  /// A connection that took longer than it may.
  ///
  /// - Parameter wasReached: whether the server has taken the connection, and then did not go on.
  init(timeoutConnectingTo url: ConnectionURL, wasReached: Bool) {
    if wasReached {
      self.init(
        .connectTimeout, "\(url.server) takes the connection, and then says nothing",
        help:
          "it may be overloaded, or not be PostgreSQL; `connect_timeout` in the connection string "
          + "gives it more seconds")
    } else {
      self.init(
        .unreachable, "\(url.server) does not answer",
        help:
          "check host and port, and whether a firewall stands between; `connect_timeout` in the "
          + "connection string gives it more seconds")
    }
  }

  /// The SQLSTATEs in libpq's verbose text, such as `FATAL:  28P01: password …`.
  private static func sqlStates(in text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    return zip(words, words.dropFirst()).compactMap { before, word in
      guard before.hasSuffix(":"), word.utf8.count == 6, word.hasSuffix(":") else { return nil }
      let state = word.dropLast()
      let isState = state.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      }
      return isState && state.contains(where: \.isNumber) ? String(state) : nil
    }
  }

  /// The last thing that libpq or the server says, without severity, SQLSTATE and place in the source.
  private static func sentence(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let useful = lines.filter { !$0.hasPrefix("LOCATION:") && !$0.hasPrefix("\t") }
    guard var line = useful.last else { return "no reason is given" }
    if let range = line.firstRange(of: " failed: ") { line = String(line[range.upperBound...]) }
    for part in sqlStates(in: line) {
      if let range = line.firstRange(of: "\(part): ") { line = String(line[range.upperBound...]) }
    }
    return line
  }
}

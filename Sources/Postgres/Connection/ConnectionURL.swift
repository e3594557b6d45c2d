/// A connection string of Prisma, taken apart: `postgresql://user:password@host:port/database?schema=…`
///
/// libpq knows other parameters under other names, so nothing is passed through: each is translated.
///
/// Source: https://www.prisma.io/docs/orm/overview/databases/postgresql#connection-details
public struct ConnectionURL: Hashable, Sendable {
  /// Whether the connection is encrypted.
  public enum TLSMode: String, Sendable { case disable, prefer, require }

  /// The host, or the folder of a socket: then it begins with `/`.
  public let host: String
  public let port: Int
  /// The user; nil for the one that runs the program.
  public let user: String?
  public let database: String
  /// The database schema of names without one: `schema`, else `public`.
  public let schema: String
  /// Whether a `schema` is given.
  public let hasSchema: Bool
  let password: String?
  let tls: TLSMode
  /// `sslaccept=strict`: whether the server's certificate is checked.
  let checksCertificate: Bool
  /// `sslcert`: the file with the authority's certificate.
  let authorityFile: String?
  /// `connect_timeout`; nil for no limit.
  public let connectTimeout: Duration?
  /// `socket_timeout`: the limit of one query; nil for none.
  public let queryTimeout: Duration?
  /// `application_name`, `options`, `channel_binding`: what libpq takes as it is.
  let passedOn: [String: String]
  /// The parameters that nobody knows, in their order.
  public let unknownParameters: [String]

  /// Where the server is, without user and password: `host:port`, or the file of the socket.
  public var server: String {
    if host.hasPrefix("/") { return "\(host)/.s.PGSQL.\(port)" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// What it leads to, without user and password.
  public var target: String {
    "PostgreSQL database \"\(database)\", schema \"\(schema)\" at \"\(server)\""
  }

  /// The same server and user, with another database.
  public func with(database: String) -> ConnectionURL {
    ConnectionURL(
      host: host, port: port, user: user, database: database, schema: schema, hasSchema: hasSchema,
      password: password, tls: tls, checksCertificate: checksCertificate,
      authorityFile: authorityFile, connectTimeout: connectTimeout, queryTimeout: queryTimeout,
      passedOn: passedOn, unknownParameters: unknownParameters)
  }

  /// The user as messages have it.
  var shownUser: String { user.map { "the user \"\($0)\"" } ?? "the user" }

  /// What libpq is told, by its names.
  ///
  /// Source: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
  var libpqParameters: [String: String] {
    var parameters = passedOn
    parameters["host"] = host
    parameters["port"] = String(port)
    parameters["user"] = user
    parameters["password"] = password
    parameters["dbname"] = database
    parameters["client_encoding"] = "UTF8"
    parameters["fallback_application_name"] = "prisma-lsp"
    // Kerberos is no part of these connection strings, and looking for it may wait for name servers.
    parameters["gssencmode"] = "disable"
    parameters["sslmode"] = tls.rawValue
    if checksCertificate, tls != .disable {
      parameters["sslmode"] = "verify-full"
      parameters["sslrootcert"] = authorityFile ?? "/etc/ssl/certs/ca-certificates.crt"
    }
    return parameters
  }
}

extension ConnectionURL: CustomStringConvertible, CustomReflectable {
  public var description: String { target }
  public var customMirror: Mirror { Mirror(self, children: ["target": target]) }
}

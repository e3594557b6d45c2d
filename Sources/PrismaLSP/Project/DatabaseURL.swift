import SchemaModel

/// The URL of a database, which holds a password: only ``source`` is for people.
struct DatabaseURL: Sendable, CustomStringConvertible, CustomReflectable {
  /// The URL.
  let text: String
  /// Where it is said, in words: "the variable `DATABASE_URL`".
  let source: String

  var description: String { source }
  var customMirror: Mirror { Mirror(self, children: ["source": source]) }

  /// Takes over a URL that a database of `connector` can have.
  ///
  /// - Parameters:
  ///   - source: where it is said, in words.
  ///   - code: Prisma's code for a URL of another protocol.
  init(_ text: String, from source: String, for connector: Connector, code: String)
    throws(CommandFailure)
  {
    if let failure = Self.failure(text, from: source, for: connector, code: code) { throw failure }
    if Self.hosted.contains(where: text.hasPrefix) {
      throw CommandFailure(
        "\(source) leads to a service of Prisma, not to a database", code: "P1013",
        help:
          "give the database's own URL, which begins with \(Self.list(connector)), with `--url` or "
          + "as `directUrl`")
    }
    self.text = text
    self.source = source
  }

  /// Why a URL can't be one of a database of `connector`, nil when it can. What the services of Prisma
  /// have for URLs is let through.
  static func failure(
    _ text: String, from source: String, for connector: Connector, code: String
  ) -> CommandFailure? {
    guard !text.isEmpty else {
      return CommandFailure(
        "\(source) is empty", code: code,
        help: "give it a URL that begins with \(list(connector))")
    }
    guard !(protocols(connector) + hosted).contains(where: text.hasPrefix) else { return nil }
    return CommandFailure(
      "\(source) has another protocol than \(connector.displayName)", code: code,
      help: "it must begin with \(list(connector))")
  }

  private static let hosted = ["prisma://", "prisma+postgres://"]

  private static func protocols(_ connector: Connector) -> [String] {
    switch connector {
    case .postgresql, .cockroachdb: ["postgresql://", "postgres://"]
    case .mysql: ["mysql://"]
    case .sqlite: ["file:"]
    case .sqlserver: ["sqlserver://"]
    case .mongodb: ["mongodb://", "mongodb+srv://"]
    case .none: [""]
    }
  }

  private static func list(_ connector: Connector) -> String {
    protocols(connector).map { "`\($0)`" }.joined(separator: " or ")
  }
}

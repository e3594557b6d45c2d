/// One of the scripts of a change that is made in several, each a migration of its own.
public struct ScriptPart: Sendable {
  /// A statement of it.
  public struct Statement: Sendable {
    /// The text, without a semicolon.
    public let sql: String
    /// What a person has to know or do, nil where nothing is; a line each.
    public var note: String?
    /// What it does.
    public var actions: [StatementAction] = []
    /// What can go wrong, besides what follows from the actions.
    public var hazards: [Hazard] = []
    /// Whether it ends transactions by itself, so that it can't be part of one.
    var endsTransactions = false

    public init(
      _ sql: String, note: String? = nil, actions: [StatementAction] = [], hazards: [Hazard] = []
    ) {
      self.sql = sql
      self.note = note
      self.actions = actions
      self.hazards = hazards
    }

    /// What it does to tables.
    public var effect: StatementEffect {
      var effect = StatementEffect(actions)
      if endsTransactions { effect.isTransactional = false }
      return effect
    }
  }

  /// What it is about, in small letters, digits and `_`, for the name of a migration: `expand`.
  public let name: String
  /// Its statements, at least one; exactly one where it can't run in a transaction.
  public internal(set) var statements: [Statement]

  /// Whether it can run in a transaction.
  public var isTransactional: Bool { statements.allSatisfy(\.effect.isTransactional) }

  /// The script: ends with a line feed.
  public var sql: String {
    var text = ""
    for statement in statements {
      for line in statement.note?.split(separator: "\n") ?? [] { text += "-- \(line)\n" }
      text += statement.sql + ";\n"
    }
    return text
  }

  /// - Parameter title: words of any kind.
  init(_ title: String, _ statements: [Statement]) {
    var name: [UInt8] = []
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte + 32)
      default: if name.last != UInt8(ascii: "_") { name.append(UInt8(ascii: "_")) }
      }
    }
    self.name = String(decoding: name, as: UTF8.self)
    self.statements = statements
  }
}

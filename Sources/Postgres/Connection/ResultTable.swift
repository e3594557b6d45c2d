/// What a statement answers: rows of texts, as PostgreSQL writes values.
public struct ResultTable: Sendable {
  /// A row: its values in the order of the columns, nil for NULL.
  public typealias Row = [String?]

  /// The rows, in the server's order; empty for a statement that has none.
  public var rows: [Row] = []
  /// How many rows the statement read or changed, as the server counts; nil where it doesn't.
  public var affectedRows: Int?
}

/// What a script leaves: the answers of its statements, and what the server said besides.
public struct ScriptResult: Sendable {
  /// The answers, in order.
  public var tables: [ResultTable] = []
  /// Notices and warnings, in order; at most a thousand are kept.
  public var notices: [ServerMessage] = []
}

/// What a statement answers: rows of texts, as PostgreSQL writes values.
package struct ResultTable: Sendable {
  /// A row: its values in the order of the columns, nil for NULL.
  package typealias Row = [String?]

  /// The rows, in the server's order; empty for a statement that has none.
  package var rows: [Row] = []
  /// How many rows the statement read or changed, as the server counts; nil where it doesn't.
  package var affectedRows: Int?
}

/// What a script leaves: the answers of its statements, and what the server said besides.
package struct ScriptResult: Sendable {
  /// The answers, in order.
  package var tables: [ResultTable] = []
  /// Notices and warnings, in order; at most a thousand are kept.
  package var notices: [ServerMessage] = []
}

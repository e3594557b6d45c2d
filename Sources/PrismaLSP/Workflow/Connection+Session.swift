import Postgres

extension Connection {
  /// Makes the session what it was at its start, but for names without a schema, which mean those in the
  /// connection's own: what an earlier script set holds for that script alone.
  ///
  /// - Parameter lockTimeout: how long a statement waits for a lock, nil for the server's own limit.
  func beginScript(lockTimeout: Duration? = nil) async throws(PostgresError) {
    var settings = "RESET ALL; SET search_path = \(SQLText.identifier(url.schema))"
    if let lockTimeout {
      let parts = lockTimeout.components
      let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
      settings += "; SET lock_timeout = \(max(1, milliseconds))"
    }
    try await execute(settings)
  }
}

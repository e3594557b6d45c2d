import MigrationHistory
import Postgres

/// Why a command of the workflow ends before its work is done.
enum WorkflowEnd: Error, Sendable {
  /// It could not be done: exit code 1.
  case failed(CommandFailure)
  /// The schema has errors, which are told: exit code 1.
  case invalidSchema(SchemaReport)
  /// The answer was no: exit code 130.
  case cancelled
  /// Ctrl-C: exit code 130.
  case interrupted
  /// It could not be done, with an exit code of its own, and a document that says more than the failure.
  case told(CommandFailure, exitCode: Int32, json: [UInt8])

  init(_ error: PostgresError) {
    self = error.kind == .cancelled ? .interrupted : .failed(CommandFailure(error))
  }

  init(_ error: MigrationsDirectoryError) {
    self = .failed(CommandFailure(error))
  }

  init(_ error: FileError) { self = .failed(CommandFailure(error.message)) }

  /// A failure that is put together here.
  static func failure(_ message: String, code: String? = nil, help: String? = nil) -> WorkflowEnd {
    .failed(CommandFailure(message, code: code, help: help))
  }
}

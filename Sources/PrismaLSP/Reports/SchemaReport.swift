import Diagnostics
import SchemaModel
import SchemaParser

/// What was found in one schema, ready to be printed.
struct SchemaReport: Sendable {
  /// A stretch of one of the schema's files.
  struct Place: Hashable, Sendable {
    /// The index in ``SchemaReport/files``.
    let file: Int
    /// UTF-8 bytes from the start of the file.
    let range: TextRange
  }

  /// Another place that has to do with a finding.
  struct Related: Hashable, Sendable {
    let place: Place
    /// What is there.
    let text: String
  }

  /// One finding.
  struct Finding: Sendable {
    let severity: Severity
    /// The id of its rule.
    let code: String
    let message: Message
    let place: Place
    /// Whether the reference would have been silent about it because of an earlier error.
    let isGated: Bool
    let related: [Related]
  }

  /// The path as it was given, or found.
  let path: String
  /// The version whose rules held.
  let version: PrismaVersion
  /// The files that were checked, in order.
  let files: [SchemaSources.File]
  /// What was found, errors first.
  let findings: [Finding]
  /// What is wrong beside the text, such as a missing variable of the environment.
  var failure: CommandFailure?

  /// Whether the schema is at fault.
  var hasErrors: Bool { failure != nil || findings.contains { $0.severity == .error } }

  /// The number of findings of each severity.
  func count(of severity: Severity) -> Int {
    findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }
}

/// A schema that was checked, or why it could not be.
enum CheckedSchema: Sendable {
  case report(SchemaReport)
  /// The path as it was given, and what was wrong with it.
  case failure(path: String, CommandFailure)

  /// Whether the command ends with 1.
  var hasErrors: Bool {
    switch self {
    case .report(let report): report.hasErrors
    case .failure: true
    }
  }
}

/// Why a command could not do its work.
struct CommandFailure: Error, Hashable, Sendable {
  /// Prisma's code, nil where it has none.
  let code: String?
  /// What is wrong, such as "there is no file or folder `x`".
  let message: String
  /// What to do.
  let help: String?
  /// The lines that show it, nil where there are none to show.
  let excerpt: String?

  init(_ message: String, code: String? = nil, help: String? = nil, excerpt: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
    self.excerpt = excerpt
  }
}

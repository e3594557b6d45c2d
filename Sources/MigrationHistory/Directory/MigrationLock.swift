import SchemaModel

/// The lock file of a migrations folder, which says what database its scripts are for.
///
/// It looks like TOML, but the reference compares text: the first line that begins with `provider` must be
/// `provider = "…"` to the letter.
public struct MigrationLock: Sendable {
  /// Its name in the folder.
  public static let fileName = "migration_lock.toml"

  /// The first line that begins with `provider`.
  private let line: String?

  public init(text: [UInt8]) {
    let start = Array("provider".utf8)
    line = text.split(separator: 0x0A).first { $0.starts(with: start) }.map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  /// The provider that it names, nil where it can't be read.
  public var provider: String? {
    let start = "provider = \""
    guard let line, line.hasPrefix(start), line.hasSuffix("\"") else { return nil }
    let name = line.dropFirst(start.count).dropLast()
    return name.isEmpty || name.contains("\"") ? nil : String(name)
  }

  /// Whether it is the lock file of `provider`. A schema's `postgres` is `postgresql` here.
  public func isFor(_ provider: Connector) -> Bool { line == Self.line(provider) }

  /// The text of a new lock file.
  public static func text(for provider: Connector) -> String {
    """
    # Written by the first migration: keep it as it is.
    # It belongs into version control, beside the migrations.
    \(line(provider))

    """
  }

  /// The line that says it all.
  static func line(_ provider: Connector) -> String { "provider = \"\(provider.displayName)\"" }
}

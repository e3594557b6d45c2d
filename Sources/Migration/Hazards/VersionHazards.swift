/// Finds what a version of PostgreSQL does not know yet, by the text of a statement.
public struct VersionHazards: Sendable {
  /// Nil for any from 12 to 18: then nothing is found.
  private let version: Int?

  public init(version: Int?) { self.version = version }

  /// Words of statements that came with a version, in small letters, with what they are to people and what
  /// does the same before.
  ///
  /// Source: the release notes, https://www.postgresql.org/docs/release/
  private static let news: [(words: String, since: Int, what: String, instead: String)] = [
    ("gen_random_uuid()", 13, "`gen_random_uuid()`", "the extension `pgcrypto` has it before"),
    ("drop expression", 13, "`DROP EXPRESSION`", "drop the column and add it again"),
    ("set compression", 14, "`SET COMPRESSION`", "leave it out"),
    ("compression lz4", 14, "`COMPRESSION`", "leave it out"),
    ("create or replace trigger", 14, "`CREATE OR REPLACE TRIGGER`", "drop the trigger first"),
    (" multirange", 14, "multiranges", "use a list of ranges"),
    (
      "nulls not distinct", 15, "`NULLS NOT DISTINCT`",
      "a second, partial unique index holds the rows with null apart"
    ),
    ("merge into", 15, "`MERGE`", "`INSERT … ON CONFLICT` does it in most cases"),
    ("security_invoker", 15, "`security_invoker`", "grant rights on the view alone"),
    ("uuidv7()", 18, "`uuidv7()`", "make the value in the client: `@default(uuid(7))`"),
    ("uuidv4()", 18, "`uuidv4()`", "`gen_random_uuid()` is the same"),
    (") virtual", 18, "`GENERATED … VIRTUAL`", "use `STORED`, or a view"),
    ("not enforced", 18, "`NOT ENFORCED`", "leave the constraint out"),
  ]

  /// What the version does not know of `sql`.
  public func hazards(of sql: String) -> [Hazard] {
    guard let version, version < 18 else { return [] }
    let text = Self.withoutLiterals(sql)
    return Self.news.filter { $0.since > version && text.contains($0.words) }.map { entry in
      Hazard(
        code: .version,
        message:
          "PostgreSQL \(version) does not know \(entry.what), which came with \(entry.since); "
          + entry.instead)
    }
  }

  /// In small letters, one blank between words, with nothing left between quotes.
  private static func withoutLiterals(_ sql: String) -> String {
    var bytes: [UInt8] = []
    var quote: UInt8?
    for byte in sql.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        quote = byte
        bytes.append(byte)
      case 0x09, 0x0A, 0x0D, 0x20: if bytes.last != 0x20 { bytes.append(0x20) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

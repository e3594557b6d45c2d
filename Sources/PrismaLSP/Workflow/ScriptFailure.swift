import Postgres

/// What is told of a script that failed: what the database said, and the lines where.
struct ScriptFailure {
  /// How many lines are shown before the one at fault.
  private static let linesBefore = 5
  /// The longest line that is shown, in bytes.
  private static let widest = 200

  /// Where the script is, for people.
  let path: String
  /// The script.
  let bytes: [UInt8]
  let error: PostgresError
  /// Where in the script the text began that was sent, in bytes.
  var start = 0
  /// Whether that text was one statement, which is then at fault wherever the database says no place.
  var isOneStatement = false

  /// All of it, without colours.
  var text: String {
    var parts: [String] = []
    if let server = error.server {
      parts.append("Database error \(server.sqlState): \(server.text)")
      if let detail = server.detail { parts.append("Detail: \(detail)") }
      if let hint = server.hint { parts.append("Hint: \(hint)") }
    } else {
      parts.append(error.message)
    }
    if let excerpt { parts.append("In \(path):\n\n\(excerpt)") }
    return parts.joined(separator: "\n\n")
  }

  /// The line at fault with those before it, each with its number; nil when the place isn't known.
  var excerpt: String? {
    guard let place = error.server?.offset ?? (isOneStatement ? 0 : nil),
      place < bytes.count - start
    else { return nil }
    let offset = start + place
    let lineFeed = UInt8(ascii: "\n")
    let end = bytes[offset...].firstIndex(of: lineFeed) ?? bytes.count
    var start = offset
    var count = -1
    while start > 0 {
      if bytes[start - 1] == lineFeed {
        count += 1
        if count == Self.linesBefore { break }
      }
      start -= 1
    }
    var number = bytes[..<start].reduce(1) { $1 == lineFeed ? $0 + 1 : $0 }
    var lines: [String] = []
    for line in bytes[start..<end].split(
      separator: lineFeed, omittingEmptySubsequences: false)
    {
      let shown = String(decoding: line.prefix(Self.widest), as: UTF8.self)
      let digits = String(number)
      let padding = String(repeating: " ", count: max(0, 3 - digits.utf8.count))
      lines.append("\(padding)\(digits)  \(shown.replacing("\r", with: ""))")
      number += 1
    }
    return lines.joined(separator: "\n")
  }
}

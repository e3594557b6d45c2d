import Diagnostics

/// Colours for a terminal, or nothing.
struct Style: Sendable {
  /// Whether escape sequences are written.
  let isColoured: Bool

  enum Colour: String {
    case red = "31"
    case yellow = "33"
    case blue = "34"
    case cyan = "36"
    case green = "32"
    case plain = ""
  }

  /// `text` in bold and, maybe, a colour.
  func bold(_ text: String, _ colour: Colour = .plain) -> String {
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1B}[1\(colour == .plain ? "" : ";" + colour.rawValue)m\(text)\u{1B}[0m"
  }

  /// The colour of a severity.
  static func colour(_ severity: Severity) -> Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .hint: .cyan
    }
  }

  /// `text` without what a terminal would obey: control characters, and those that turn the direction
  /// of writing. Names and strings of a schema are foreign text.
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isObeyed(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// ``shown(_:)`` of a text of several lines, which may have colours.
  static func shownText(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}", rest.first == "[" {
        let code = rest.dropFirst().prefix { $0 == ";" || ("0"..."9").contains($0) }
        if rest[code.endIndex...].first == "m" {
          result.append(scalar)
          result.append(contentsOf: rest[...code.endIndex])
          rest = rest[code.endIndex...].dropFirst()
          continue
        }
      }
      result.append(isObeyed(scalar) && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// Whether a terminal would do something else than show it.
  static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The number of columns that a terminal takes for a character.
  ///
  /// Source: Unicode Standard Annex #11, the blocks that are wide or mostly so.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }
}

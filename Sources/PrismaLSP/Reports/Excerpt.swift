import Diagnostics

/// A source line with a mark under a part of it, as columns of a terminal.
///
/// Tabs become spaces, characters that a terminal would obey are replaced, and of a long line only the
/// surroundings of the mark are shown.
struct Excerpt {
  /// The line, at most ``Excerpt/limit`` columns and two ellipses wide.
  private(set) var text = ""
  /// The columns before the mark.
  private(set) var indent = 0
  /// The columns of the mark, at least 1.
  private(set) var markWidth = 1

  /// How many columns of a line are shown.
  static let limit = 120
  /// How many of them stand in front of a mark that is further in.
  private static let lead = 40

  /// - Parameters:
  ///   - line: the bytes of the line, without its end.
  ///   - mark: offsets in the text that lie in the line; empty for a place between characters.
  init(_ bytes: [UInt8], line: Range<Int>, mark: Range<Int>) {
    // A character takes at most 4 bytes and 2 columns, so these bytes are more than can be shown.
    let start = Excerpt.boundary(
      bytes, at: max(line.lowerBound, mark.lowerBound - 4 * Excerpt.lead), in: line)
    let end = min(line.upperBound, max(start, mark.lowerBound) + 4 * Excerpt.limit)
    var columns: [(text: String, width: Int, isMarked: Bool)] = []
    var at = start
    var column = 0
    var decoder = UTF8()
    var input = Excerpt.withoutSecrets(bytes, start..<end, in: line).makeIterator()
    decoding: while true {
      let scalar: Unicode.Scalar
      switch decoder.decode(&input) {
      case .scalarValue(let value): scalar = value
      case .emptyInput: break decoding
      case .error: scalar = "\u{FFFD}"
      }
      let isMarked = at >= mark.lowerBound && at < mark.upperBound
      // What isn't UTF-8 is told by the length of what was taken; one byte is near enough.
      at += scalar == "\u{FFFD}" ? Excerpt.replacedLength(bytes, at: at) : UTF8.width(scalar)
      if scalar == "\t" {
        let width = 4 - column % 4
        columns.append((String(repeating: " ", count: width), width, isMarked))
      } else if Style.isObeyed(scalar) {
        columns.append(("\u{FFFD}", 1, isMarked))
      } else {
        columns.append((String(scalar), Style.width(scalar), isMarked))
      }
      column += columns.last?.width ?? 0
      if isMarked == false && at <= mark.lowerBound { indent = column }
    }
    markWidth = max(1, columns.reduce(0) { $0 + ($1.isMarked ? $1.width : 0) })
    cut(columns, isBegun: start > line.lowerBound, isEnded: end == line.upperBound)
  }

  /// Puts together the columns that are shown.
  private mutating func cut(
    _ columns: [(text: String, width: Int, isMarked: Bool)], isBegun: Bool, isEnded: Bool
  ) {
    let total = columns.reduce(0) { $0 + $1.width }
    var skipped = 0
    var first = 0
    if isBegun || indent + markWidth > Excerpt.limit && total > Excerpt.limit {
      let wanted = max(0, indent - Excerpt.lead)
      while first < columns.count, skipped + columns[first].width <= wanted {
        skipped += columns[first].width
        first += 1
      }
    }
    var width = 0
    var last = first
    while last < columns.count, width + columns[last].width <= Excerpt.limit {
      width += columns[last].width
      text += columns[last].text
      last += 1
    }
    indent -= skipped
    if first > 0 || isBegun {
      text = "…" + text
      indent += 1
    }
    markWidth = max(1, min(markWidth, width - (indent - (first > 0 || isBegun ? 1 : 0))))
    if last < columns.count || !isEnded { text += "…" }
    while text.last == " " { text.removeLast() }
  }

  /// The bytes at `range`, with the secrets of URLs hidden. Only the neighbourhood is looked at, since
  /// a line can be as long as the file.
  private static func withoutSecrets(
    _ bytes: [UInt8], _ range: Range<Int>, in line: Range<Int>
  ) -> ArraySlice<UInt8> {
    let start = max(line.lowerBound, range.lowerBound - 1024)
    let end = min(line.upperBound, range.upperBound + 1024)
    let masked = Secrets.masked(Array(bytes[start..<end]))
    return masked[range.lowerBound - start..<range.upperBound - start]
  }

  /// The offset of the character that holds the byte at `offset`.
  private static func boundary(_ bytes: [UInt8], at offset: Int, in line: Range<Int>) -> Int {
    var at = offset
    while at > line.lowerBound, at < bytes.count, bytes[at] & 0xC0 == 0x80, offset - at < 4 {
      at -= 1
    }
    return at
  }

  /// How many bytes stand for a replacement character: three if it is one, else one.
  private static func replacedLength(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes.dropFirst(offset).starts(with: [0xEF, 0xBF, 0xBD]) ? 3 : 1
  }
}

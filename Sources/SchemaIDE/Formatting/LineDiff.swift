import SchemaParser

/// Finds the small edits that make one text of another.
///
/// Lines are matched by what they hold besides blanks (``LineMatching``), since a formatter mostly changes
/// blanks; of a matched pair only the part that differs is replaced. Line ends of lines that stay are left
/// alone. Where the texts differ too much for the search, what lies between the first and the last
/// difference is replaced as a whole.
struct LineDiff {
  private let old: [UInt8]
  private let new: [UInt8]
  private let oldLines: [Line]
  private let newLines: [Line]
  private let lineEnd: [UInt8]
  private var edits: [TextEdit] = []

  /// A line without its end: UTF-8 bytes from the start of the text. Of what is the same at the ends of
  /// both texts only the lines next to what differs are there.
  private struct Line {
    let start: Int
    let end: Int
    /// Depends on all bytes but blanks.
    let key: UInt64
  }

  /// The edits that turn `old` into `new`, sorted and not overlapping, but for line ends.
  ///
  /// - Parameters:
  ///   - new: a text whose lines end in `\n`.
  ///   - lineEnd: how new lines end, nil for like the first in the old text.
  static func edits(
    from old: [UInt8], to new: [UInt8], lineEnd: [UInt8]? = nil
  ) -> [TextEdit] {
    var diff = LineDiff(old: old, new: new, lineEnd: lineEnd ?? firstLineEnd(of: old))
    diff.run()
    return diff.edits
  }

  private init(old: [UInt8], new: [UInt8], lineEnd: [UInt8]) {
    self.old = old
    self.new = new
    self.lineEnd = lineEnd
    let same = Self.sameEnds(old, new)
    oldLines = Self.lines(of: old, in: same.start..<(old.count - same.end))
    newLines = Self.lines(of: new, in: same.start..<(new.count - same.end))
  }

  /// The numbers of bytes at both ends that need not be looked at: whole lines that are the same, but for
  /// the last one before what differs, and the first one behind. Most of a text is the same as before.
  ///
  /// Where the old text has returns, lines can be the same though their bytes are not: nothing is left out.
  private static func sameEnds(_ old: [UInt8], _ new: [UInt8]) -> (start: Int, end: Int) {
    old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        if holdsReturn(old) { return (0, 0) }
        let shorter = min(old.count, new.count)
        let prefix = samePrefix(old, new, limit: shorter)
        if prefix == old.count, prefix == new.count { return (prefix, 0) }
        let suffix = sameSuffix(old, new, limit: shorter - prefix)
        let newline = UInt8(ascii: "\n")
        var start = prefix
        for _ in 0..<2 {
          start = max(0, start - 1)
          while start > 0, old[start - 1] != newline { start -= 1 }
        }
        // The end of the second line, without its line end.
        var end = old.count - suffix
        while end < old.count, old[end] != newline { end += 1 }
        end = min(end + 1, old.count)
        while end < old.count, old[end] != newline { end += 1 }
        return (start, old.count - end)
      }
    }
  }

  // Eight bytes at a time.

  private static func holdsReturn(_ text: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    while at + 8 <= text.count {
      let word =
        text.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ 0x0D0D_0D0D_0D0D_0D0D
      // A byte that is 0 sets its high bit; borrows can only add hits behind a true one.
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
      at += 8
    }
    return text[at...].contains(UInt8(ascii: "\r"))
  }

  private static func samePrefix(
    _ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, limit: Int
  ) -> Int {
    var at = 0
    while at + 8 <= limit,
      old.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        == new.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    {
      at += 8
    }
    while at < limit, old[at] == new[at] { at += 1 }
    return at
  }

  private static func sameSuffix(
    _ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, limit: Int
  ) -> Int {
    var count = 0
    while count + 8 <= limit,
      old.loadUnaligned(fromByteOffset: old.count - count - 8, as: UInt64.self)
        == new.loadUnaligned(fromByteOffset: new.count - count - 8, as: UInt64.self)
    {
      count += 8
    }
    while count < limit, old[old.count - 1 - count] == new[new.count - 1 - count] { count += 1 }
    return count
  }

  /// The first line end of a text, `\n` when it has none.
  static func firstLineEnd(of text: [UInt8]) -> [UInt8] {
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    guard let first = text.firstIndex(where: isEnd) else { return [UInt8(ascii: "\n")] }
    let isPair =
      text[first] == UInt8(ascii: "\r") && first + 1 < text.count
      && text[first + 1] == UInt8(ascii: "\n")
    return isPair ? Array("\r\n".utf8) : [text[first]]
  }

  private mutating func run() {
    var first = 0
    let shorter = min(oldLines.count, newLines.count)
    while first < shorter, isSame(first, first) { first += 1 }
    var last = 0
    while last < shorter - first, isSame(oldLines.count - 1 - last, newLines.count - 1 - last) {
      last += 1
    }
    let oldRange = first..<(oldLines.count - last)
    let newRange = first..<(newLines.count - last)
    if oldRange.isEmpty && newRange.isEmpty { return }
    guard
      let pairs = LineMatching.pairs(
        oldLines[oldRange].map(\.key), newLines[newRange].map(\.key))
    else {
      replace(oldRange, by: newRange)
      return
    }
    var oldIndex = oldRange.lowerBound
    var newIndex = newRange.lowerBound
    for pair in pairs {
      let (oldLine, newLine) = (oldRange.lowerBound + pair.old, newRange.lowerBound + pair.new)
      replace(oldIndex..<oldLine, by: newIndex..<newLine)
      change(oldLine, to: newLine)
      oldIndex = oldLine + 1
      newIndex = newLine + 1
    }
    replace(oldIndex..<oldRange.upperBound, by: newIndex..<newRange.upperBound)
  }

  /// Replaces the part of a line that differs.
  private mutating func change(_ oldIndex: Int, to newIndex: Int) {
    let line = oldLines[oldIndex]
    let target = newLines[newIndex]
    let shorter = min(line.end - line.start, target.end - target.start)
    var prefix = 0
    while prefix < shorter, old[line.start + prefix] == new[target.start + prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, old[line.end - 1 - suffix] == new[target.end - 1 - suffix] {
      suffix += 1
    }
    let range = (line.start + prefix)..<(line.end - suffix)
    let replacement = new[(target.start + prefix)..<(target.end - suffix)]
    if range.isEmpty && replacement.isEmpty { return }
    append(range, Array(replacement))
  }

  /// Replaces whole lines.
  private mutating func replace(_ oldRange: Range<Int>, by newRange: Range<Int>) {
    if oldRange.isEmpty && newRange.isEmpty { return }
    var text: [UInt8] = []
    for index in newRange {
      if index > newRange.lowerBound { text += lineEnd }
      text += new[newLines[index].start..<newLines[index].end]
    }
    let isLast = oldRange.upperBound == oldLines.count
    if !oldRange.isEmpty, !newRange.isEmpty {
      append(oldLines[oldRange.lowerBound].start..<oldLines[oldRange.upperBound - 1].end, text)
    } else if !isLast {
      // With the line end behind.
      let start = oldLines[oldRange.lowerBound].start
      append(start..<oldLines[oldRange.upperBound].start, newRange.isEmpty ? [] : text + lineEnd)
    } else if oldRange.lowerBound > 0 {
      // With the line end before.
      let start = oldLines[oldRange.lowerBound - 1].end
      append(start..<old.count, newRange.isEmpty ? [] : lineEnd + text)
    } else {
      append(0..<old.count, text)
    }
  }

  private mutating func append(_ range: Range<Int>, _ replacement: [UInt8]) {
    edits.append(
      TextEdit(range: TextRange(range.lowerBound, range.upperBound), replacement: replacement))
  }

  private func isSame(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    let line = oldLines[oldIndex]
    let target = newLines[newIndex]
    return line.key == target.key
      && old[line.start..<line.end].elementsEqual(new[target.start..<target.end])
  }

  /// The lines of a part of `text` that begins with one; the last is that behind the last line end.
  private static func lines(of text: [UInt8], in part: Range<Int>) -> [Line] {
    var lines: [Line] = []
    var start = part.lowerBound
    // FNV-1a.
    let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    var key = basis
    var index = part.lowerBound
    while index < part.upperBound {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        lines.append(Line(start: start, end: index, key: key))
        if byte == UInt8(ascii: "\r"), index + 1 < part.upperBound,
          text[index + 1] == UInt8(ascii: "\n")
        {
          index += 1
        }
        start = index + 1
        key = basis
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: key = (key ^ UInt64(byte)) &* 0x100_0000_01B3  // a hash: overflow is meant
      }
      index += 1
    }
    lines.append(Line(start: start, end: part.upperBound, key: key))
    return lines
  }
}

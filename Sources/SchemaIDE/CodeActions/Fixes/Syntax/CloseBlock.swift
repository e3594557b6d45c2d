import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Closes a block that has no brace: where the next one begins, else at the end of the file.
  static let closeBlock = QuickFix(
    "Close a block",
    rules: [
      "syntax-invalid-config-line", "syntax-invalid-enum-line", "syntax-invalid-member-line",
      "syntax-invalid-toplevel-line",
    ]
  ) { context in
    // A brace more would not help where the one that is there stands on the first line.
    guard context.block.opensBlock(context.range), context.oneLineBlock == nil else { return [] }
    let lines = FileLines(context.analysis.files[context.cursor.file].tree.bytes)
    let header = lines.start(of: context.diagnostic.range.start)
    var next: Int? = header
    if context.diagnostic.id == "syntax-invalid-toplevel-line" {
      // The line opens nothing, since no later one closes it.
      var line = lines.next(header)
      while let start = line, !lines.opensBlock(start) {
        if lines.first(start) == UInt8(ascii: "}") { return [] }
        line = lines.next(start)
      }
      next = line
    }
    let place = lines.placeOfBrace(before: next)
    let isDoubled = next == header && lines.repeatsLineAbove(header)
    let removal = context.fix("Remove the repeated line", isPreferred: true) { edit in
      context.editor.removeLine(of: context.range, in: &edit)
    }
    return (isDoubled ? [removal] : []) + [
      context.fix("Add the missing `}`", isPreferred: !isDoubled) { edit in
        let lineEnd = context.editor.lines.lineEnd
        let gap = place.isTight ? lineEnd : ""
        edit.insert(lineEnd + "}" + gap, at: place.offset, inFile: context.cursor.file)
      }
    ]
  }
}

/// The lines of a file, each known by where it begins: UTF-8 bytes from the start of the file.
private struct FileLines {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the line of `offset` begins.
  func start(of offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, !isEnd(start - 1) { start -= 1 }
    return start
  }

  /// The line behind another one, nil behind the last.
  func next(_ start: Int) -> Int? {
    let end = end(start)
    guard end < bytes.count else { return nil }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    let next = end + (isPair ? 2 : 1)
    return next < bytes.count ? next : nil
  }

  /// The line before another one, nil before the first.
  private func previous(_ start: Int) -> Int? {
    guard start > 0 else { return nil }
    let isPair = start > 1 && bytes[start - 2] == 0x0D && bytes[start - 1] == 0x0A
    return self.start(of: start - (isPair ? 2 : 1))
  }

  private func end(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, !isEnd(end) { end += 1 }
    return end
  }

  private func isEnd(_ offset: Int) -> Bool { bytes[offset] == 0x0A || bytes[offset] == 0x0D }

  private func isBlank(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }

  /// Whether it says the same as the line before.
  func repeatsLineAbove(_ start: Int) -> Bool {
    guard let above = previous(start) else { return false }
    return words(above).elementsEqual(words(start))
  }

  private func words(_ start: Int) -> some Sequence<UInt8> {
    bytes[start..<end(start)].lazy.filter { $0 != 0x20 && $0 != 0x09 }
  }

  /// Its first byte that is no blank, nil when there is none.
  func first(_ start: Int) -> UInt8? {
    var at = start
    while at < bytes.count, isBlank(at) { at += 1 }
    return at < bytes.count && !isEnd(at) ? bytes[at] : nil
  }

  /// Whether it reads like one that opens a block.
  func opensBlock(_ start: Int) -> Bool {
    var (low, high) = (start, end(start))
    while low < high, isBlank(low) { low += 1 }
    while low < high, isBlank(high - 1) { high -= 1 }
    guard bytes[low..<high].contains(UInt8(ascii: "{")) else { return false }
    return SyntaxBlock.opensBlock(String(decoding: bytes[low..<high], as: UTF8.self)[...])
  }

  /// Where a brace closes what stands before the line `next`, or at the end of the file when that is nil;
  /// the comments right above `next` stay with it. Tight when an empty line is wanted behind the brace.
  func placeOfBrace(before next: Int?) -> (offset: Int, isTight: Bool) {
    var line = next ?? bytes.count
    var hasGap = next == nil
    while let above = previous(line), first(above) == nil || isCommentAtStart(above) && !hasGap {
      if first(above) == nil { hasGap = true }
      line = above
    }
    let last = previous(line) ?? 0
    return (end(last), !hasGap)
  }

  private func isCommentAtStart(_ start: Int) -> Bool {
    bytes[start...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")])
  }
}

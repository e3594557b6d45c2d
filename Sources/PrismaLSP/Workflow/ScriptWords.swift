/// Finds out whether a script can share a transaction with the note that it is finished.
enum ScriptWords {
  /// Words of statements that begin or end transactions, can't be in one, or change who is at work.
  private static let words: Set<String> = [
    "ABORT", "AUTHORIZATION", "BEGIN", "CALL", "CLUSTER", "COMMIT", "CONCURRENTLY", "DATABASE",
    "DISCARD", "END", "LISTEN", "PREPARE", "PREPARED", "REINDEX", "ROLE", "ROLLBACK", "SAVEPOINT",
    "START", "SUBSCRIPTION", "SYSTEM", "TABLESPACE", "TRANSACTION", "VACUUM", "VALUE",
  ]
  private static let longest = 13

  /// Whether no such word is anywhere in `script`, be it in a comment: one too many costs nothing but
  /// that the note is written behind the script, as Prisma does. Alone in double quotes it is a name,
  /// whatever is around: statements don't begin there.
  static func canShareTransaction(_ script: [UInt8]) -> Bool {
    script.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        guard isPart(text[start]) else {
          start += 1
          continue
        }
        var end = start + 1
        while end < text.count, isPart(text[end]) { end += 1 }
        if end - start <= longest {
          let word = String(decoding: text[start..<end], as: UTF8.self).uppercased()
          let isName =
            start > 0 && end < text.count && text[start - 1] == UInt8(ascii: "\"")
            && text[end] == UInt8(ascii: "\"")
          if !isName, words.contains(word) { return false }
        }
        start = end
      }
      return true
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}

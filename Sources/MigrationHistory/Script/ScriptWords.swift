/// Finds scripts and statements that need a closer look before they share a transaction with others.
public enum ScriptWords {
  /// Words of statements that begin or end transactions, can't be in one, or change who is at work.
  private static let words: Set<String> = [
    "ABORT", "AUTHORIZATION", "BEGIN", "CALL", "CLUSTER", "COMMIT", "CONCURRENTLY", "DATABASE",
    "DISCARD", "END", "LISTEN", "PREPARE", "PREPARED", "REINDEX", "ROLE", "ROLLBACK", "SAVEPOINT",
    "START", "SUBSCRIPTION", "SYSTEM", "TABLESPACE", "TRANSACTION", "VACUUM", "VALUE",
  ]
  private static let longest = 13

  /// Whether no such word is anywhere in `script`, be it in a comment: one too many costs nothing but that
  /// the statement is parsed. Alone in double quotes it is a name, whatever is around: statements don't
  /// begin there.
  public static func canShareTransaction(_ script: some Collection<UInt8>) -> Bool {
    !contain(script, words)
  }

  /// Whether one of `words`, in capital letters and at most 13 long, is anywhere in `script`, however it is
  /// written; alone in double quotes it does not count.
  static func contain(_ script: some Collection<UInt8>, _ words: Set<String>) -> Bool {
    script.withContiguousStorageIfAvailable { find(words, in: $0) }
      ?? Array(script).withUnsafeBufferPointer { find(words, in: $0) }
  }

  private static func find(_ words: Set<String>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
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
        if !isName, words.contains(word) { return true }
      }
      start = end
    }
    return false
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

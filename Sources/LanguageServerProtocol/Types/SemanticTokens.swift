/// The tokens of a document, five numbers each: lines and characters since the one before, the length,
/// the kind and the modifiers.
package struct SemanticTokens: Hashable, Sendable {
  /// A name for just these tokens, nil for those of a part.
  package var resultID: String?
  /// The numbers.
  package var data: [UInt32]

  package init(resultID: String?, data: [UInt32]) {
    self.resultID = resultID
    self.data = data
  }
}

/// An answer to a request for what has changed in the tokens of a document.
package enum SemanticTokensDelta: Hashable, Sendable {
  /// All tokens anew.
  case full(SemanticTokens)
  /// The numbers from `start` on, `deleteCount` of them, are now `data`. Nothing has changed if there
  /// are none on both sides.
  case edit(resultID: String, start: Int, deleteCount: Int, data: [UInt32])
}

extension SemanticTokens: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member(ifPresent: "resultId", resultID)
    writer.name("data")
    writer.numbers(data)
    writer.closeObject()
  }
}

extension SemanticTokensDelta: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .full(let tokens): tokens.write(to: &writer)
    case .edit(let resultID, let start, let deleteCount, let data):
      writer.openObject()
      writer.member("resultId", resultID)
      writer.name("edits")
      writer.openArray()
      if deleteCount > 0 || !data.isEmpty {
        writer.openObject()
        writer.member("start", start)
        writer.member("deleteCount", deleteCount)
        if !data.isEmpty {
          writer.name("data")
          writer.numbers(data)
        }
        writer.closeObject()
      }
      writer.closeArray()
      writer.closeObject()
    }
  }
}

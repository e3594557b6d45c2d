/// The tokens of a document, five numbers each: lines and characters since the one before, the length,
/// the kind and the modifiers.
package struct SemanticTokens: Hashable, Sendable {
  /// A name for just these tokens, nil for those of a part.
  package var resultID: String?
  /// The numbers.
  package var data: JSONNumbers

  package init(resultID: String?, data: JSONNumbers) {
    self.resultID = resultID
    self.data = data
  }
}

/// An answer to a request for what has changed in the tokens of a document.
package enum SemanticTokensDelta: Hashable, Sendable {
  /// All tokens anew.
  case full(SemanticTokens)
  /// Some numbers have been replaced; the edits are sorted and do not overlap.
  case edits(resultID: String, [Edit])

  /// The numbers from `start` on, `deleteCount` of them, are now `data`.
  package struct Edit: Hashable, Sendable {
    /// Among the numbers before the change, as for all edits of an answer.
    package var start: Int
    /// How many go.
    package var deleteCount: Int
    /// What stands there now.
    package var data: JSONNumbers

    package init(start: Int, deleteCount: Int, data: JSONNumbers) {
      self.start = start
      self.deleteCount = deleteCount
      self.data = data
    }
  }
}

extension SemanticTokens: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member(ifPresent: "resultId", resultID)
    writer.member("data", data)
    writer.closeObject()
  }
}

extension SemanticTokensDelta: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .full(let tokens): tokens.write(to: &writer)
    case .edits(let resultID, let edits):
      writer.openObject()
      writer.member("resultId", resultID)
      writer.member("edits", edits)
      writer.closeObject()
    }
  }
}

extension SemanticTokensDelta.Edit: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("start", start)
    writer.member("deleteCount", deleteCount)
    if !data.isEmpty { writer.member("data", data) }
    writer.closeObject()
  }
}

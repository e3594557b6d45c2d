/// The tokens of a document, five numbers each: lines and characters since the one before, the length,
/// the kind and the modifiers.
public struct SemanticTokens: Hashable, Sendable {
  /// A name for just these tokens, nil for those of a part.
  public var resultID: String?
  /// The numbers.
  public var data: JSONNumbers

  public init(resultID: String?, data: JSONNumbers) {
    self.resultID = resultID
    self.data = data
  }
}

/// An answer to a request for what has changed in the tokens of a document.
public enum SemanticTokensDelta: Hashable, Sendable {
  /// All tokens anew.
  case full(SemanticTokens)
  /// Some numbers have been replaced; the edits are sorted and do not overlap.
  case edits(resultID: String, [Edit])

  /// The numbers from `start` on, `deleteCount` of them, are now `data`.
  public struct Edit: Hashable, Sendable {
    /// Among the numbers before the change, as for all edits of an answer.
    public var start: Int
    /// How many go.
    public var deleteCount: Int
    /// What stands there now.
    public var data: JSONNumbers

    public init(start: Int, deleteCount: Int, data: JSONNumbers) {
      self.start = start
      self.deleteCount = deleteCount
      self.data = data
    }
  }
}

extension SemanticTokens: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member(ifPresent: "resultId", resultID)
    writer.member("data", data)
    writer.closeObject()
  }
}

extension SemanticTokensDelta: JSONWritable {
  public func write(to writer: inout JSONWriter) {
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
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("start", start)
    writer.member("deleteCount", deleteCount)
    if !data.isEmpty { writer.member("data", data) }
    writer.closeObject()
  }
}

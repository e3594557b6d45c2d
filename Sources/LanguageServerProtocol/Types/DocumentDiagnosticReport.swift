/// The diagnostics of one document, or that they have not changed.
public enum DocumentDiagnosticReport: Encodable, Hashable, Sendable {
  /// All of them.
  case full(resultID: String, items: [Diagnostic])
  /// They are those of the answer with this id.
  case unchanged(resultID: String)

  private enum CodingKeys: String, CodingKey {
    case kind, items
    case resultID = "resultId"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .full(let resultID, let items):
      try container.encode("full", forKey: .kind)
      try container.encode(resultID, forKey: .resultID)
      try container.encode(items, forKey: .items)
    case .unchanged(let resultID):
      try container.encode("unchanged", forKey: .kind)
      try container.encode(resultID, forKey: .resultID)
    }
  }
}

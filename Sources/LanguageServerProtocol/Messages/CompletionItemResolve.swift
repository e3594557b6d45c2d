/// Asks for the documentation of a ``CompletionItem``; answered by the item with it.
public struct CompletionItemResolveParams: MessageParams, Decodable {
  public static let method = "completionItem/resolve"

  /// The item as the client sends it back.
  public let item: JSONValue

  public init(from decoder: any Decoder) throws { item = try JSONValue(from: decoder) }

  /// The document that ``CompletionItem/data`` names, nil when there is none.
  public var textDocument: TextDocumentIdentifier? {
    (item["data"]?["uri"]?.string).map { TextDocumentIdentifier(uri: DocumentURI($0)) }
  }
}

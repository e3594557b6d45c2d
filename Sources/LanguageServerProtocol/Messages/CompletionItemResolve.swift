/// Asks for the documentation of a ``CompletionItem``; answered by the item with it.
package struct CompletionItemResolveParams: MessageParams, Decodable {
  package static let method = "completionItem/resolve"

  /// The item as the client sends it back.
  package let item: JSONValue

  package init(from decoder: any Decoder) throws { item = try JSONValue(from: decoder) }

  /// The document that ``CompletionItem/data`` names, nil when there is none.
  package var textDocument: TextDocumentIdentifier? {
    (item["data"]?["uri"]?.string).map { TextDocumentIdentifier(uri: DocumentURI($0)) }
  }
}

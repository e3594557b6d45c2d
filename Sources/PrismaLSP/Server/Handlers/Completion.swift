import LanguageServerProtocol
import SchemaIDE
import SchemaParser

/// `textDocument/completion` and `completionItem/resolve`.
extension Server {
  func completion(_ params: CompletionParams, _ id: RequestID) {
    answer(id, about: params.textDocument) {
      $0.completionList(at: params.position, typed: params.context?.triggerCharacter)
    }
  }

  func completionItemResolve(_ params: CompletionItemResolveParams, _ id: RequestID) {
    guard let document = params.textDocument,
      let subject = params.item["data"]?["subject"].flatMap(CompletionSubject.init(json:))
    else { return reply(to: id, with: params.item) }
    answer(id, about: document) { query in query.documented(params.item, subject) }
  }
}

extension DocumentQuery {
  /// What can be written at `position`; nil when that is nothing.
  ///
  /// - Parameter typed: the character whose typing asked, nil when the user did. A space ends more words
  ///   than it begins, so it is answered only where something has to follow.
  fileprivate func completionList(
    at position: Position, typed: String?
  ) -> LanguageServerProtocol.CompletionList? {
    let offset = offset(of: position)
    if typed == " ", !analysis.needsCompletion(behindSpace: offset, inFile: file) { return nil }
    guard
      let list = analysis.completions(
        at: offset, inFile: file,
        CompletionEnvironment(variables: { variables.namesInFiles }, isAskedFor: typed == nil))
    else { return nil }
    guard let replaced = ranges([list.replaced]).first else { return nil }
    return LanguageServerProtocol.CompletionList(
      isIncomplete: list.isIncomplete, editRange: replaced,
      sharesEditRange: schema.client.sharesEditRange,
      items: list.items.enumerated().map { converted($1, place: $0) })
  }

  /// An item as the client can show it.
  ///
  /// - Parameter place: its place in the list, which the client keeps to.
  private func converted(
    _ item: SchemaIDE.CompletionItem, place: Int
  ) -> LanguageServerProtocol.CompletionItem {
    let client = schema.client
    // Neovim cuts plain text at the first blank, and takes a snippet as it is.
    let isSnippet = client.hasSnippets && (item.text.hasStops || item.text.hasBlanks)
    var result = LanguageServerProtocol.CompletionItem(
      label: item.label, kind: item.kind.symbol,
      newText: isSnippet ? item.text.snippet : item.text.plain)
    result.isSnippet = isSnippet
    if client.hasLabelDetails {
      result.labelDetail = item.signature
      result.labelDescription = item.detail
    } else {
      // Else two forms of a native type would look the same.
      if let signature = item.signature, signature.hasPrefix("(") { result.label += signature }
      result.detail = item.detail
    }
    let number = String(place)
    result.sortText = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
    // Said even where it is the label: to Neovim 0.11 an item with an edit and without it is one that
    // the server has filtered already.
    result.filterText = item.filterText ?? item.label
    if let replaced = item.replaced {
      result.editRange = ranges([replaced]).first
    }
    result.isPreselected = client.preselects && item.isPreselected
    if !item.additionalEdits.isEmpty {
      result.additionalTextEdits = schema.textEdits(item.additionalEdits, inFile: file)
    }
    if let subject = item.subject {
      result.data = LanguageServerProtocol.CompletionItem.Data(
        uri: uri.string, subject: subject.words)
    }
    return result
  }

  /// The item with its documentation.
  fileprivate func documented(_ item: JSONValue, _ subject: CompletionSubject) -> JSONValue {
    guard var members = item.object, let text = analysis.documentation(of: subject) else {
      return item
    }
    members["documentation"] =
      schema.client.hasMarkdownInCompletion
      ? ["kind": "markdown", "value": .string(text)]
      : ["kind": "plaintext", "value": .string(MarkdownText.plainText(of: text))]
    return .object(members)
  }
}

extension SchemaIDE.CompletionItem.Kind {
  /// LSP's kind.
  fileprivate var symbol: CompletionItemKind {
    switch self {
    case .keyword: .keyword
    case .snippet: .snippet
    case .model, .view: .class
    case .compositeType: .struct
    case .enumeration: .enum
    case .field: .field
    case .enumValue: .enumMember
    case .scalar, .nativeType: .typeParameter
    case .attribute, .argument, .property: .property
    case .function: .function
    case .value: .constant
    case .variable: .variable
    case .text: .text
    }
  }
}

extension CompletionSubject {
  /// As a client keeps it.
  fileprivate var words: [String] {
    switch self {
    case .keyword(let name): ["keyword", name]
    case .attribute(let name): ["attribute", name]
    case .argument(let name, let attribute): ["argument", name, attribute]
    case .function(let name): ["function", name]
    case .scalar(let name): ["scalar", name]
    case .nativeType(let name): ["nativeType", name]
    case .property(let name, let block): ["property", name, block]
    case .value(let name, let property): ["value", name, property]
    case .previewFeature(let name): ["previewFeature", name]
    case .referentialAction(let name): ["referentialAction", name]
    case .declaration(let name): ["declaration", name]
    case .member(let name, let declaration): ["member", name, declaration]
    }
  }

  /// Reads what a client has kept; nil for anything else.
  fileprivate init?(json: JSONValue) {
    let words = (json.array ?? []).compactMap(\.string)
    guard words.count >= 2 else { return nil }
    let second = words.count > 2 ? words[2] : ""
    switch words[0] {
    case "keyword": self = .keyword(words[1])
    case "attribute": self = .attribute(words[1])
    case "argument": self = .argument(words[1], attribute: second)
    case "function": self = .function(words[1])
    case "scalar": self = .scalar(words[1])
    case "nativeType": self = .nativeType(words[1])
    case "property": self = .property(words[1], block: second)
    case "value": self = .value(words[1], of: second)
    case "previewFeature": self = .previewFeature(words[1])
    case "referentialAction": self = .referentialAction(words[1])
    case "declaration": self = .declaration(words[1])
    case "member": self = .member(words[1], of: second)
    default: return nil
    }
  }
}

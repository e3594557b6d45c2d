import FoundationEssentials

/// Reads `didOpen` and `didChange`, which hold the text of documents, and `initialize`, which everyone
/// waits for, without `JSONDecoder`; see ``JSONScanner``. A test compares what both read.
enum ScannedMessages {
  /// The message in `body`; nil when it is another one, or anything about it is unusual.
  static func decoded(from body: Data) -> ClientMessage? {
    body.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes.bindMemory(to: UInt8.self))
      return message(&scanner)
    }
  }

  private static func message(_ scanner: inout JSONScanner) -> ClientMessage? {
    var version: String?
    var method: String?
    var id: Int?
    var notification: ClientNotification?
    var initialize: InitializeParams?
    let isRead = scanner.object { scanner, name in
      switch name {
      case "jsonrpc": version = scanner.string()
      case "method": method = scanner.string()
      case "id" where id == nil:
        id = scanner.integer()
        return id != nil
      case "params" where notification == nil && initialize == nil:
        // All clients write the method first.
        switch method {
        case DidOpenTextDocumentParams.method:
          notification = didOpen(&scanner).map(ClientNotification.didOpen)
        case DidChangeTextDocumentParams.method:
          notification = didChange(&scanner).map(ClientNotification.didChange)
        case InitializeParams.method:
          initialize = scanner.value()?.object.map(InitializeParams.init(members:))
        default: break
        }
        return notification != nil || initialize != nil
      default: return false
      }
      return true
    }
    guard isRead, scanner.isAtEnd(), version == "2.0", let method else { return nil }
    if let id {
      return initialize.map { .request(.integer(id), method: method, .initialize($0)) }
    }
    return notification.map { .notification(method: method, $0) }
  }

  private static func didOpen(_ scanner: inout JSONScanner) -> DidOpenTextDocumentParams? {
    var uri: String?
    var language: String?
    var version: Int?
    var text: String?
    let isRead = scanner.object { scanner, name in
      guard name == "textDocument" else { return scanner.skip() }
      return scanner.object { scanner, name in
        switch name {
        case "uri": uri = scanner.string()
        case "languageId":
          language = scanner.string()
          return language != nil
        case "version": version = scanner.integer()
        case "text": text = scanner.string()
        default: return scanner.skip()
        }
        return true
      }
    }
    guard isRead, let uri, let version, let text else { return nil }
    return DidOpenTextDocumentParams(
      textDocument: TextDocumentItem(
        uri: DocumentURI(uri), languageId: language, version: version, text: text))
  }

  private static func didChange(_ scanner: inout JSONScanner) -> DidChangeTextDocumentParams? {
    var uri: String?
    var version: Int?
    var changes: [TextDocumentContentChangeEvent]?
    let isRead = scanner.object { scanner, name in
      switch name {
      case "textDocument":
        return scanner.object { scanner, name in
          switch name {
          case "uri": uri = scanner.string()
          case "version": version = scanner.integer()
          default: return scanner.skip()
          }
          return true
        }
      case "contentChanges":
        var all: [TextDocumentContentChangeEvent] = []
        let isRead = scanner.array { scanner in
          guard let change = change(&scanner) else { return false }
          all.append(change)
          return true
        }
        changes = all
        return isRead
      default: return scanner.skip()
      }
    }
    guard isRead, let uri, let version, let changes else { return nil }
    return DidChangeTextDocumentParams(
      textDocument: VersionedTextDocumentIdentifier(uri: DocumentURI(uri), version: version),
      contentChanges: changes)
  }

  private static func change(_ scanner: inout JSONScanner) -> TextDocumentContentChangeEvent? {
    var start: Position?
    var end: Position?
    var hasRange = false
    var text: String?
    let isRead = scanner.object { scanner, name in
      switch name {
      case "range":
        hasRange = true
        return scanner.object { scanner, name in
          switch name {
          case "start": start = position(&scanner)
          case "end": end = position(&scanner)
          default: return scanner.skip()
          }
          return true
        }
      case "text": text = scanner.string()
      default: return scanner.skip()
      }
      return true
    }
    guard isRead, let text else { return nil }
    if !hasRange { return TextDocumentContentChangeEvent(range: nil, text: text) }
    guard let start, let end else { return nil }
    return TextDocumentContentChangeEvent(
      range: PositionRange(start: start, end: end), text: text)
  }

  private static func position(_ scanner: inout JSONScanner) -> Position? {
    var line: Int?
    var character: Int?
    let isRead = scanner.object { scanner, name in
      switch name {
      case "line": line = scanner.integer()
      case "character": character = scanner.integer()
      default: return scanner.skip()
      }
      return true
    }
    guard isRead, let line, let character else { return nil }
    return Position(line: line, character: character)
  }
}

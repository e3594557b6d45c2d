import LanguageServerProtocol
import SchemaIDE

/// `textDocument/hover`.
extension Server {
  func hover(_ params: HoverParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.hover(at: params.position) }
  }
}

extension DocumentQuery {
  fileprivate func hover(at position: Position) -> LanguageServerProtocol.Hover? {
    // The files are read only if a variable is asked for.
    let surroundings = HoverSurroundings { variables.source(of: $0) }
    guard let hover = meant.hover(at: offset(of: position), inFile: file, surroundings) else {
      return nil
    }
    var markdown = hover.markdown
    if let note = migrationNote(at: hover.place) { markdown += "\n\n---\n\n" + note }
    return LanguageServerProtocol.Hover(
      contents: schema.client.hasMarkdownInHover
        ? MarkupContent(isMarkdown: true, value: markdown)
        : MarkupContent(isMarkdown: false, value: MarkdownText.plainText(of: markdown)),
      range: range(hover.place.range))
  }

  /// The environment variables that the document can name, read now.
  var variables: EnvironmentVariables {
    guard let path = uri.path else { return .none }
    return EnvironmentVariables(ofProjectAround: FilePath.folder(of: path))
  }
}

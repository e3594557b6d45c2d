import LanguageServerProtocol
import SchemaIDE
import SchemaModel

/// `textDocument/documentLink`.
extension Server {
  func documentLink(_ params: DocumentLinkParams, _ id: RequestID) {
    answer(id, about: params.textDocument, in: .long) { $0.documentLinks }
  }
}

extension DocumentQuery {
  fileprivate var documentLinks: [LanguageServerProtocol.DocumentLink] {
    let links = analysis.documentLinks(ofFile: file)
    return zip(links, ranges(links.map(\.range))).compactMap { link, range in
      switch link.target {
      case .address(let address):
        return LanguageServerProtocol.DocumentLink(range: range, target: address)
      case .rule(let id):
        return LanguageServerProtocol.DocumentLink(
          range: range, target: DiagnosticPresentation.rulePages + id + ".md",
          tooltip: "What the rule means")
      case .output(let path):
        guard let target = generated(at: path) else { return nil }
        return LanguageServerProtocol.DocumentLink(
          range: range, target: DocumentURI(path: target).string, tooltip: "What was generated")
      }
    }
  }

  /// What a generator has written to `path`: the file that programs import, else the folder or file
  /// itself; nil when there is nothing yet.
  private func generated(at path: String) -> String? {
    guard uri.path != nil else { return nil }
    let place = FilePath.joined(FilePath.folder(of: analysis.files[file].path), path)
    if Files.isFile(place) { return place }
    guard Files.isFolder(place) else { return nil }
    let main = ["client.ts", "index.d.ts", "index.ts", "index.js", "__init__.py"]
      .map { FilePath.joined(place, $0) }
    return main.first { Files.isFile($0) } ?? place
  }
}

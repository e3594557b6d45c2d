import LanguageServerProtocol
import SchemaIDE

/// `textDocument/signatureHelp`.
extension Server {
  func signatureHelp(_ params: SignatureHelpParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.signatureHelp(at: params.position) }
  }
}

extension DocumentQuery {
  fileprivate func signatureHelp(
    at position: Position
  ) -> LanguageServerProtocol.SignatureHelp? {
    guard let help = analysis.signatureHelp(at: offset(of: position), inFile: file) else {
      return nil
    }
    let client = schema.client
    func shown(_ text: String) -> String {
      client.showsMarkdownInSignatures ? text : MarkdownText.plainText(of: text)
    }
    let parameters = zip(help.signature.parameters, help.signature.labelRanges).map {
      parameter, range in
      LanguageServerProtocol.SignatureHelp.Parameter(
        label: client.hasSignatureLabelOffsets ? .range(range) : .text(parameter.label),
        documentation: shown(parameter.page))
    }
    return LanguageServerProtocol.SignatureHelp(
      label: help.signature.label, documentation: shown(help.documentation), parameters: parameters,
      activeParameter: help.activeParameter, isMarkdown: client.showsMarkdownInSignatures)
  }
}

import LanguageServerProtocol
import SchemaIDE

/// `textDocument/inlayHint`.
extension Server {
  func inlayHint(_ params: InlayHintParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.inlayHints(in: params.range) }
  }
}

extension DocumentQuery {
  fileprivate func inlayHints(in part: PositionRange) -> [LanguageServerProtocol.InlayHint] {
    guard let options = schema.settings.inlayHints else { return [] }
    let hints = meant.inlayHints(ofFile: file, in: range(of: part), options)
    let positions = schema.conversions.positions(of: hints.map(\.offset), in: tree)
    // Not every hint has a target.
    let targets = Dictionary(
      zip(
        hints.indices.filter { hints[$0].target != nil },
        schema.locations(hints.compactMap(\.target))),
      uniquingKeysWith: { first, _ in first })
    return zip(hints.indices, positions).map { index, position in
      let hint = hints[index]
      var label = [LanguageServerProtocol.InlayHint.LabelPart(value: hint.text)]
      if let name = hint.name {
        label.append(
          LanguageServerProtocol.InlayHint.LabelPart(value: name, location: targets[index]))
      }
      let edit = TextEdit(
        range: PositionRange(start: position, end: position), newText: hint.text)
      return LanguageServerProtocol.InlayHint(
        position: position, label: label, textEdits: hint.canBeInserted ? [edit] : nil,
        tooltip: hint.tooltip, paddingLeft: !hint.canBeInserted)
    }
  }
}

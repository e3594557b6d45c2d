import SchemaModel
import SchemaParser

/// What is said of a relation on the side that holds its key, typed on the other: written over there.
extension ArgumentCompletion {
  /// `onDelete` and `onUpdate` for the field that holds the key, if it stands in this file and does not
  /// say them yet.
  func otherSideItems() -> [CompletionItem] {
    guard attribute == "@relation", levels.count == 1, place.call.isName || isInQuotes,
      word.quotes != .inside(isClosed: false), !isFollowedByColon,
      names(inArgument: "fields") == nil, let related = relatedModel,
      let opposite = oppositeField, opposite.arity != .list,
      let fields = opposite.relation?.fields?.fields,
      let editor = request.analysis.editor(of: related.id), editor.file == request.context.file,
      let written = request.analysis.fieldSyntax(opposite, in: related.block)?.attributes
        .first(where: { $0.path?.text == "relation" })
    else { return [] }
    let given = Set(written.arguments.compactMap { $0.name?.text })
    let isRequired =
      opposite.arity == .required || fields.contains { related.fields[$0].arity == .required }
    return parameters.flatMap { parameter -> [CompletionItem] in
      guard case .referentialAction = parameter.value, !given.contains(parameter.name) else {
        return []
      }
      return actions(isRequired: isRequired).map { action in
        let argument = "\(parameter.name): \(action.rawValue)"
        var edit = SchemaEdit()
        editor.addArgument(argument, to: written, in: &edit)
        var item = item(
          argument, .argument, text: isInQuotes ? CompletionText(scan.text(word.range)) : "",
          detail: "on \(related.name).\(opposite.name)",
          subject: .referentialAction(action.rawValue), rank: .last)
        item.additionalEdits = (edit.replacements[editor.file] ?? []).map(\.edit)
        return item
      }
    }
  }
}

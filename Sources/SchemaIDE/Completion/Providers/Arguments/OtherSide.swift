import SchemaModel
import SchemaParser

/// What is said of a relation on the side that holds its key, typed on the other: written over there.
extension ArgumentCompletion {
  /// `onDelete`, `onUpdate` and `map` for the field that holds the key, if it stands in this file and does
  /// not say them yet.
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
    func overThere(
      _ argument: String, _ subject: CompletionSubject, _ filterText: String? = nil
    ) -> CompletionItem {
      var edit = SchemaEdit()
      editor.addArgument(argument, to: written, in: &edit)
      var item = item(
        argument, .argument, text: isInQuotes ? CompletionText(scan.text(word.range)) : "",
        detail: "on \(related.name).\(opposite.name)", subject: subject, rank: .last)
      item.filterText = filterText
      item.additionalEdits = (edit.replacements[editor.file] ?? []).map(\.edit)
      return item
    }
    return parameters.filter { !given.contains($0.name) }.flatMap { parameter in
      switch parameter.value {
      case .referentialAction:
        return actions(isRequired: isRequired).map { action in
          overThere("\(parameter.name): \(action.rawValue)", .referentialAction(action.rawValue))
        }
      case .databaseName:
        guard let name = schema.foreignKeyName(of: opposite, in: related)?.name else { return [] }
        return [
          overThere(
            "\(parameter.name): \"\(name.escapedForSchema)\"",
            .argument(parameter.name, attribute: attribute), parameter.name)
        ]
      default: return []
      }
    }
  }
}

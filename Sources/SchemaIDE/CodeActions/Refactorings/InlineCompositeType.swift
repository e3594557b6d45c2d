import Diagnostics
import SchemaModel
import SchemaParser

extension Refactoring {
  /// Writes the fields of a composite type in the place of a field of that type.
  static let inlineCompositeType = Refactoring("Inline a composite type", kind: .inline) {
    context in
    guard context.isSound, let field = context.field, let syntax = context.fieldSyntax,
      field.arity != .list, let id = context.cursor.declaration,
      case .composite(let typeID) = field.type, typeID != id,
      let type = context.schema.compositeType(typeID), !type.fields.isEmpty,
      let source = context.analysis.editor(of: typeID), source.block.errors.isEmpty,
      !context.fields.isIndexed(field.index, in: context.model)
    else { return [] }
    let style = context.analysis.conventions.fieldNames == .snake ? NameStyle.snake : .camel
    let names = type.fields.map { style.styled("\(field.name)_\($0.name)") }
    let taken = Set(context.fields.map(\.name)).subtracting([field.name])
    guard Set(names).count == names.count, taken.isDisjoint(with: names) else { return [] }
    let isLast =
      context.analysis.occurrences(of: .type(typeID)).filter { !$0.isDeclaration }.count == 1
    let title =
      "Inline `\(type.name)` into `\(context.schema.declarationName(id))`"
      + (isLast ? " and remove it" : "") + ", which moves the values in the documents"
    return [
      context.action(title, kind: .inline) { edit in
        var lines: [String] = []
        for (inner, name) in zip(type.fields, names) {
          guard let line = context.analysis.fieldSyntax(inner, in: source.block) else { return }
          lines.append(line.renamed(name, isOptional: field.arity == .optional, in: source))
        }
        let editor = context.editor
        let indent = editor.block.text(editor.lines.indent(of: syntax.range.start))
        let text = lines.joined(separator: editor.lines.lineEnd + indent)
        editor.replace(
          TextRange(syntax.range.start, editor.endOfContent(of: syntax.syntax)), with: text,
          in: &edit)
        if isLast { context.analysis.removeDeclaration(typeID, in: &edit) }
      }
    ]
  }
}

extension FieldSyntax {
  /// The line with another name; its type optional where it can be.
  fileprivate func renamed(_ new: String, isOptional: Bool, in editor: BlockEditor) -> String {
    let end = editor.endOfContent(of: syntax)
    guard let name, let type else { return editor.block.text(TextRange(range.start, end)) }
    let mark = isOptional && type.arity == .required ? "?" : ""
    return new + editor.block.text(TextRange(name.range.end, type.range.end)) + mark
      + editor.block.text(TextRange(type.range.end, end))
  }
}

extension [Field] {
  /// Whether an id, unique or index of their model walks through the field at `index`.
  fileprivate func isIndexed(_ index: Int, in model: Model?) -> Bool {
    guard let model else { return false }
    return (model.primaryKey?.fields ?? []).contains { $0.field == index }
      || model.indexes.contains { $0.fields.contains { $0.field == index } }
  }
}

import Diagnostics
import SchemaModel
import SchemaParser

extension Refactoring {
  /// Makes a composite type of the selected fields.
  static let extractCompositeType = Refactoring("Extract a composite type", kind: .extract) {
    context in
    guard context.schema.configuration.connector == .mongodb, context.isSound,
      let extraction = Extraction(context)
    else { return [] }
    return [
      context.action(
        "Extract \(extraction.fields.count) fields into a type `\(extraction.type)`, which moves the "
          + "values in the documents", kind: .extract
      ) { extraction.write(context, in: &$0) }
    ]
  }
}

/// Fields that are to become a type of their own.
private struct Extraction: Sendable {
  let fields: [Field]
  /// The name of the type.
  let type: String
  /// The name of the field of that type.
  private let name: String
  /// The names of the fields in it.
  private let innerNames: [String]

  /// Nil unless whole fields are selected, two or more, that may stand in a composite type.
  init?(_ context: RefactoringContext) {
    let start = context.range.start - context.cursor.blockStart
    let end = context.range.end - context.cursor.blockStart
    let selected = context.fields.filter {
      $0.identifier.range.start < end && start < $0.range.end
    }
    guard end > start, selected.count > 1, let id = context.cursor.declaration,
      selected.allSatisfy({ context.canMove($0) }),
      zip(selected, selected.dropFirst()).allSatisfy({ $0.index + 1 == $1.index })
    else { return nil }
    fields = selected
    let style = context.analysis.conventions.fieldNames == .snake ? NameStyle.snake : .camel
    let words = selected.map {
      NameStyle.snake.styled($0.name).split(separator: "_").map(String.init)
    }
    // A word that all begin with is what they are about: `addressStreet` and `addressTown`.
    if let first = words.first?.first, words.allSatisfy({ $0.count > 1 && $0.first == first }) {
      name = first
      innerNames = words.map { style.styled($0.dropFirst().joined(separator: "_")) }
    } else {
      name = "details"
      innerNames = selected.map(\.name)
    }
    let taken = Set(context.fields.map(\.name)).subtracting(selected.map(\.name))
    guard !taken.contains(name), Set(innerNames).count == innerNames.count,
      innerNames.allSatisfy({ $0.first?.isLetter == true })
    else { return nil }
    let owner = context.schema.declarationName(id)
    type = context.analysis.freeTypeName(NameStyle.pascal.styled("\(owner)_\(name)"))
  }

  func write(_ context: RefactoringContext, in edit: inout SchemaEdit) {
    let editor = context.editor
    // The lines as they are, comments between them too, but for the names.
    var text = ""
    var copied: Int?
    var start: Int?
    for (field, inner) in zip(fields, innerNames) {
      let name = field.identifier.range
      text += editor.block.text(TextRange(copied ?? name.start, name.start)) + inner
      copied = name.end
      start = start ?? name.start
    }
    guard let start, let copied, let last = fields.last,
      let syntax = context.analysis.fieldSyntax(last, in: editor.block)
    else { return }
    let end = editor.lines.end(of: editor.endOfContent(of: syntax.syntax))
    text += editor.block.text(TextRange(copied, end))
    editor.replace(TextRange(start, end), with: "\(name) \(type)", in: &edit)
    editor.addDeclaration(["type \(type) {", editor.indent + text, "}"], in: &edit)
  }
}

extension RefactoringContext {
  /// Whether a field can stand in a composite type, and nothing else in its model names it.
  fileprivate func canMove(_ field: Field) -> Bool {
    guard field.isScalar, !field.isIgnored, !field.isUpdatedAt else { return false }
    guard let model else { return true }
    let isInKey =
      (model.primaryKey?.fields ?? []).contains { $0.field == field.index }
      || model.indexes.contains { $0.fields.contains { $0.field == field.index } }
    let isInRelation = model.relationFields.contains {
      model.fields[$0].relation?.fields?.fields.contains(field.index) == true
    }
    let isReferenced = schema.declarations(mentioning: model.identifier.name).contains { id in
      schema.model(id)?.fields.contains { other in
        other.type == .model(model.id)
          && other.relation?.references?.fields.contains { $0.name == field.identifier.name }
            == true
      } == true
    }
    return !isInKey && !isInRelation && !isReferenced
  }
}

import Diagnostics
import SchemaModel
import SchemaParser

/// A relation field, with what actions need to know of it.
struct RelationField: Sendable {
  let model: Model
  let field: Field
  let related: Model

  /// The relation's name as it is written in `@relation`: `"x"` or `name: "x"`; nil without one.
  var nameArgument: String? {
    guard let attribute = syntax?.attributes.first(where: { $0.path?.text == "relation" }) else {
      return nil
    }
    return attribute.arguments.first { argument in
      argument.name.map { $0.text == "name" } ?? (argument.value?.kind == .string)
    }.map { model.block.text($0.range) }
  }

  /// Its line.
  var syntax: FieldSyntax? {
    model.block.nodes(holding: field.identifier.range.start).last { $0.kind == .field }
      .flatMap { FieldSyntax($0) }
  }

  /// Its `@relation`.
  var attribute: AttributeSyntax? { syntax?.attributes.first { $0.path?.text == "relation" } }

  /// The model's fields in `fields`.
  var scalarFields: [Field] { (field.relation?.fields?.fields ?? []).compactMap(model.field(at:)) }

  /// The fields in `references`.
  var referencedFields: [Field] {
    (field.relation?.references?.fields ?? []).compactMap { related.field($0.name) }
  }

  /// Whether it names the fields that refer to the other side.
  var hasKey: Bool { !scalarFields.isEmpty }

  /// Whether it is a list with a key that holds one reference, so that one of the two is a slip.
  var isListWithSingleKey: Bool {
    field.arity == .list && hasKey && scalarFields.allSatisfy { $0.arity != .list }
  }

  /// Whether a row of the related model has at most one row of this model.
  var isUnique: Bool {
    let fields = field.relation?.fields?.fields ?? []
    return !fields.isEmpty
      && (model.isUnique(fields) || model.primaryKey?.fields.map(\.field) == fields)
  }

  /// The fields of the related model that those of the key can refer to: a unique criterion of their
  /// number and types; nil when there is none.
  var fittingReferences: [String]? {
    let types = scalarFields.map(\.type)
    let fitting = related.uniqueCriteria.lazy.map { $0.compactMap(related.field(at:)) }
      .first { targets in
        targets.map(\.type) == types && targets.allSatisfy { $0.arity == .required }
      }
    return types.isEmpty ? nil : fitting?.map(\.name)
  }
}

extension QuickFixContext {
  /// The relation field that the diagnostic is about.
  var relationField: RelationField? {
    var owner: BlockID?
    var index: Int?
    if case .finding(let place, _) = diagnostic.subject {
      switch place {
      case .field(let id, let field), .fieldName(let id, let field),
        .relationPart(let id, let field, _):
        (owner, index) = (id, field)
      case .range, .declaration, .declarationName: break
      }
    }
    guard let model = (owner ?? cursor.declaration).flatMap({ schema.model($0) }),
      let field = index.flatMap({ model.field(at: $0) }) ?? field,
      let related = field.type.modelID.flatMap({ schema.model($0) })
    else { return nil }
    return RelationField(model: model, field: field, related: related)
  }
}

// MARK: Writing

extension RelationField {
  /// The field on the other side.
  func opposite(in schema: Schema) -> RelationField? {
    schema.oppositeField(of: field, in: model.id).map {
      RelationField(model: $0.model, field: $0.field, related: model)
    }
  }

  /// Writes `fields`, `references` and the missing fields of a key.
  func writeKey(
    _ key: ForeignKey, isOneToOne: Bool, _ analysis: Analysis, _ edit: inout SchemaEdit
  ) {
    guard let editor = analysis.editor(of: model.id), let syntax else { return }
    if let attribute {
      let kept = attribute.arguments.filter {
        $0.name?.text != "fields" && $0.name?.text != "references"
      }.map { model.block.text($0.range) }
      let isNamed: (String) -> Bool = { $0.hasPrefix("\"") || $0.hasPrefix("name") }
      let arguments =
        kept.filter(isNamed) + [key.arguments] + kept.filter { !isNamed($0) }
      editor.replace(
        editor.textRange(of: attribute), with: "@relation(\(arguments.joined(separator: ", ")))",
        in: &edit)
    } else {
      editor.addAttribute("@relation(\(key.arguments))", to: syntax.syntax, in: &edit)
    }
    if key.isOptional, field.arity == .required, let type = syntax.type {
      editor.insert("?", at: type.range.end, in: &edit)
    }
    insertLines(key.newLines(isUnique: isOneToOne), editor, &edit)
    guard isOneToOne, key.needsUnique() else { return }
    if key.names.count > 1 {
      editor.addBlockAttribute("@@unique([\(key.names.joined(separator: ", "))])", in: &edit)
    } else if let existing = key.existing.first,
      model.primaryKey?.fields.map(\.field) != [existing.index],
      let syntax = analysis.fieldSyntax(existing, in: model.block)
    {
      editor.addAttribute("@unique", to: syntax.syntax, in: &edit)
    }
  }

  /// Inserts lines behind that of the field.
  func insertLines(
    _ lines: [String], _ editor: BlockEditor, _ edit: inout SchemaEdit
  ) {
    let indent = model.block.text(editor.lines.indent(of: field.identifier.range.start))
    let end = editor.lines.lineEnd
    let text = lines.map { indent + $0 + end }.joined()
    editor.insert(text, at: editor.lines.next(of: field.identifier.range.start), in: &edit)
  }

  /// Writes `[]`, `?` or nothing behind the type.
  func setMark(_ mark: String, _ analysis: Analysis, _ edit: inout SchemaEdit) {
    guard let type = syntax?.type, let name = type.name, let editor = analysis.editor(of: model.id)
    else { return }
    editor.replace(TextRange(name.range.end, type.range.end), with: mark, in: &edit)
  }

  /// Sets an argument of `@relation`.
  func setArgument(
    _ name: String, to value: String, _ editor: BlockEditor, _ edit: inout SchemaEdit
  ) {
    guard let attribute else { return }
    if let argument = attribute.arguments.first(where: { $0.name?.text == name }) {
      editor.replace(argument.range, with: "\(name): \(value)", in: &edit)
    } else {
      editor.addArgument("\(name): \(value)", to: attribute, in: &edit)
    }
  }
}

extension Analysis {
  /// Gives a relation field a name for its relation.
  func setRelationName(
    _ name: String, of field: Field, in model: Model, _ edit: inout SchemaEdit
  ) {
    guard let editor = editor(of: model.id), let syntax = fieldSyntax(field, in: model.block) else {
      return
    }
    if let written = field.relation?.name {
      editor.replace(written.range, with: StringLiteral.quoted(name), in: &edit)
    } else {
      editor.addRelationName(name, to: syntax.syntax, in: &edit)
    }
  }
}

extension Model {
  /// `name`, or that with a number behind it if there is such a field.
  func freeName(from name: String) -> String {
    var free = name
    var number = 2
    while field(Name(free)) != nil {
      free = "\(name)\(number)"
      number += 1
    }
    return free
  }

  /// Whether its id is a single field.
  var hasSingleID: Bool { primaryKey?.fields.count == 1 && !isView }
}

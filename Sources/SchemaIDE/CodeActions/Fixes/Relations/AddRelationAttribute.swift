import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes the `fields` and `references` of a relation, and the scalar fields that it needs: those
  /// that are called as expected are used, others added.
  static let addRelationAttribute = QuickFix(
    "Add the fields and references of a relation",
    rules: [
      "one-to-many-fields-missing", "one-to-many-references-missing", "one-to-one-fields-missing",
      "one-to-one-references-missing",
    ],
    // The new field of the second action is optional, as Prisma makes it.
    leavesOpen: ["relation-required-with-optional-field", "one-to-one-not-unique"]
  ) { context in
    guard let asked = context.relationField, asked.field.arity != .list else { return [] }
    let opposite = asked.opposite(in: context.schema)
    // Of a one-to-one relation the required side has the key.
    let isOtherSide =
      asked.field.arity == .optional && opposite?.field.arity == .required
      || opposite?.field.relation?.fields != nil || opposite?.field.relation?.references != nil
    let side = isOtherSide ? opposite ?? asked : asked
    let isOneToOne = opposite.map { $0.field.arity != .list } ?? false
    let references = side.referencedFields
    let fields = side.scalarFields
    guard
      let key = ForeignKey(
        from: side.model, named: side.field.name, to: side.related,
        isRequired: side.field.arity == .required,
        references: references.isEmpty ? nil : references)
    else { return [] }
    let title = "Add relation attribute for relation field"
    if !fields.isEmpty {
      // Only the references are missing.
      guard let targets = side.related.strictUniqueCriterion, targets.count == fields.count else {
        return []
      }
      let names = side.related.fieldNames(targets).joined(separator: ", ")
      return [
        context.fix(title, isPreferred: true) { edit in
          guard let editor = context.analysis.editor(of: side.model.id) else { return }
          side.setArgument("references", to: "[\(names)]", editor, &edit)
        }
      ]
    }
    var actions = [
      context.fix(title, isPreferred: true) { edit in
        side.writeKey(key, isOneToOne: isOneToOne, context.analysis, &edit)
        // The side that is referred to can't be required.
        if isOneToOne, let other = isOtherSide ? asked : opposite, other.field.arity == .required,
          let type = other.syntax?.type, let editor = context.analysis.editor(of: other.model.id)
        {
          editor.insert("?", at: type.range.end, in: &edit)
        }
      }
    ]
    if !isOtherSide, let action = optionalKey(context, side, references) { actions.append(action) }
    return actions
  }

  /// The action that adds new optional fields, named by joining names.
  private static func optionalKey(
    _ context: QuickFixContext, _ side: RelationField, _ references: [Field]
  ) -> CodeAction? {
    let targets =
      references.isEmpty
      ? side.related.strictUniqueCriterion?.compactMap { side.related.field(at: $0) } ?? []
      : references
    let names = targets.map { side.field.name + $0.name }
    guard !targets.isEmpty, names.allSatisfy({ side.model.field(Name($0)) == nil }) else {
      return nil
    }
    let list = names.map { "`\($0)`" }.joined(separator: " and ")
    return context.fix("Add relation attribute with new optional \(list)") { edit in
      guard let editor = context.analysis.editor(of: side.model.id), let syntax = side.syntax else {
        return
      }
      let name = side.nameArgument.map { $0 + ", " } ?? ""
      let text =
        "@relation(\(name)fields: [\(names.joined(separator: ", "))], "
        + "references: [\(targets.map(\.name).joined(separator: ", "))])"
      if let attribute = side.attribute {
        editor.replace(editor.textRange(of: attribute), with: text, in: &edit)
      } else {
        editor.addAttribute(text, to: syntax.syntax, in: &edit)
      }
      side.insertLines(
        zip(names, targets).map { "\($0) \($1.typeText)?" }, editor, &edit)
    }
  }
}

extension RelationField {
  /// The field on the other side.
  func opposite(in schema: Schema) -> RelationField? {
    let relations =
      schema.relations(createdBy: model.id) + schema.relations(createdBy: related.id)
    for relation in relations {
      let other: (model: BlockID, field: Int?)
      if relation.referencingModel == model.id, relation.forward == field.index {
        other = (relation.referencedModel, relation.back)
      } else if relation.referencedModel == model.id, relation.back == field.index {
        other = (relation.referencingModel, relation.forward)
      } else {
        continue
      }
      guard let otherModel = schema.model(other.model),
        let otherField = other.field.flatMap({ otherModel.field(at: $0) })
      else { continue }
      return RelationField(model: otherModel, field: otherField, related: model)
    }
    return nil
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

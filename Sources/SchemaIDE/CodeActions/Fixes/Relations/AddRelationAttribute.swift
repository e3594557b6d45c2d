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
    leavesOpen: ["relation-required-with-optional-field", "one-to-one-not-unique"],
    waitsForOthers: true
  ) { context in
    guard let asked = context.relationField, asked.field.arity != .list else { return [] }
    let opposite = asked.opposite(in: context.schema)
    if opposite?.isListWithSingleKey == true { return [] }
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
      let fitting = side.fittingReferences
      guard
        let targets = fitting ?? side.related.strictUniqueCriterion.map(side.related.fieldNames),
        targets.count == fields.count
      else { return [] }
      let names = targets.joined(separator: ", ")
      return [
        context.fix(title, isPreferred: fitting != nil) { edit in
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

import SchemaFormatter
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Adds the field that a relation lacks in its other model, which can be in another file.
  static let addMissingOppositeField = QuickFix(
    "Add the opposite field of a relation", rules: ["relation-missing-opposite-field"],
    waitsForOthers: true
  ) { context in
    guard let side = context.relationField else { return [] }
    let title = "Add missing relation field to model \(side.related.name)"
    if side.field.arity == .list { return oppositesOfList(context, side, title) }
    let list = context.fix(title, isPreferred: !side.isUnique) { edit in
      addOpposite(of: side, isList: true, context.analysis, &edit)
    }
    let single = context.fix(title + ", for one row", isPreferred: true) { edit in
      addOpposite(of: side, isList: false, context.analysis, &edit)
    }
    return side.isUnique ? [single, list] : [list]
  }

  /// The opposite of a list can hold a foreign key, or be a list, too.
  private static func oppositesOfList(
    _ context: QuickFixContext, _ side: RelationField, _ title: String
  ) -> [CodeAction] {
    var actions: [CodeAction] = []
    if let key = ForeignKey(
      from: side.related, named: side.freeName(isList: false), to: side.model, isRequired: false)
    {
      actions.append(
        context.fix(title + ", with a foreign key", isPreferred: true) { edit in
          guard let editor = context.analysis.editor(of: side.related.id) else { return }
          let name = side.nameArgument.map { $0 + ", " } ?? ""
          editor.addMember(
            "\(side.freeName(isList: false)) \(side.model.name)\(key.isOptional ? "?" : "") "
              + "@relation(\(name)\(key.arguments))" + side.ignoreAttribute, in: &edit)
          for line in key.newLines { editor.addMember(line, in: &edit) }
        })
    }
    let canBeManyToMany =
      context.connector.supportsImplicitManyToMany && side.model.hasSingleID
      && side.related.hasSingleID && side.field.relation?.fields == nil
      && side.field.relation?.references == nil
    if canBeManyToMany {
      actions.append(
        context.fix(title) { edit in addOpposite(of: side, isList: true, context.analysis, &edit) })
    }
    return actions
  }

  private static func addOpposite(
    of side: RelationField, isList: Bool, _ analysis: Analysis, _ edit: inout SchemaEdit
  ) {
    guard let editor = analysis.editor(of: side.related.id) else { return }
    let relation = side.nameArgument.map { " @relation(\($0))" } ?? ""
    editor.addMember(
      "\(side.freeName(isList: isList)) \(side.model.name)\(isList ? "[]" : "?")\(relation)"
        + side.ignoreAttribute, in: &edit)
  }
}

extension RelationField {
  /// What an opposite field of an ignored model needs.
  fileprivate var ignoreAttribute: String { model.isIgnored ? " @ignore" : "" }

  /// A name for the opposite field that the related model has not used yet.
  fileprivate func freeName(isList: Bool) -> String {
    let plain = isList ? model.name.camelCased.pluralized : model.name.camelCased
    if related.field(Name(plain)) == nil { return plain }
    let telling = plain + "By" + field.name.withUppercaseInitial
    return related.freeName(from: telling)
  }
}

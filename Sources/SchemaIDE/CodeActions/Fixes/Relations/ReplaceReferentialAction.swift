import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Replaces a referential action by one that the database offers and the fields allow.
  static let replaceReferentialAction = QuickFix(
    "Replace a referential action",
    rules: [
      "relation-action-unsupported", "relation-set-null-required",
      "relation-set-null-required-warning",
    ]
  ) { context in
    guard let argument = context.actionArgument, let value = argument.value,
      let side = context.relationField
    else { return [] }
    let isRequired = side.model.requiresRelation(at: side.field.index)
    let allowed = context.schema.configuration.referentialActions.actions.filter { action in
      action.rawValue != value.text && !(isRequired && action == .setNull) && action != .setDefault
    }
    let nearest: [String] =
      ["Restrict", "NoAction"].contains(value.text) || isRequired
      ? ["NoAction", "Restrict", "Cascade", "SetNull"]
      : ["SetNull", "NoAction", "Restrict", "Cascade"]
    let ranked = nearest.filter { name in allowed.contains { $0.rawValue == name } }
    // These two differ only in when they look; any other one does something else to the rows.
    let alike: Set = ["Restrict", "NoAction"]
    return ranked.map { name in
      context.fix(
        "Replace \(value.text) by \(name)", isPreferred: alike == [value.text, name]
      ) { edit in
        context.editor.replace(value.range, with: name, in: &edit)
      }
    }
  }
}

extension QuickFixContext {
  /// `onDelete` or `onUpdate`, whichever the diagnostic is about.
  var actionArgument: ArgumentSyntax? {
    if let argument = cursor.innermost(.argument).flatMap({ ArgumentSyntax($0) }),
      argument.name?.text.hasPrefix("on") == true
    {
      return argument
    }
    return relationField?.attribute?.arguments.first {
      ($0.name?.text.hasPrefix("on") ?? false) && $0.value?.text == "SetNull"
    }
  }
}

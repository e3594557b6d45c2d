import SchemaModel
import SchemaParser

extension QuickFix {
  /// Adds a type to a field that has none.
  static let addType = QuickFix("Add a type", rules: ["field-missing-type"]) { context in
    guard let field = context.fieldSyntax, let name = field.name, context.joinedList == nil else {
      return []
    }
    let text = name.text.lowercased()
    let type =
      text.hasSuffix("at") || text.hasSuffix("date")
      ? "DateTime"
      : text == "id" || text.hasSuffix("count") || text.hasSuffix("_id")
        ? "Int" : text.hasPrefix("is") || text.hasPrefix("has") ? "Boolean" : "String"
    return [
      context.fix("Add type `\(type)`") { edit in
        context.editor.insert(" \(type)", at: name.range.end, in: &edit)
      }
    ]
  }
}

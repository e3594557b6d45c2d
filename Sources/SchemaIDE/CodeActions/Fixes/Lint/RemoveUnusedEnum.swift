import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes an enum that no field is of.
  static let removeUnusedEnum = QuickFix("Remove an unused enum", rules: ["lint-unused-enum"]) {
    context in
    guard let id = context.cursor.declaration else { return [] }
    return [
      context.fix("Remove the unused enum `\(context.text)`") {
        context.analysis.removeDeclaration(id, in: &$0)
      }
    ]
  }
}

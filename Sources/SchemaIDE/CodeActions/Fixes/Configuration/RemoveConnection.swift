import SchemaModel
import SchemaParser

extension QuickFix {
  /// Takes the connection out of the schema, where Prisma 7 does not look for it. Never obvious: it may
  /// be written nowhere else.
  static let removeConnection = QuickFix(
    "Take the connection out of the datasource", rules: connectionRules
  ) { context in
    guard let property = context.cursor.innermost(.property).flatMap({ PropertySyntax($0) }),
      let name = property.name?.text
    else { return [] }
    return [
      context.fix("Remove `\(name)`") { edit in
        context.editor.removeLine(of: property.range, in: &edit)
      }
    ]
  }
}

import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a datasource of Prisma 6 its `url`.
  static let addURL = QuickFix("Add a `url`", rules: ["datasource-url-missing"]) { context in
    guard context.propertyNamed("url") == nil else { return [] }
    return [
      context.fix("Add `url = env(\"DATABASE_URL\")`", isPreferred: true) { edit in
        context.editor.addMember("url = env(\"DATABASE_URL\")", in: &edit)
      }
    ]
  }
}

import SchemaParser

extension QuickFix {
  /// Gives `referentialIntegrity` the name that it has today.
  static let renameToRelationMode = QuickFix(
    "Rename `referentialIntegrity`", rules: ["datasource-referential-integrity-deprecated"]
  ) { context in
    guard let name = context.cursor.innermost(.property)?.first(.name),
      name.text == "referentialIntegrity",
      context.propertyNamed("relationMode") == nil
    else { return [] }
    return [
      context.fix("Rename property to relationMode", isPreferred: true) { edit in
        context.editor.replace(name.range, with: "relationMode", in: &edit)
      }
    ]
  }
}

extension QuickFixContext {
  /// A property of the datasource or generator that the diagnostic is in.
  func propertyNamed(_ name: String) -> PropertySyntax? {
    editor.declaration?.property(name)
  }
}

extension Syntax {
  /// A property of this datasource or generator.
  func property(_ name: String) -> PropertySyntax? {
    for child in children {
      if let property = PropertySyntax(child), property.name?.text == name { return property }
    }
    return nil
  }
}

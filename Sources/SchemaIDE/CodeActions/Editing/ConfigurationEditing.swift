import SchemaModel
import SchemaParser

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

extension QuickFixContext {
  /// The feature that the diagnostic is about; its place can be the whole list.
  var previewFeature: ExpressionSyntax? {
    propertyNamed("previewFeatures")?.value?.elements.first { element in
      element.stringValue == problem?[0]
    }
  }
}

extension Analysis {
  /// The first generator of a client, else the first of all.
  var clientGenerator: BlockEditor? {
    let editors = schema.generators.compactMap { editor(of: $0) }
    return editors.first { editor in
      let provider = editor.declaration?.property("provider")?.value?.stringValue ?? ""
      return provider.hasPrefix("prisma-client")
    } ?? editors.first
  }
}

extension BlockEditor {
  /// Adds an element to a list of a datasource or generator, or the list.
  func addToList(_ key: String, _ element: String, in edit: inout SchemaEdit) {
    guard let property = declaration?.property(key) else {
      addMember("\(key) = [\(element)]", in: &edit)
      return
    }
    guard let value = property.value else {
      replace(property.range, with: "\(key) = [\(element)]", in: &edit)
      return
    }
    if value.kind == .array, let last = value.elements.last {
      insert(", \(element)", at: last.range.end, in: &edit)
    } else if value.kind == .array {
      replace(value.range, with: "[\(element)]", in: &edit)
    } else {
      replace(value.range, with: "[\(value.text), \(element)]", in: &edit)
    }
  }
}

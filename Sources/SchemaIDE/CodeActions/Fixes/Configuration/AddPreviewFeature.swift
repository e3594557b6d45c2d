import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Switches on the preview feature that something needs, in the first generator of the client.
  static let addPreviewFeature = QuickFix(
    "Switch on a preview feature", rules: featureOfRule.keys.sorted()
  ) { context in
    guard let feature = featureOfRule[context.diagnostic.id],
      let generator = context.analysis.clientGenerator
    else { return [] }
    return [
      context.fix("Add preview feature `\(feature)`", isPreferred: true) { edit in
        generator.addToList("previewFeatures", "\"\(feature)\"", in: &edit)
      }
    ]
  }

  private static let featureOfRule = [
    "extensions-preview-missing": "postgresqlExtensions", "shard-keys-preview-missing": "shardKeys",
    "views-preview-missing": "views", "where-preview-missing": "partialIndexes",
  ]

  /// Removes a preview feature that is none any more, or does not exist.
  static let removePreviewFeature = QuickFix(
    "Remove a preview feature",
    rules: ["preview-feature-deprecated", "preview-feature-stabilized", "preview-feature-unknown"]
  ) { context in
    guard let element = context.previewFeature,
      let property = context.propertyNamed("previewFeatures")
    else { return [] }
    return [
      context.fix(
        "Remove `\(element.text.filter { $0 != "\"" })`",
        isPreferred: context.diagnostic.id == "preview-feature-stabilized"
      ) { edit in
        let elements = property.value?.elements.map(\.range) ?? []
        guard let index = elements.firstIndex(of: element.range) else { return }
        if elements.count == 1 {
          context.editor.removeLine(of: property.range, in: &edit)
        } else if index > 0 {
          context.editor.replace(
            TextRange(elements[index - 1].end, element.range.end), with: "", in: &edit)
        } else {
          context.editor.replace(
            TextRange(element.range.start, elements[1].start), with: "", in: &edit)
        }
      }
    ]
  }

  /// Writes a preview feature by its new name.
  static let renamePreviewFeature = QuickFix(
    "Rename a preview feature", rules: ["preview-feature-renamed"]
  ) { context in
    guard let element = context.previewFeature, let name = context.problem?[1], !name.isEmpty
    else { return [] }
    return [
      context.fix("Rename to `\(name)`", isPreferred: true) { edit in
        context.editor.replace(element.range, with: "\"\(name)\"", in: &edit)
      }
    ]
  }

  /// Moves `previewFeatures` from the datasource to the generator.
  static let movePreviewFeatures = QuickFix(
    "Move `previewFeatures` to the generator", rules: ["datasource-preview-features"]
  ) { context in
    guard let property = context.propertyNamed("previewFeatures"), let value = property.value,
      let generator = context.analysis.clientGenerator
    else { return [] }
    return [
      context.fix("Move `previewFeatures` to the generator") { edit in
        context.editor.removeLine(of: property.range, in: &edit)
        let features = value.elements.map(\.text)
        if generator.declaration?.property("previewFeatures") == nil {
          generator.addMember(
            "previewFeatures = [\(features.joined(separator: ", "))]", in: &edit)
        } else {
          generator.addToList("previewFeatures", features.joined(separator: ", "), in: &edit)
        }
      }
    ]
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

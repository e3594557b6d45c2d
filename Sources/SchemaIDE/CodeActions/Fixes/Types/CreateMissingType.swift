import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Declares the type that a field names, behind the block that names it.
  ///
  /// A new model has nothing to tell its rows apart yet, and a new enum no value: only the user knows.
  static let createMissingType = QuickFix(
    "Declare a missing type", rules: ["type-not-found", "type-wrong-case"],
    leavesOpen: [
      "model-no-unique-criterion", "mongo-id-missing", "enum-empty", "composite-type-empty",
      "relation-missing-opposite-field", "schema-missing", "m2m-no-single-id",
    ]
  ) { context in
    let name = context.text
    guard context.field != nil, !name.isEmpty else { return [] }
    if let meant = context.problem, context.diagnostic.id == "type-wrong-case",
      ScalarType.allCases.contains(where: { $0.name == meant[1] })
    {
      return []
    }
    let isInCompositeType = context.cursor.block.declaration.map {
      context.block.nodes[$0].kind == .compositeType
    }
    var keywords: [String] = []
    if isInCompositeType == true {
      keywords = ["type", "enum"]
    } else {
      keywords = ["model"]
      if context.connector.supportsEnums { keywords.append("enum") }
      if context.connector.supportsCompositeTypes { keywords.append("type") }
    }
    return keywords.map { keyword in
      context.fix("Create new \(keyword) '\(name)'") { edit in
        let editor = context.editor
        guard let declaration = editor.declaration else { return }
        let lineEnd = editor.lines.lineEnd
        editor.insert(
          "\(lineEnd)\(lineEnd)\(keyword) \(name) {\(lineEnd)\(lineEnd)}",
          at: declaration.range.end, in: &edit)
      }
    }
  }
}

import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes an attribute that can't stand where it does, or that says nothing there.
  static let removeAttribute = QuickFix(
    "Remove an attribute", rules: attributeOfRule.keys.sorted(),
    // Without its empty id a model has none.
    leavesOpen: ["model-no-unique-criterion"]
  ) {
    context in
    let wanted = attributeOfRule[context.diagnostic.id] ?? nil
    guard let attribute = context.attribute(named: wanted), let path = attribute.path?.text else {
      return []
    }
    // Another name is the better cure for an index that is not there twice.
    if context.diagnostic.id == "index-constraint-name-clash", !context.isRepetition(attribute) {
      return []
    }
    let sign = attribute.syntax.kind == .blockAttribute ? "@@" : "@"
    // Only what says nothing is obvious: all else somebody wrote for a reason, and has to say it anew.
    let isObvious =
      saysNothing.contains(context.diagnostic.id)
      || repetitions.contains(context.diagnostic.id) && context.isRepetition(attribute)
    return [
      context.fix("Remove `\(sign)\(path)`", isPreferred: isObvious) { edit in
        context.editor.remove(attribute, in: &edit)
      }
    ]
  }

  /// Stands for the native type, which has the name of the datasource.
  private static let nativeType = "."

  /// The attribute that each of the rules is about; nil for the one that the finding stands in.
  private static let attributeOfRule: [String: String?] = [
    "attribute-duplicate": nil, "attribute-unknown": nil, "native-type-duplicate": nil,
    "native-type-incompatible-scalar": nil, "native-type-unknown": nil,
    "composite-field-id": "id", "composite-field-relation": "relation",
    "composite-field-unique": "unique", "composite-type-block-attribute": nil,
    "composite-type-block-fulltext": nil, "composite-type-block-id": nil,
    "composite-type-block-index": nil, "composite-type-block-map": nil,
    "composite-type-block-unique": nil, "default-auto-unsupported": "default",
    "autoincrement-unsupported": "default", "autoincrement-non-id": "default",
    "default-composite-dbgenerated": "default", "default-composite-function": "default",
    "default-composite-unknown-function": "default", "default-composite-unsupported": "default",
    "default-on-composite-type": "default", "default-on-relation-field": "default",
    "default-unsupported-type": "default", "default-function-wrong-type": "default",
    "mongo-dbgenerated": "default", "mongo-auto-needs-id": "default",
    "fulltext-unsupported": nil, "ignore-on-unsupported": "ignore",
    "ignore-redundant": "ignore", "id-on-relation-field": "id",
    "unique-on-relation-field": "unique",
    "map-on-relation-field": "map", "map-clashes-with-composite-field": "map",
    "map-clashes-with-field": "map", "map-duplicate-composite-field": "map",
    "map-duplicate-field": "map", "mongo-unique-on-id": "unique",
    "relation-attribute-on-scalar": "relation", "schema-unsupported": "schema",
    "lint-redundant-index": nil, "shard-key-empty": nil, "shard-keys-unsupported": nil,
    "index-empty": nil,
    "argument-missing": nil, "default-boolean-literal": "default",
    "default-datetime-invalid": "default", "default-enum-not-constant": "default",
    "default-json-invalid": "default", "default-literal-mismatch": "default",
    "id-unknown-field": nil, "index-unknown-field": nil, "shard-key-unknown-field": nil,
    "index-constraint-name-clash": nil,
    "mongo-index-duplicate": nil, "updated-at-list": "updatedAt",
    "updated-at-not-datetime": "updatedAt", "view-id": nil, "view-index": nil,
  ]

  /// Rules about attributes that are empty, or follow from another one.
  private static let saysNothing: Set<String> = [
    "ignore-on-unsupported", "ignore-redundant", "index-empty", "mongo-unique-on-id",
    "shard-key-empty",
  ]

  /// Rules about attributes that stand there twice: of two that are the same the second one goes.
  private static let repetitions: Set<String> = [
    "attribute-duplicate", "index-constraint-name-clash", "mongo-index-duplicate",
    "native-type-duplicate",
  ]
}

extension QuickFixContext {
  /// Whether an attribute stands before on its field or block, letter for letter.
  fileprivate func isRepetition(_ attribute: AttributeSyntax) -> Bool {
    let isOnBlock = attribute.syntax.kind == .blockAttribute
    guard let owner = isOnBlock ? editor.declaration : fieldSyntax?.syntax else { return false }
    let text = block.text(editor.textRange(of: attribute))
    return owner.children.contains { child in
      AttributeSyntax(child).map {
        $0.range.start < attribute.range.start && block.text(editor.textRange(of: $0)) == text
      } ?? false
    }
  }
}

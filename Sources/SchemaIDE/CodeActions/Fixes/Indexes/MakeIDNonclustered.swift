import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the id of a model with another clustered index an ordinary one.
  static let makeIDNonclustered = QuickFix(
    "Make an id an ordinary index", rules: ["clustered-id-and-index"]
  ) { context in
    guard
      let attribute = context.attribute(named: "id"),
      !attribute.arguments.contains(where: { $0.name?.text == "clustered" })
    else { return [] }
    return [
      context.fix("Add `clustered: false` to the id", isPreferred: true) { edit in
        context.editor.addArgument("clustered: false", to: attribute, in: &edit)
      }
    ]
  }
}

import SchemaModel
import SchemaParser

extension QuickFix {
  /// Cuts a cycle or a second path of actions, by asking for none at this relation.
  static let cutCascade = QuickFix(
    "Ask for no action where actions would run in a circle",
    rules: ["relation-cascade-cycle", "relation-multiple-cascade-paths", "relation-self-cycle"]
  ) { context in
    guard let side = context.relationField, side.attribute != nil else { return [] }
    // What somebody asked for is not given up unasked.
    let isWritten = (side.attribute?.arguments ?? []).contains {
      ["onDelete", "onUpdate"].contains($0.name?.text)
    }
    return [
      context.fix("Ask for `NoAction` at `\(side.field.name)`", isPreferred: !isWritten) { edit in
        guard let editor = context.analysis.editor(of: side.model.id),
          let attribute = side.attribute
        else { return }
        var missing: [String] = []
        for name in ["onDelete", "onUpdate"] {
          if let argument = attribute.arguments.first(where: { $0.name?.text == name }) {
            editor.replace(argument.range, with: "\(name): NoAction", in: &edit)
          } else {
            missing.append("\(name): NoAction")
          }
        }
        if !missing.isEmpty {
          editor.addArgument(missing.joined(separator: ", "), to: attribute, in: &edit)
        }
      }
    ]
  }
}

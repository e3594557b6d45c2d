import SchemaModel
import SchemaParser

extension QuickFix {
  /// Puts the JSON field of an inverted index last.
  static let moveJSONLast = QuickFix(
    "Put a JSON field last in an index", rules: ["index-gin-json-not-last"]
  ) { context in
    guard let model = context.model,
      let list = context.attribute?.arguments.lazy.compactMap(\.value).first(where: {
        $0.kind == .array
      })
    else { return [] }
    let isJSON = { (element: ExpressionSyntax) in
      model.field(Name(element.functionName ?? element.text))?.type.scalar == .json
    }
    let elements = list.elements
    guard elements.count(where: isJSON) == 1 else { return [] }
    let order = elements.filter { !isJSON($0) } + elements.filter(isJSON)
    return [
      context.fix("Put the JSON field last", isPreferred: true) { edit in
        let text = order.map(\.text).joined(separator: ", ")
        context.editor.replace(list.range, with: "[\(text)]", in: &edit)
      }
    ]
  }
}

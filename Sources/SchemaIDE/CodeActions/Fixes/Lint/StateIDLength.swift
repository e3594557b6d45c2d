import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// States the length of an id, and of all fields that refer to it.
  static let stateIDLength = QuickFix(
    "State the length of an id", rules: ["lint-string-id-without-length"]
  ) { context in
    guard let model = context.model, let field = context.field,
      let fields = KeyFields(around: field, of: model, in: context.schema),
      fields.all.allSatisfy({ $0.field.nativeType == nil && $0.field.type == .scalar(.string) })
    else { return [] }
    let type =
      if let id = field.generatedID {
        "\(id.isFixed ? "Char" : "VarChar")(\(id.length))"
      } else {
        "VarChar(191)"  // what it is already
      }
    let native = "@\(context.analysis.nativePrefix).\(type)"
    let others = fields.all.count - 1
    let tail = others == 0 ? "" : ", and the \(others) field\(others == 1 ? "" : "s") related to it"
    return [
      context.fix("Make `\(field.name)` a `\(native)`\(tail)") {
        context.analysis.setNativeType(native, of: fields, in: &$0)
      }
    ]
  }
}

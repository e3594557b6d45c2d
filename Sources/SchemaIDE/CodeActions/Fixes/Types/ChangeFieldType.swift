import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a field the type that its attribute or database needs.
  static let changeFieldType = QuickFix(
    "Change the type of a field", rules: typesOfRule.keys.sorted()
  ) { context in
    guard let type = typesOfRule[context.diagnostic.id], let field = context.field,
      let name = context.fieldSyntax?.type?.name, name.text != type
    else { return [] }
    return [
      context.fix(
        "Change the type to `\(type)`",
        isPreferred: field.defaultValue == nil && field.nativeType == nil
      ) { edit in
        context.editor.replace(name.range, with: type, in: &edit)
        // A native type goes with the old type.
        if let native = field.nativeType,
          let attribute = context.fieldSyntax?.attributes.first(where: {
            $0.range.start == native.range.start
          }), context.diagnostic.id != "native-type-incompatible-scalar"
        {
          context.editor.remove(attribute, in: &edit)
        }
      }
    ]
  }

  private static let typesOfRule = [
    "updated-at-not-datetime": "DateTime", "autoincrement-int": "BigInt",
    "field-type-json-unsupported": "String", "field-type-decimal-unsupported": "Float",
  ]
}

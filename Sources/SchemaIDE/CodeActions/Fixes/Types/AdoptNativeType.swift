import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a field with a native type the type that goes with it.
  static let adoptNativeType = QuickFix(
    "Change a type to that of its native type", rules: ["native-type-incompatible-scalar"]
  ) { context in
    guard let field = context.field, let use = field.nativeType,
      let type = context.connector.nativeType(named: use.name)?.scalars.first,
      let name = context.fieldSyntax?.type?.name, field.defaultValue == nil
    else { return [] }
    return [
      context.fix("Change the type to `\(type.name)`") { edit in
        context.editor.replace(name.range, with: type.name, in: &edit)
      }
    ]
  }
}

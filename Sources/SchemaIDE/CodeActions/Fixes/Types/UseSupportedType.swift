import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes the type that Prisma has for an unsupported one.
  static let useSupportedType = QuickFix(
    "Use the type that Prisma has", rules: ["unsupported-type-is-supported"]
  ) { context in
    guard let field = context.field, let type = context.fieldSyntax?.type?.unsupported,
      let native = context.connector.nativeType(written: field.typeName),
      let scalar = native.scalars.first,
      let prefix = context.schema.configuration.datasource?.identifier.text
    else { return [] }
    let arguments =
      field.typeName.firstIndex(of: "(").map { String(field.typeName[$0...]) } ?? ""
    let attribute = "@\(prefix).\(native.name)\(arguments)"
    return [
      context.fix("Use `\(scalar.name) \(attribute)`", isPreferred: true) { edit in
        context.editor.replace(type.range, with: scalar.name, in: &edit)
        if let syntax = context.fieldSyntax {
          context.editor.addAttribute(attribute, to: syntax.syntax, in: &edit)
        }
      }
    ]
  }
}

import SchemaModel
import SchemaParser

extension Rule {
  /// A field is declared as unsupported, although Prisma supports its type.
  ///
  /// The client can't read fields of unsupported types. This one it can, with a field type and a
  /// native type.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Product {
  ///   id    Int                           @id
  ///   price Unsupported("Decimal(10, 2)")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[unsupported-type-is-supported]: the type `Decimal(10, 2)` is supported
  /// }
  /// ```
  public static let unsupportedTypeIsSupported = Rule(
    id: "unsupported-type-is-supported", severity: .error, evidence: .line,
    check: .scalarField { context, field, findings in
      guard field.type.isUnsupported, context.connector != .mongodb,
        let type = context.connector.nativeType(written: field.typeName),
        let scalar = type.scalars.first
      else { return }
      let prefix = context.configuration.datasource?.identifier.text ?? "db"
      let arguments = field.typeName.drop { $0 != "(" }.prefix { $0 != ")" }
      let closed = arguments.isEmpty || type.parameters.isNone ? "" : arguments + ")"
      findings.report(
        Message(
          "the type `\(field.typeName)` is supported",
          help:
            "write the field's type as `\(scalar.name)`, and add `@\(prefix).\(type.name)\(closed)`"
        ),
        at: field.range)
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// A native type has more or fewer arguments than it needs.
  ///
  /// Some types need a length, others take none.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @db.VarChar
  ///               ~~~~~~~~~~~ error[native-type-argument-count]: native type `VarChar` takes 1 argument, and has 0
  /// }
  /// ```
  public static let nativeTypeArgumentCount = Rule(
    id: "native-type-argument-count", severity: .error, looksAt: .nativeType, evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, let scalar = field.type.scalar,
        let type = context.connector.nativeType(of: use),
        use.arguments.count != type.requiredArgumentCount,
        case .argumentCount = context.connector.verdict(on: use, scalar: scalar)
      else { return }
      let required = type.requiredArgumentCount
      findings.report(
        Message(
          required == 0
            ? "native type `\(type.name)` takes no arguments, and has \(use.arguments.count)"
            : """
            native type `\(type.name)` takes \(required.counted("argument")), and has \
            \(use.arguments.count)
            """,
          help: required == 0
            ? "write `@\(use.prefix).\(type.name)`"
            : "write the length, as in `@\(use.prefix).\(type.name)(255)`"),
        at: use.range)
    })
}

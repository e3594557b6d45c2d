import SchemaModel
import SchemaParser

extension Rule {
  /// A native type has more arguments than it takes.
  ///
  /// The length of a type is one number, and a decimal has two: precision and scale.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @db.VarChar(10, 20)
  ///               ~~~~~~~~~~~~~~~~~~~ error[native-type-optional-argument-count]: native type `VarChar` takes at most 1 argument, and has 2
  /// }
  /// ```
  public static let nativeTypeOptionalArgumentCount = Rule(
    id: "native-type-optional-argument-count", severity: .error, looksAt: .nativeType,
    evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, use.arguments.count > 1, let scalar = field.type.scalar,
        case .optionalArgumentCount(let type) = context.connector.verdict(on: use, scalar: scalar)
      else { return }
      let most = type.requiredArgumentCount + type.optionalArgumentCount
      findings.report(
        Message(
          """
          native type `\(type.name)` takes at most \(most.counted("argument")), and has \
          \(use.arguments.count)
          """,
          help: "remove the others"),
        at: use.range)
    })
}

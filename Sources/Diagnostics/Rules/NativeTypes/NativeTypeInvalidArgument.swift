import SchemaModel
import SchemaParser

extension Rule {
  /// An argument of a native type is of the wrong kind.
  ///
  /// Lengths, precisions and scales are written as numbers without a sign.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @db.VarChar("ten")
  ///               ~~~~~~~~~~~~~~~~~~ error[native-type-invalid-argument]: native type `VarChar` takes a number, not `"ten"`
  /// }
  /// ```
  public static let nativeTypeInvalidArgument = Rule(
    id: "native-type-invalid-argument", severity: .error, looksAt: .nativeType, evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, !use.arguments.isEmpty, let scalar = field.type.scalar,
        case .invalidArgument(let type) = context.connector.verdict(on: use, scalar: scalar)
      else { return }
      let expected =
        switch type.parameters {
        case .precisionAndScale: "two numbers, precision and scale"
        case .lengthOrMax: "a number or `Max`"
        case .none, .length, .optionalLength: "a number"
        }
      let text = use.arguments.map(\.text).joined(separator: ", ")
      findings.report(
        Message(
          "native type `\(type.name)` takes \(expected), not `\(text)`",
          help: type.parameters.isPair
            ? "write them as in `@\(use.prefix).\(type.name)(10, 2)`, or none"
            : "write digits without sign, point and quotes"),
        at: use.range)
    })
}

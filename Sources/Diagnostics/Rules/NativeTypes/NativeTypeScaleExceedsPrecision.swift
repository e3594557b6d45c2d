import SchemaModel
import SchemaParser

extension Rule {
  /// The scale of a decimal type is larger than its precision.
  ///
  /// The precision counts all digits of a number, the scale those behind the point.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Product {
  ///   id    Int     @id
  ///   price Decimal @db.Decimal(2, 4)
  ///                 ~~~~~~~~~~~~~~~~~ error[native-type-scale-exceeds-precision]: the scale 4 is larger than the precision 2
  /// }
  /// ```
  public static let nativeTypeScaleExceedsPrecision = Rule(
    id: "native-type-scale-exceeds-precision", severity: .error, looksAt: .nativeType,
    evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, use.arguments.count == 2, let scalar = field.type.scalar,
        case .limit(_, .scaleWithinPrecision, .precisionAndScale(let precision, let scale)) =
          context.connector.verdict(on: use, scalar: scalar)
      else { return }
      findings.report(
        Message(
          "the scale \(scale) is larger than the precision \(precision)",
          note: "the precision counts all digits, the scale those behind the point",
          help: "the precision comes first: `@\(use.prefix).\(use.name)(\(scale), \(precision))`"),
        at: use.range)
    })
}

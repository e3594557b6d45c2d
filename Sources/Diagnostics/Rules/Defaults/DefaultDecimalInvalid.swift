import SchemaModel
import SchemaParser

extension Rule {
  /// The default of a decimal number is none.
  ///
  /// A string keeps all digits of a number. It holds a sign, digits with at most one point, and
  /// perhaps an exponent.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Product {
  ///   id    Int     @id
  ///   price Decimal @default("1,50")
  ///                          ~~~~~~ error[default-decimal-invalid]: the default of `price` is no decimal number
  /// }
  /// ```
  public static let defaultDecimalInvalid = Rule(
    id: "default-decimal-invalid", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .valueField { _, field, findings in
      guard let value = field.defaultValue, field.type.scalar == .decimal else { return }
      value.forEachLiteral(.string) { literal in
        guard let text = literal.stringValue, !DecimalText.isValid(text) else { return }
        findings.report(
          Message(
            "the default of `\(field.name)` is no decimal number",
            help: "write digits with at most one point, such as `\"1.50\"`"),
          at: literal.range)
      }
    })
}

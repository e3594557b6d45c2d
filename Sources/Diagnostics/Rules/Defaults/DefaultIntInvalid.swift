import SchemaModel
import SchemaParser

extension Rule {
  /// The default of an integer is none.
  ///
  /// It has no point, and fits into 64 bits with a sign.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id  Int @id
  ///   age Int @default(1.5)
  ///                    ~~~ error[default-int-invalid]: the default of `age` is no integer
  /// }
  /// ```
  public static let defaultIntInvalid = Rule(
    id: "default-int-invalid", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .valueField { _, field, findings in
      guard let value = field.defaultValue,
        field.type == .scalar(.int) || field.type == .scalar(.bigInt)
      else { return }
      value.forEachLiteral(.number) { literal in
        let text = literal.text
        guard Int64(text) == nil else { return }
        findings.report(
          Message(
            text.utf8.contains(UInt8(ascii: "."))
              ? "the default of `\(field.name)` is no integer"
              : "the default of `\(field.name)` does not fit into 64 bits",
            help: "write an integer from -9223372036854775808 to 9223372036854775807"),
          at: literal.range)
      }
    })
}

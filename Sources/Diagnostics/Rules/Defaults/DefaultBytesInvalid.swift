import SchemaModel
import SchemaParser

extension Rule {
  /// The default of a field of bytes is not base64.
  ///
  /// The bytes are written in base64 with padding, since a string can't hold all of them.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id  Int   @id
  ///   key Bytes @default("no key!!")
  ///                      ~~~~~~~~~~ error[default-bytes-invalid]: the default of `key` is not base64: it holds ` `
  /// }
  /// ```
  public static let defaultBytesInvalid = Rule(
    id: "default-bytes-invalid", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .valueField { _, field, findings in
      guard let value = field.defaultValue, field.type.scalar == .bytes else { return }
      value.forEachLiteral(.string) { literal in
        guard let problem = literal.stringValue.flatMap(Base64Text.problem(in:)) else { return }
        findings.report(
          Message(
            "the default of `\(field.name)` is not base64: \(problem)",
            help: "write the bytes in base64, such as `\"aGVsbG8=\"`"),
          at: literal.range)
      }
    })
}

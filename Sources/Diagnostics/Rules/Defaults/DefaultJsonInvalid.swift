import SchemaModel
import SchemaParser

extension Rule {
  /// The default of a JSON field is not JSON.
  ///
  /// The text in the string is parsed when the client is made. Quotes in it are written as `\"`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id       Int  @id
  ///   settings Json @default("{ theme: 1 }")
  ///                          ~~~~~~~~~~~~~~ error[default-json-invalid]: the default of `settings` is not JSON: `t` is not expected at character 3
  /// }
  /// ```
  public static let defaultJsonInvalid = Rule(
    id: "default-json-invalid", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .valueField { _, field, findings in
      guard let value = field.defaultValue, field.type.scalar == .json else { return }
      value.forEachLiteral(.string) { literal in
        guard let problem = literal.stringValue.flatMap(JSONText.problem(in:)) else { return }
        findings.report(
          Message(
            "the default of `\(field.name)` is not JSON: \(problem)",
            help: "write JSON into the string, with `\\\"` for its quotes"),
          at: literal.range)
      }
    })
}

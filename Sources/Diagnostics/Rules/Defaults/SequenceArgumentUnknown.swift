import SchemaModel
import SchemaParser

extension Rule {
  /// A `sequence()` has an argument that it does not take.
  ///
  /// The arguments are `virtual`, `cache`, `increment`, `minValue`, `maxValue` and `start`, each with its
  /// name. `virtual` is `true` or `false`, the others are whole numbers.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "cockroachdb"
  /// }
  ///
  /// model User {
  ///   id     Int @id @default(sequence(step: 2))
  ///                                    ~~~~~~~ error[sequence-argument-unknown]: `sequence` has no argument `step`
  ///   number Int @default(sequence(start: "1", virtual: true))
  ///                                       ~~~ error[value-type-mismatch]: expected a whole number, but `"1"` is a string
  /// }
  /// ```
  public static let sequenceArgumentUnknown = Rule(
    id: "sequence-argument-unknown", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let value = field.defaultValue, value.function == "sequence",
        context.connector.supportsSequenceFunction
      else { return }
      for argument in value.value.arguments {
        let name = argument.name?.text
        if let name, DefaultFunction.sequenceArguments.contains(name) {
          guard let given = argument.value else { continue }
          if name == "virtual" {
            if given.constantValue != "true", given.constantValue != "false" {
              findings.report(.mismatch(given, expected: "`true` or `false`"))
            }
          } else if given.kind != .number || Int64(given.text) == nil {
            findings.report(.mismatch(given, expected: "a whole number"))
          }
          continue
        }
        findings.report(
          Message(
            name.map { "`sequence` has no argument `\($0)`" }
              ?? "the arguments of `sequence` need their names",
            help: "use \(DefaultFunction.sequenceArguments.listed(last: "or"))"),
          at: argument.range)
      }
    })
}

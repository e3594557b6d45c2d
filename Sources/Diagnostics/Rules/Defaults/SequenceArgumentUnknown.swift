import SchemaModel
import SchemaParser

extension Rule {
  /// A `sequence()` has an argument that it does not take.
  ///
  /// The arguments are `virtual`, `cache`, `increment`, `minValue`, `maxValue` and `start`, each with its
  /// name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "cockroachdb"
  /// }
  ///
  /// model User {
  ///   id Int @id @default(sequence(step: 2))
  ///                                ~~~~~~~ error[sequence-argument-unknown]: `sequence` has no argument `step`
  /// }
  /// ```
  package static let sequenceArgumentUnknown = Rule(
    id: "sequence-argument-unknown", severity: .error, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let value = field.defaultValue, value.function == "sequence",
        context.connector.supportsSequenceFunction
      else { return }
      for argument in value.value.arguments {
        let name = argument.name?.text
        if let name, DefaultFunction.sequenceArguments.contains(name) { continue }
        findings.report(
          Message(
            name.map { "`sequence` has no argument `\($0)`" }
              ?? "the arguments of `sequence` need their names",
            help: "use \(DefaultFunction.sequenceArguments.listed(last: "or"))"),
          at: argument.range)
      }
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// A default calls a function that does not exist.
  ///
  /// The functions are `autoincrement()`, `cuid()`, `dbgenerated()`, `nanoid()`, `now()`, `ulid()` and
  /// `uuid()`; MongoDB has `auto()` and CockroachDB `sequence()`. An expression of the database goes into
  /// `dbgenerated("…")`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id        Int      @id
  ///   createdAt DateTime @default(today())
  ///                               ~~~~~~~ error[default-unknown-function]: there is no function `today` for defaults
  /// }
  /// ```
  public static let defaultUnknownFunction = Rule(
    id: "default-unknown-function", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let value = field.defaultValue, let function = value.function,
        !DefaultFunction.isKnown(function, on: context.connector)
      else { return }
      findings.report(
        Message(
          "there is no function `\(function)` for defaults",
          note: function == "sequence" ? "only CockroachDB has `sequence()`" : nil,
          help: """
            use one of \(DefaultFunction.names(on: context.connector).listed(last: "or")), or give an \
            expression of the database as `dbgenerated("…")`
            """),
        at: value.value.range)
    })
}

import SchemaModel

extension Rule {
  /// The database has no composite types.
  ///
  /// Only documents of MongoDB can hold other documents. In tables, use a model of its own with a relation,
  /// or a field of type `Json`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// type Address {
  /// ~~~~~~~~~~~~~~ error[composite-types-unsupported]: `postgresql` has no composite types
  ///   street String
  /// }
  /// ```
  public static let compositeTypesUnsupported = Rule(
    id: "composite-types-unsupported", severity: .error,
    check: .compositeType { context, findings in
      guard !context.connector.supportsCompositeTypes else { return }
      findings.report(
        Message(
          "\(context.connector.subject) has no composite types",
          note: "only documents of MongoDB hold other documents",
          help: "make `\(context.type.name)` a model with a relation, or use a `Json` field"),
        at: context.type.range)
    })
}

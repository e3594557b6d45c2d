import SchemaModel

extension Rule {
  /// The database takes no `length` in an index.
  ///
  /// Only MySQL indexes the beginning of a value.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @unique(length: 10)
  ///               ~~~~~~~~~~~~~~~~~~~ error[index-length-unsupported]: `postgresql` takes no `length` in an index
  /// }
  /// ```
  public static let indexLengthUnsupported = Rule(
    id: "index-length-unsupported", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard !context.connector.supportsIndexLength, !context.model.isView,
        index.fields.contains(where: { $0.length != nil })
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) takes no `length` in an index",
          note: "only `mysql` indexes the beginning of a value", help: "remove `length`"),
        at: index.range)
    })
}

import SchemaModel

extension Rule {
  /// The database takes no `length` in an id.
  ///
  /// Only MySQL indexes the beginning of a value.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   email String @id(length: 10)
  ///                ~~~~~~~~~~~~~~~ error[id-length-unsupported]: `postgresql` takes no `length` in an id
  /// }
  /// ```
  public static let idLengthUnsupported = Rule(
    id: "id-length-unsupported", severity: .error, evidence: .line,
    check: .primaryKey { context, key, findings in
      guard !context.connector.supportsIndexLength, !context.model.isView,
        key.fields.contains(where: { $0.length != nil })
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) takes no `length` in an id",
          note: "only `mysql` indexes the beginning of a value", help: "remove `length`"),
        at: key.range)
    })
}

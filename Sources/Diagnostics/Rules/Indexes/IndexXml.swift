import SchemaModel

extension Rule {
  /// An index covers a field of the native type `Xml`.
  ///
  /// PostgreSQL can't compare XML.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Page {
  ///   id   Int    @id
  ///   body String @db.Xml
  ///   ~~~~~~~~~~~~~~~~~~~ error[index-xml]: field `body` has the native type `Xml` and can't be indexed
  ///
  ///   @@index([body])
  /// }
  /// ```
  public static let indexXml = Rule(
    id: "index-xml", severity: .error,
    check: .index { context, index, findings in
      guard index.kind != .unique, context.connector == .postgresql, !context.model.isView,
        let field = index.firstField(of: context.model, where: { $0.nativeType?.name == "Xml" })
      else { return }
      findings.report(
        Message(
          "field `\(field.name)` has the native type `Xml` and can't be indexed",
          help: "remove it from the index"),
        at: field.range,
        related: [RelatedPlace(.range(context.model.id, index.range), "the index is here")])
    })
}

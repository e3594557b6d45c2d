import SchemaModel
import SchemaParser

extension Rule {
  /// A unique covers a field of the native type `Xml`.
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
  ///   body String @unique @db.Xml
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[unique-xml]: field `body` has the native type `Xml` and can't be unique
  /// }
  /// ```
  public static let uniqueXml = Rule(
    id: "unique-xml", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .unique, context.connector == .postgresql, !context.model.isView,
        let field = index.firstField(of: context.model, where: { $0.nativeType?.name == "Xml" })
      else { return }
      findings.report(
        Message(
          "field `\(field.name)` has the native type `Xml` and can't be unique",
          help: "remove it from the unique"),
        at: field.range,
        related: [RelatedPlace(.range(context.model.id, index.range), "the unique is here")])
    })
}

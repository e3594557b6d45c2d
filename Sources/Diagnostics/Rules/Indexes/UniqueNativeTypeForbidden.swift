import SchemaModel
import SchemaParser

extension Rule {
  /// A unique covers a field that SQL Server can't index.
  ///
  /// Texts, XML and bytes without a length are kept apart from their row.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model Post {
  ///   id   Int    @id
  ///   slug String @unique @db.Text
  ///               ~~~~~~~~ error[unique-native-type-forbidden]: field `slug` of native type `Text` can't be part of a unique
  /// }
  /// ```
  public static let uniqueNativeTypeForbidden = Rule(
    id: "unique-native-type-forbidden", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .unique, context.connector == .sqlserver, !context.model.isView,
        let field = index.firstField(of: context.model, where: \.isHeapOfSQLServer)
      else { return }
      findings.report(
        .forbiddenNativeType(field, in: "a unique"), at: index.range,
        related: [RelatedPlace(.fieldName(context.model.id, field.index), "the field is here")])
    })
}

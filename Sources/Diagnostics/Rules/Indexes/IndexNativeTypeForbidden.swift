import SchemaModel

extension Rule {
  /// An index covers a field that SQL Server can't index.
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
  ///   text String @db.NVarChar(Max)
  ///
  ///   @@index([text])
  ///   ~~~~~~~~~~~~~~~ error[index-native-type-forbidden]: field `text` of native type `NVarChar(Max)` can't be part of an index
  /// }
  /// ```
  public static let indexNativeTypeForbidden = Rule(
    id: "index-native-type-forbidden", severity: .error,
    check: .index { context, index, findings in
      guard index.kind != .unique, context.connector == .sqlserver, !context.model.isView,
        let field = index.firstField(of: context.model, where: \.isHeapOfSQLServer)
      else { return }
      findings.report(
        .forbiddenNativeType(field, in: "an index"), at: index.range,
        related: [RelatedPlace(.fieldName(context.model.id, field.index), "the field is here")])
    })
}

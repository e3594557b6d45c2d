import SchemaModel

extension Rule {
  /// An id has a field that SQL Server can't index.
  ///
  /// Texts, XML and bytes without a length are kept apart from their row.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model Post {
  ///   slug String @id @db.Text
  ///               ~~~~ error[id-native-type-forbidden]: field `slug` of native type `Text` can't be part of an id
  /// }
  /// ```
  public static let idNativeTypeForbidden = Rule(
    id: "id-native-type-forbidden", severity: .error,
    check: .primaryKey { context, key, findings in
      guard context.connector == .sqlserver, !context.model.isView,
        let field = key.firstUnfitField(of: context.model), field.isHeapOfSQLServer
      else { return }
      findings.report(
        .forbiddenNativeType(field, in: "an id"), at: key.range,
        related: [RelatedPlace(.fieldName(context.model.id, field.index), "the field is here")])
    })
}

import SchemaModel

extension Rule {
  /// An id over a long text or many bytes has no `length`.
  ///
  /// MySQL indexes the beginning of such values, and has to know how much.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model Post {
  ///   slug String @id @db.Text
  ///               ~~~~ error[id-native-type-length-needed]: field `slug` of native type `Text` needs a `length` in an id
  /// }
  /// ```
  public static let idNativeTypeLengthNeeded = Rule(
    id: "id-native-type-length-needed", severity: .error,
    check: .primaryKey { context, key, findings in
      guard context.connector == .mysql, !context.model.isView,
        let field = key.fields.firstWithoutLength(of: context.model)
      else { return }
      findings.report(
        .lengthNeeded(field, in: "an id"), at: key.range,
        related: [RelatedPlace(.fieldName(context.model.id, field.index), "the field is here")])
    })
}

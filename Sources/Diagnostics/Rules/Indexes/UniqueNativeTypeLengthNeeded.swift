import SchemaModel
import SchemaParser

extension Rule {
  /// A unique over a long text or many bytes has no `length`.
  ///
  /// MySQL indexes the beginning of such values, and has to know how much.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model Post {
  ///   id   Int    @id
  ///   slug String @unique @db.Text
  ///               ~~~~~~~~ error[unique-native-type-length-needed]: field `slug` of native type `Text` needs a `length` in a unique
  /// }
  /// ```
  public static let uniqueNativeTypeLengthNeeded = Rule(
    id: "unique-native-type-length-needed", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .unique, context.connector == .mysql, !context.model.isView,
        let field = index.fields.firstWithoutLength(of: context.model)
      else { return }
      findings.report(
        .lengthNeeded(field, in: "a unique"), at: index.range,
        related: [RelatedPlace(.fieldName(context.model.id, field.index), "the field is here")])
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// An index over a long text or many bytes has no `length`.
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
  ///   text String @db.Text
  ///
  ///   @@index([text])
  ///   ~~~~~~~~~~~~~~~ error[index-native-type-length-needed]: field `text` of native type `Text` needs a `length` in an index
  /// }
  /// ```
  public static let indexNativeTypeLengthNeeded = Rule(
    id: "index-native-type-length-needed", severity: .error,
    check: .index { context, index, findings in
      guard index.kind == .index, context.connector == .mysql, !context.model.isView,
        let field = index.fields.firstWithoutLength(of: context.model)
      else { return }
      findings.report(
        .lengthNeeded(field, in: "an index"), at: index.range,
        related: [RelatedPlace(.fieldName(context.model.id, field.index), "the field is here")])
    })
}

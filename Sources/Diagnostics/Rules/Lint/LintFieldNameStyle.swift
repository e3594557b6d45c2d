import SchemaModel
import SchemaParser

extension Rule {
  /// The name of a field is written in another style than the rest.
  ///
  /// Names are easier to guess when all are formed alike. A style prevails when nine of ten names of the
  /// schema's scalar fields have it, of at least ten; single words in lower case go with any. A
  /// model in which every third name is an exception has a style of its own, and is left
  /// alone. The column can keep its name: `@map`.
  ///
  /// ```prisma
  /// model Account {
  ///   id           Int      @id
  ///   firstName    String
  ///   lastName     String
  ///   displayName  String
  ///   birthDate    DateTime
  ///   mailAddress  String
  ///   phoneNumber  String
  ///   postalCode   String
  ///   countryCode  String
  ///   createdAt    DateTime
  ///   last_seen_at DateTime
  ///   ~~~~~~~~~~~~ hint[lint-field-name-style]: `last_seen_at` is not written in camelCase, as other fields are
  /// }
  /// ```
  public static let lintFieldNameStyle = Rule(
    id: "lint-field-name-style", severity: .hint, evidence: .text,
    check: .model { context, findings in
      guard let prevailing = context.base.conventions.fieldNames, !context.model.isIgnored else {
        return
      }
      let model = context.model
      let count = context.base.census(of: model.id).fieldNames.exceptions(to: prevailing)
      guard count.unlike > 0, count.unlike * 2 <= count.like else { return }
      for field in model.fields where field.isScalar && !field.isIgnored {
        guard let style = NameStyle(of: field.identifier, in: model.block),
          style.isUnlike(prevailing, ofType: false)
        else { continue }
        findings.report(
          Message(
            "`\(field.name)` is not written in \(prevailing.title), as other fields are",
            help:
              "call it `\(prevailing.styled(field.name))`, and keep the name in the database with "
              + "`@map`"),
          at: field.identifier.range)
      }
    })
}

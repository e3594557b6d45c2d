import SchemaModel
import SchemaParser

extension Rule {
  /// `fields` and `references` of a relation have different numbers of fields.
  ///
  /// Each field in `fields` holds the value of the one at the same place in `references`.
  ///
  /// ```prisma
  /// model User {
  ///   first String
  ///   last  String
  ///   posts Post[]
  ///
  ///   @@id([first, last])
  /// }
  ///
  /// model Post {
  ///   id     Int    @id
  ///   author User   @relation(fields: [first], references: [first, last])
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-fields-references-length]: `fields` has 1 field, but `references` has 2
  ///   first  String
  /// }
  /// ```
  public static let relationFieldsReferencesLength = Rule(
    id: "relation-fields-references-length", severity: .error, evidence: .relationFields,
    check: .relation { context, findings in
      guard !context.relation.isManyToMany, let attribute = context.forwardAttribute,
        let fields = attribute.fields?.fields, let references = attribute.references?.fields,
        fields.count != references.count, let side = context.forwardSide
      else { return }
      let unit = fields.count == 1 ? "field" : "fields"
      findings.report(
        Message(
          "`fields` has \(fields.count) \(unit), but `references` has \(references.count)",
          note: "each field in `fields` holds the value of the one at its place in `references`",
          help: "give both the same number of fields"),
        at: side.place(of: .attribute))
    })
}

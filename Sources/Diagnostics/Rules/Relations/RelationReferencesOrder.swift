import SchemaModel
import SchemaParser

extension Rule {
  /// The fields in `references` stand in another order than in the id or unique that they are.
  ///
  /// SQL Server takes a foreign key only when its columns are in the order of the key it refers to.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
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
  ///   author User   @relation(fields: [last, first], references: [last, first])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-order]: references `last` and `first` stand in another order than in the key of `User`
  ///   first  String
  ///   last   String
  /// }
  /// ```
  public static let relationReferencesOrder = Rule(
    id: "relation-references-order", severity: .error,
    check: .relation { context, findings in
      guard context.connector.isOne(of: .sqlserver, .none), !context.relation.isManyToMany,
        let references = context.forwardAttribute?.references?.fields, references.count > 1
      else { return }
      let related = context.referencedModel
      let fields = references.compactMap { related.fieldIndex($0.name) }
      guard case .inAnotherOrder(let key) = related.criterionMatch(fields),
        let side = context.forwardSide
      else { return }
      let names = related.fieldNames(key)
      findings.report(
        Message(
          "references \(references.map(\.text).quotedList) stand in another order than in the key "
            + "of `\(related.name)`",
          note: "a foreign key must list the columns in the order of the key it refers to",
          help: "write `references: [\(names.joined(separator: ", "))]`, and `fields` to match"),
        at: side.place,
        related: [RelatedPlace(.declarationName(related.id), "the model referred to")])
    })
}

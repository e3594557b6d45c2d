import SchemaModel

extension Rule {
  /// A hash index is sorted.
  ///
  /// A hash index finds equal values, and keeps no order.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name(sort: Desc)], type: Hash)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-hash-sort]: an index of type `Hash` can't be sorted
  /// }
  /// ```
  public static let indexHashSort = Rule(
    id: "index-hash-sort", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.method == .hash, context.connector == .postgresql, !context.model.isView,
        index.fields.contains(where: { $0.sort != nil })
      else { return }
      findings.report(
        Message(
          "an index of type `Hash` can't be sorted", help: "remove `sort`, or use the type `BTree`"),
        at: index.range)
    })
}

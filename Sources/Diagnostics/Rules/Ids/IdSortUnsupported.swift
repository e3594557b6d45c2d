import SchemaModel

extension Rule {
  /// The database takes no `sort` in an id.
  ///
  /// Only in SQL Server can a primary key be sorted downwards.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id Int @id(sort: Desc)
  ///          ~~~~~~~~~~~~~~~ error[id-sort-unsupported]: `postgresql` takes no `sort` in an id
  /// }
  /// ```
  public static let idSortUnsupported = Rule(
    id: "id-sort-unsupported", severity: .error, evidence: .line,
    check: .primaryKey { context, key, findings in
      guard !context.connector.supportsSortInIds, !context.model.isView,
        key.fields.contains(where: { $0.sort != nil })
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) takes no `sort` in an id",
          note: "only `sqlserver` does", help: "remove `sort`"),
        at: key.range)
    })
}

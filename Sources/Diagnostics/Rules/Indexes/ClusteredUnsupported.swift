import SchemaModel
import SchemaParser

extension Rule {
  /// The database does not let you choose the clustered index.
  ///
  /// Only SQL Server lets a schema choose by which index a table is stored.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id Int @id(clustered: true)
  ///          ~~~~~~~~~~~~~~~~~~~~ error[clustered-unsupported]: `postgresql` takes no `clustered`
  /// }
  /// ```
  public static let clusteredUnsupported = Rule(
    id: "clustered-unsupported", severity: .error, evidence: .line,
    check: .model { context, findings in
      guard !context.connector.supportsClustering, !context.model.isView else { return }
      func check(_ isClustered: Bool?, _ range: TextRange) {
        guard isClustered != nil else { return }
        findings.report(
          Message(
            "\(context.connector.subject) takes no `clustered`",
            note: "only `sqlserver` does", help: "remove `clustered`"),
          at: range)
      }
      if let key = context.model.primaryKey { check(key.isClustered, key.range) }
      for index in context.model.indexes { check(index.isClustered, index.range) }
    })
}

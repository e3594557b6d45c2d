import SchemaModel

extension Rule {
  /// The database does not have this type of index.
  ///
  /// All databases have B-trees. PostgreSQL has Hash, Gist, Gin, SpGist and Brin besides,
  /// CockroachDB Gin.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name], type: Hash)
  ///                   ~~~~~~~~~~ error[index-type-unsupported]: `mysql` has no indexes of type `Hash`
  /// }
  /// ```
  public static let indexTypeUnsupported = Rule(
    id: "index-type-unsupported", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard let method = index.method, !context.connector.supports(method), !context.model.isView
      else { return }
      let offered = Index.Method.allCases.filter { context.connector.supports($0) }
      findings.report(
        Message(
          "\(context.connector.subject) has no indexes of type `\(method.rawValue)`",
          help: offered.count == 1
            ? "remove `type`" : "use \(offered.map(\.rawValue).listed(last: "or"))"),
        at: index.methodRange ?? index.range)
    })
}

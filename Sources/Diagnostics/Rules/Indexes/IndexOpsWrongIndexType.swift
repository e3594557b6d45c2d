import SchemaModel

extension Rule {
  /// An operator class belongs to another type of index.
  ///
  /// Each operator class is made for one or two types of index.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Event {
  ///   id   Int  @id
  ///   data Json
  ///
  ///   @@index([data(ops: JsonbPathOps)], type: Gist)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-index-type]: operator class `JsonbPathOps` is not for indexes of type `Gist`
  /// }
  /// ```
  public static let indexOpsWrongIndexType = Rule(
    id: "index-ops-wrong-index-type", severity: .error,
    check: .index { context, index, findings in
      context.forEachOperatorClassProblem(of: index) { entry, _, problem in
        guard problem == .wrongIndexType, case .named(let name) = entry.operatorClass else {
          return
        }
        let methods = OperatorClasses.methods(of: name).map(\.rawValue)
        findings.report(
          Message(
            """
            operator class `\(name)` is not for indexes of type \
            `\((index.method ?? .bTree).rawValue)`
            """,
            help: methods.isEmpty ? "remove `ops`" : "use the type \(methods.listed(last: "or"))"),
          at: index.range)
      }
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// An operator class is for fields of certain native types, and the field has none.
  ///
  /// Each operator class compares values of certain types of the database.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Host {
  ///   id      Int    @id
  ///   address String
  ///
  ///   @@index([address(ops: InetOps)], type: Gist)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-native-type-needed]: operator class `InetOps` is for the native type `Inet`, and field `address` has none
  /// }
  /// ```
  public static let indexOpsNativeTypeNeeded = Rule(
    id: "index-ops-native-type-needed", severity: .error,
    check: .index { context, index, findings in
      context.forEachOperatorClassProblem(of: index) { entry, field, problem in
        guard problem == .nativeTypeNeeded, case .named(let name) = entry.operatorClass else {
          return
        }
        let natives = OperatorClasses.nativeTypes(of: name, method: index.method ?? .bTree)
        let prefix = context.configuration.datasource?.identifier.text ?? "db"
        findings.report(
          Message(
            """
            operator class `\(name)` is for the native type \(natives.listed(last: "or")), and field \
            `\(field.name)` has none
            """,
            help: natives.first.map { "add `@\(prefix).\($0)` to the field" }),
          at: index.range,
          related: [RelatedPlace(.fieldName(context.model.id, entry.field), "the field is here")])
      }
    })
}

import SchemaModel

extension Rule {
  /// An operator class is for fields of another native type.
  ///
  /// Each operator class compares values of certain types of the database.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Event {
  ///   id   Int  @id
  ///   data Json @db.Json
  ///
  ///   @@index([data(ops: JsonbPathOps)], type: Gin)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-native-type]: operator class `JsonbPathOps` is not for the native type `Json` of field `data`
  /// }
  /// ```
  public static let indexOpsWrongNativeType = Rule(
    id: "index-ops-wrong-native-type", severity: .error,
    check: .index { context, index, findings in
      context.forEachOperatorClassProblem(of: index) { entry, field, problem in
        guard problem == .wrongNativeType, case .named(let name) = entry.operatorClass else {
          return
        }
        let natives = OperatorClasses.nativeTypes(of: name, method: index.method ?? .bTree)
        findings.report(
          Message(
            """
            operator class `\(name)` is not for the native type \
            `\(field.nativeType?.name ?? "")` of field `\(field.name)`
            """,
            note: natives.isEmpty ? nil : "it is for \(natives.listed())",
            help: "use another class, or change the native type"),
          at: index.range,
          related: [RelatedPlace(.fieldName(context.model.id, entry.field), "the field is here")])
      }
    })
}

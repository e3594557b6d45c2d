import SchemaModel

extension Rule {
  /// A field needs an operator class, since its native type has none that is taken by default.
  ///
  /// An operator class tells an index how to compare values. For most types the database has one
  /// that it takes by default; for this type and index it has none.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Host {
  ///   id      Int    @id
  ///   address String @db.Inet
  ///
  ///   @@index([address], type: Gist)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-native-type-no-default-ops]: in an index of type `Gist` field `address` of native type `Inet` needs an operator class
  /// }
  /// ```
  public static let indexNativeTypeNoDefaultOps = Rule(
    id: "index-native-type-no-default-ops", severity: .error,
    check: .index { context, index, findings in
      context.forEachOperatorClassProblem(of: index) { entry, field, problem in
        guard problem == .noDefaultClass, let method = index.method else { return }
        let classes = OperatorClasses.classes(for: field, method: method)
        let native = field.nativeType?.name ?? ""
        findings.report(
          Message(
            classes.isEmpty
              ? """
              an index of type `\(method.rawValue)` can't hold field `\(field.name)` of native type \
              `\(native)`
              """
              : """
              in an index of type `\(method.rawValue)` field `\(field.name)` of native type \
              `\(native)` needs an operator class
              """,
            help: classes.isEmpty
              ? "use another type of index, or name the class as `ops: raw(\"…\")`"
              : "write `\(field.name)(ops: \(classes[0]))`"),
          at: index.range,
          related: [RelatedPlace(.fieldName(context.model.id, entry.field), "the field is here")])
      }
    })
}

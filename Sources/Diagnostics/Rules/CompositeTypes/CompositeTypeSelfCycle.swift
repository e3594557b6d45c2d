import SchemaModel

extension Rule {
  /// A composite type contains itself.
  ///
  /// A document of such a type would hold a document of the same type, which would hold another, without
  /// end. With an optional field or a list it can stop.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Comment {
  ///   text  String
  ///   reply Comment
  ///   ~~~~~~~~~~~~~ error[composite-type-self-cycle]: composite type `Comment` contains itself without end
  /// }
  /// ```
  public static let compositeTypeSelfCycle = Rule(
    id: "composite-type-self-cycle", severity: .error,
    check: .compositeType { context, findings in
      let type = context.type
      for field in type.fields where field.arity == .required && field.type == .composite(type.id) {
        findings.report(
          Message(
            "composite type `\(type.name)` contains itself without end",
            note: "every value of field `\(field.name)` needs another `\(type.name)` inside",
            help: "make the field optional (`\(type.name)?`) or a list (`\(type.name)[]`)"),
          at: field.range)
      }
    })
}

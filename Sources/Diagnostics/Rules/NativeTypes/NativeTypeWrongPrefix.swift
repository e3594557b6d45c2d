import SchemaModel
import SchemaParser

extension Rule {
  /// A native type begins with something else than the datasource's name.
  ///
  /// The prefix is the name of the datasource block.
  ///
  /// ```prisma
  /// datasource mydb {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @db.Text
  ///               ~~~~~~~~ error[native-type-wrong-prefix]: native types begin with `@mydb.` here, not with `@db.`
  /// }
  /// ```
  public static let nativeTypeWrongPrefix = Rule(
    id: "native-type-wrong-prefix", severity: .error, looksAt: .nativeType, evidence: .line,
    check: .valueField { context, field, findings in
      guard let use = field.nativeType, field.type.scalar != nil,
        let datasource = context.configuration.datasource, use.prefix != datasource.identifier.text
      else { return }
      findings.report(
        Message(
          "native types begin with `@\(datasource.identifier.text).` here, not with `@\(use.prefix).`",
          note: "the datasource is called `\(datasource.identifier.text)`",
          help: "write `@\(datasource.identifier.text).\(use.name)`"),
        at: use.range,
        related: [RelatedPlace(.declarationName(datasource.id), "the datasource is named here")])
    })
}

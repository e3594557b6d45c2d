import SchemaModel
import SchemaParser

extension Rule {
  /// More than two fields of a model refer to the model itself without naming their relations.
  ///
  /// A relation has two sides, so these fields belong to several relations; only names can tell which
  /// two belong together.
  ///
  /// ```prisma
  /// model Person {
  ///   id       Int      @id
  ///   mother   Person?  @relation(fields: [motherId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-unnamed-self]: 3 self-relation fields of `Person` have no name: `mother`, `father` and `children`
  ///   motherId Int?
  ///   father   Person?
  ///   children Person[]
  /// }
  /// ```
  public static let relationUnnamedSelf = Rule(
    id: "relation-unnamed-self", severity: .error,
    check: .model { context, findings in
      RelationAmbiguity.check(.unnamedSelf, context, &findings) { model, fields, count in
        Message(
          "\(count) self-relation fields of `\(model.name)` have no name: "
            + fieldList(fields, count: count),
          note: "a relation has two sides, and only a name can tell which two fields they are",
          help: "give each two fields that belong together a name: `@relation(\"…\")`")
      }
    })
}

/// The first few of `count` fields.
private func fieldList(_ fields: [Field], count: Int) -> String {
  let names = fields.map(\.name)
  guard count > names.count else { return names.quotedList }
  return names.map { "`\($0)`" }.joined(separator: ", ") + ", …"
}

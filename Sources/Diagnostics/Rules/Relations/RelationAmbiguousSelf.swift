import SchemaModel
import SchemaParser

extension Rule {
  /// Two fields of a model refer to the model itself, and neither names its relation.
  ///
  /// They can be the two sides of one relation or belong to two relations. Give both the same
  /// name when they are two sides of one, and each an own name and an opposite when they are not.
  ///
  /// ```prisma
  /// model Node {
  ///   id       Int    @id
  ///   parent   Node?  @relation(fields: [parentId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-ambiguous-self]: self-relation fields `parent` and `children` of `Node` have no name in common
  ///   parentId Int?
  ///   children Node[]
  /// }
  /// ```
  public static let relationAmbiguousSelf = Rule(
    id: "relation-ambiguous-self", severity: .error,
    check: .model { context, findings in
      RelationAmbiguity.check(.selfPair, context, &findings) { model, fields, _ in
        Message(
          "self-relation fields \(fields.map(\.name).quotedList) of `\(model.name)` have no name "
            + "in common",
          note: "they can be the two sides of one relation or belong to two relations",
          help: "give both the same name: `@relation(\"\(model.name)Tree\")`")
      }
    })
}

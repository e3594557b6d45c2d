import SchemaModel
import SchemaParser

extension Rule {
  /// More than two fields of a model share the name of one relation of the model to itself.
  ///
  /// A relation has two sides, so at most two fields can have its name.
  ///
  /// ```prisma
  /// model Node {
  ///   id       Int    @id
  ///   parent   Node?  @relation("tree", fields: [parentId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-wrongly-named-self]: 3 self-relation fields of `Node` are named `tree`
  ///   parentId Int?
  ///   children Node[] @relation("tree")
  ///   friends  Node[] @relation("tree")
  /// }
  /// ```
  public static let relationWronglyNamedSelf = Rule(
    id: "relation-wrongly-named-self", severity: .error,
    check: .model { context, findings in
      RelationAmbiguity.check(.namedSelf, context, &findings) { model, fields, count in
        Message(
          "\(count) self-relation fields of `\(model.name)` are named "
            + "`\(fields.first?.relation?.name?.value ?? "")`",
          note: "a relation has two sides, so at most two fields can share a name",
          help: "give the fields of the other relation a name of their own")
      }
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// Several fields of a model refer to the same other model without naming their relations.
  ///
  /// Without names nothing tells which field of the other model is the opposite of which. Give each
  /// relation a name, on both of its fields.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-ambiguous]: fields `author` and `editor` of `Post` both refer to `User` without a name
  ///   authorId Int
  ///   editor   User @relation(fields: [editorId], references: [id])
  ///   editorId Int
  /// }
  /// ```
  public static let relationAmbiguous = Rule(
    id: "relation-ambiguous", severity: .error,
    check: .model { context, findings in
      RelationAmbiguity.check(.unnamed, context, &findings) { model, fields, count in
        let related = fields.first?.typeName ?? ""
        let text =
          count == 2
          ? "fields \(fields.map(\.name).quotedList) of `\(model.name)` both refer to `\(related)` "
            + "without a name"
          : "\(count) fields of `\(model.name)` refer to `\(related)` without a name"
        return Message(
          text,
          note: "without names it is open which field of `\(related)` belongs to which of them",
          help: "give each relation a name on both of its fields: `@relation(\"…\")`")
      }
    })
}

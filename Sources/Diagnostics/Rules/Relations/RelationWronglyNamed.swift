import SchemaModel
import SchemaParser

extension Rule {
  /// Several fields of a model refer to the same other model by the same relation name.
  ///
  /// A relation between two models has one field in each. Fields of one model that share a name would
  /// be the same side twice.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int    @id
  ///   posts Post[] @relation("writer")
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation("writer", fields: [authorId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-wrongly-named]: 2 fields of `Post` that refer to `User` are named `writer`
  ///   authorId Int
  ///   editor   User @relation("writer", fields: [editorId], references: [id])
  ///   editorId Int
  /// }
  /// ```
  public static let relationWronglyNamed = Rule(
    id: "relation-wrongly-named", severity: .error,
    check: .model { context, findings in
      RelationAmbiguity.check(.named, context, &findings) { model, fields, count in
        let first = fields.first
        return Message(
          "\(count) fields of `\(model.name)` that refer to `\(first?.typeName ?? "")` are named "
            + "`\(first?.relation?.name?.value ?? "")`",
          note: "each side of a relation between two models has one field",
          help: "give each relation a name of its own, the same on both of its fields")
      }
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// An implicit many-to-many relation has no name.
  ///
  /// Its table is called after both models, such as `_PostToTag`, and its columns `A` and `B` follow the
  /// models' alphabetical order. Whoever renames a model later gets another table, and the old one with
  /// all its rows is dropped. A name, `@relation("…")` on both sides, keeps the table; to an existing one
  /// it has to be given as it is called, without the underscore.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id   Int   @id
  ///   tags Tag[]
  ///   ~~~~ hint[lint-unnamed-many-to-many]: the table of `Post.tags` and `Tag.posts` is named after the models
  /// }
  ///
  /// model Tag {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let lintUnnamedManyToMany = Rule(
    id: "lint-unnamed-many-to-many", severity: .hint,
    check: .relation { context, findings in
      // MongoDB has no such tables, and refuses the relation.
      guard context.relation.kind == .implicitManyToMany, context.connector != .mongodb,
        let forward = context.forwardSide,
        let back = context.backSide, forward.field.relation?.name == nil,
        !forward.model.isIgnored, !back.model.isIgnored
      else { return }
      let name = forward.field.relationName(in: forward.model.name)
      findings.report(
        Message(
          "the table of `\(forward.path)` and `\(back.path)` is named after the models",
          note: "it is called `_\(name)`, and renaming a model drops it with all its rows",
          help:
            "write `@relation(\"\(name)\")` on both sides, which changes nothing in the database"),
        at: .fieldName(forward.model.id, forward.field.index),
        related: [RelatedPlace(back.place, "the other side of the relation")])
    })
}

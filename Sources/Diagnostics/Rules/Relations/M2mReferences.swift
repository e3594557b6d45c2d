import SchemaModel
import SchemaParser

extension Rule {
  /// A side of a many-to-many relation has `references`.
  ///
  /// The join table always holds the ids of both sides, so there is nothing to say.
  ///
  /// ```prisma
  /// model Post {
  ///   id   Int   @id
  ///   tags Tag[] @relation(references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[m2m-references]: many-to-many relation `tags` takes no `references`
  /// }
  ///
  /// model Tag {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let m2mReferences = Rule(
    id: "m2m-references", severity: .error,
    check: .relation { context, findings in
      guard context.relation.kind == .implicitManyToMany,
        context.forwardAttribute?.hasReferences == true
          || context.backAttribute?.hasReferences == true
      else { return }
      for side in [context.forwardSide, context.backSide] {
        guard let side, side.field.relation?.hasReferences == true else { continue }
        findings.report(
          Message(
            "many-to-many relation `\(side.field.name)` takes no `references`",
            note: "its join table always holds the ids of both sides",
            help: "remove `references`"),
          at: side.place)
      }
    })
}

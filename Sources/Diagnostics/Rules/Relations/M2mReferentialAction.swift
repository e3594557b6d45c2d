import SchemaModel
import SchemaParser

extension Rule {
  /// A side of a many-to-many relation has `onDelete` or `onUpdate`.
  ///
  /// The rows of the join table always go with the rows they join. Make the join table a model to
  /// choose another action.
  ///
  /// ```prisma
  /// model Post {
  ///   id   Int   @id
  ///   tags Tag[] @relation(onDelete: Restrict)
  ///                                  ~~~~~~~~ error[m2m-referential-action]: many-to-many relation `tags` takes no `onDelete`
  /// }
  ///
  /// model Tag {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let m2mReferentialAction = Rule(
    id: "m2m-referential-action", severity: .error,
    check: .relation { context, findings in
      guard context.relation.kind == .implicitManyToMany else { return }
      context.reportActions(to: &findings) { side, name in
        Message(
          "many-to-many relation `\(side.field.name)` takes no `\(name)`",
          note: "the rows of its join table always go with the rows that they join",
          help: "remove `\(name)`, or make the join table a model")
      }
    })
}

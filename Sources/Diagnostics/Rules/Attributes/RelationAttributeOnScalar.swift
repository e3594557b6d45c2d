import SchemaModel

extension Rule {
  /// A field that holds no model has `@relation`.
  ///
  /// `@relation` belongs on the field whose type is the related model. It names the scalar fields
  /// that hold the key.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int    @id
  ///   authorId Int    @relation("author")
  ///                   ~~~~~~~~~~~~~~~~~~~ error[relation-attribute-on-scalar]: field `authorId` can't have `@relation`
  ///                             ~~~~~~~~ error[argument-unknown]: `@relation` takes no argument `"author"`
  /// }
  /// ```
  public static let relationAttributeOnScalar = Rule(
    id: "relation-attribute-on-scalar", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` can't have `@relation`",
        note: "its type `\(problem[1])` is no model",
        help: "put `@relation` on a field whose type is the related model")
    })
}

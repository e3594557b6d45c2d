import SchemaModel

extension Rule {
  /// A field of a composite type has `@default`.
  ///
  /// Prisma has no notation for a whole composite value. The fields of the composite type can have
  /// defaults.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  /// }
  ///
  /// model User {
  ///   id      String  @id @map("_id")
  ///   address Address @default("Elm Street")
  ///                   ~~~~~~~~~~~~~~~~~~~~~~ error[default-on-composite-type]: field `address` of composite type `Address` can't have a default
  /// }
  /// ```
  public static let defaultOnCompositeType = Rule(
    id: "default-on-composite-type", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` of composite type `\(problem[1])` can't have a default",
        help: "remove `@default`; the fields of `\(problem[1])` can have defaults")
    })
}

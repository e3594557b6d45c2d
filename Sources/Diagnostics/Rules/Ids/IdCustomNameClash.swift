import SchemaModel
import SchemaParser

extension Rule {
  /// The name of an id is taken by another key of the model.
  ///
  /// The client finds rows by it, so the `name` of each `@@id` and `@@unique` of a model must differ.
  ///
  /// ```prisma
  /// model Person {
  ///   first String
  ///   last  String
  ///   email String
  ///
  ///   @@id([first, last], name: "who")
  ///                       ~~~~~~~~~~~ error[id-custom-name-clash]: the name `who` is used by another key of model `Person`
  ///   @@unique([first, email], name: "who")
  ///                            ~~~~~~~~~~~ error[unique-custom-name-clash]: the name `who` is used by another key of model `Person`
  /// }
  /// ```
  public static let idCustomNameClash = Rule(
    id: "id-custom-name-clash", severity: .error,
    check: .primaryKey { context, key, findings in
      guard let name = key.name, !context.model.isView else { return }
      for index in context.model.indexes where index.kind == .unique {
        guard let other = index.name, other.value == name.value else { continue }
        findings.report(
          Message(
            "the name `\(name.value)` is used by another key of model `\(context.model.name)`",
            help: "choose another `name` for one of them"),
          at: name.range,
          related: [RelatedPlace(.range(context.model.id, other.range), "the other key is here")])
        return
      }
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// The name of a unique is taken by another key of the model.
  ///
  /// The client finds rows by it, so the `name` of each `@@id` and `@@unique` of a model must differ.
  ///
  /// ```prisma
  /// model Person {
  ///   id    Int    @id
  ///   first String
  ///   last  String
  ///   email String
  ///
  ///   @@unique([first, last], name: "who")
  ///                           ~~~~~~~~~~~ error[unique-custom-name-clash]: the name `who` is used by another key of model `Person`
  ///   @@unique([first, email], name: "who")
  ///                            ~~~~~~~~~~~ error[unique-custom-name-clash]: the name `who` is used by another key of model `Person`
  /// }
  /// ```
  public static let uniqueCustomNameClash = Rule(
    id: "unique-custom-name-clash", severity: .error,
    check: .model { context, findings in
      let model = context.model
      guard !model.isView else { return }
      // Few models have two named uniques, so nothing is collected before the second.
      var named = model.primaryKey?.name == nil ? 0 : 1
      for index in model.indexes where index.kind == .unique && index.name != nil { named += 1 }
      guard named > 1 else { return }
      var uses: [String: [TextRange]] = [:]
      if let name = model.primaryKey?.name { uses[name.value, default: []].append(name.range) }
      for index in model.indexes where index.kind == .unique {
        if let name = index.name { uses[name.value, default: []].append(name.range) }
      }
      for index in model.indexes where index.kind == .unique {
        guard let name = index.name, let ranges = uses[name.value], ranges.count > 1,
          let other = ranges.first(where: { $0 != name.range })
        else { continue }
        findings.report(
          Message(
            "the name `\(name.value)` is used by another key of model `\(model.name)`",
            help: "choose another `name` for one of them"),
          at: name.range, related: [RelatedPlace(.range(model.id, other), "the other key is here")])
      }
    })
}

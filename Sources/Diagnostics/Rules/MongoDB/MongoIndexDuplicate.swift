import SchemaModel

extension Rule {
  /// Two indexes of MongoDB cover the same fields.
  ///
  /// MongoDB refuses a second index over the same fields in the same order, whatever its name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id   String @id @map("_id")
  ///   name String
  ///
  ///   @@index([name], map: "a")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-index-duplicate]: another index covers `name` in the same way
  ///   @@index([name], map: "b")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-index-duplicate]: another index covers `name` in the same way
  /// }
  /// ```
  public static let mongoIndexDuplicate = Rule(
    id: "mongo-index-duplicate", severity: .error,
    check: .model { context, findings in
      let model = context.model
      guard context.connector == .mongodb, model.indexes.count > 1, !model.isView else { return }
      var uses: [[IndexKeyPart]: [Int]] = [:]
      for index in model.indexes {
        uses[index.fields.map(IndexKeyPart.init), default: []].append(index.ordinal)
      }
      guard uses.count < model.indexes.count else { return }
      for index in model.indexes {
        guard let same = uses[index.fields.map(IndexKeyPart.init)], same.count > 1,
          let other = same.first(where: { $0 != index.ordinal }),
          model.indexes.indices.contains(other)
        else { continue }
        let paths = index.fields.map { model.path(of: $0, in: context.schema) }
        findings.report(
          Message(
            "another index covers \(paths.listed()) in the same way",
            note: "`mongodb` makes an index over the same fields only once",
            help: "remove one of them"),
          at: index.range,
          related: [
            RelatedPlace(.range(model.id, model.indexes[other].range), "the other one is here")
          ])
      }
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// The actions of several relations of a model lead to the same other model.
  ///
  /// SQL Server refuses a foreign key when a table is reached over it and over another one. `NoAction` on
  /// both actions of all but one of the relations leaves a single way.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id       Int       @id
  ///   posts    Post[]
  ///   comments Comment[]
  /// }
  ///
  /// model Post {
  ///   id       Int       @id
  ///   author   User      @relation(fields: [authorId], references: [id])
  ///   authorId Int
  ///   comments Comment[]
  /// }
  ///
  /// model Comment {
  ///   id       Int  @id
  ///   post     Post @relation(fields: [postId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-multiple-cascade-paths]: changes of `User` reach `Comment` over `post` and over another relation
  ///   postId   Int
  ///   writer   User @relation(fields: [writerId], references: [id])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-multiple-cascade-paths]: changes of `User` reach `Comment` over `writer` and over another relation
  ///   writerId Int
  /// }
  /// ```
  public static let relationMultipleCascadePaths = Rule(
    id: "relation-multiple-cascade-paths", severity: .error,
    check: .schema { context, findings in
      guard context.connector == .sqlserver, context.configuration.relationMode == .foreignKeys
      else { return }
      let paths = CascadePaths(context.schema)
      for (index, slots) in paths.found {
        let edge = paths.graph.edges[index]
        guard let model = context.schema.model(BlockID(edge.source)),
          let field = model.field(at: edge.field)
        else { continue }
        findings.stage = .relation
        findings.field = field.index
        findings.otherModel = field.type.modelID
        let models = slots.compactMap { context.schema.model(BlockID($0)) }
        findings.report(
          Message(
            "changes of \(models.map(\.name).quotedList) reach `\(model.name)` over "
              + "`\(field.name)` and over another relation",
            note: "SQL Server refuses foreign keys that reach one table over several ways",
            help: "write `onDelete: NoAction, onUpdate: NoAction` on all but one of the relations"),
          at: .field(model.id, field.index),
          related: models.map { RelatedPlace(.declarationName($0.id), "reached several times") })
      }
    })
}

import SchemaModel
import SchemaParser

extension Rule {
  /// Required relations with `onDelete: Cascade` form a circle.
  ///
  /// Each row needs the next one to exist before it, so that not even the first can be created; and
  /// if there were rows, the deletion of one would take along all that hang together. One
  /// of the relations has to be optional. Where the database, or Prisma in its place, refuses the
  /// circle, `relation-cascade-cycle` tells it.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id        Int     @id
  ///   profileId Int     @unique
  ///   profile   Profile @relation("profile", fields: [profileId], references: [id], onDelete: Cascade)
  ///   ~~~~~~~ warning[lint-required-cascade-cycle]: no `User` can exist before itself: `User.profile` → `Profile.owner`
  ///   owns      Profile? @relation("owner")
  /// }
  ///
  /// model Profile {
  ///   id      Int   @id
  ///   ownerId Int   @unique
  ///   owner   User  @relation("owner", fields: [ownerId], references: [id], onDelete: Cascade)
  ///   ~~~~~ warning[lint-required-cascade-cycle]: no `Profile` can exist before itself: `Profile.owner` → `User.profile`
  ///   user    User? @relation("profile")
  /// }
  /// ```
  public static let lintRequiredCascadeCycle = Rule(
    id: "lint-required-cascade-cycle", severity: .warning,
    check: .schema { context, findings in
      guard !context.requiredCascades.isEmpty, context.connector != .none,
        !CascadeCycles.isChecked(context.configuration)
      else { return }
      let schema = context.schema
      let edges = context.requiredCascades.sorted {
        (schema.position(of: BlockID($0.source)), $0.field)
          < (schema.position(of: BlockID($1.source)), $1.field)
      }
      let graph = CascadeGraph(edges, of: schema)
      var steps = 1_000_000
      for (index, edge) in edges.enumerated() {
        guard let model = schema.model(BlockID(edge.source)) else { continue }
        let path = graph.path(from: index, steps: &steps) { $0.target == edge.source }
        let names = path.prefix(6).map { step -> String in
          let model = schema.model(BlockID(edges[step].source))
          return "`\(model?.name ?? "").\(model?.field(at: edges[step].field)?.name ?? "")`"
        }
        findings.stage = .relation
        findings.field = edge.field
        findings.otherModel = BlockID(edge.target)
        findings.report(
          Message(
            "no `\(model.name)` can exist before itself: \(names.joined(separator: " → "))"
              + (path.count > 6 ? " → …" : ""),
            note:
              "each of these relations is required, and a row must exist before another one can "
              + "refer to it; with `onDelete: Cascade` they also take each other along",
            help: "make one of the relations optional"),
          at: .fieldName(model.id, edge.field),
          related: path.dropFirst().prefix(8).map {
            RelatedPlace(.field(BlockID(edges[$0].source), edges[$0].field), "goes on here")
          })
      }
    })
}

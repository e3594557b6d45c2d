import SchemaModel
import SchemaParser

extension Rule {
  /// `onDelete` or `onUpdate` asks for an action that the database, or the client in its place, doesn't
  /// offer.
  ///
  /// SQL Server knows no `Restrict`; with `relationMode = "prisma"` the client acts, and knows no
  /// `SetDefault`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id], onDelete: Restrict)
  ///                                                                 ~~~~~~~~~~~~~~~~~~ error[relation-action-unsupported]: `Restrict` is not offered by sqlserver
  ///   authorId Int
  /// }
  /// ```
  public static let relationActionUnsupported = Rule(
    id: "relation-action-unsupported", severity: .error,
    check: .relationField { context, field, findings in
      guard let attribute = field.relation, attribute.hasActions else { return }
      let configuration = context.configuration
      let offered = configuration.referentialActions
      for (_, action, _, _) in attribute.actions where !offered.offers(action.action) {
        let isEmulated = configuration.relationMode == .prisma
        let place =
          context.connector.displayName
          + (isEmulated && context.connector != .mongodb ? " with `relationMode = \"prisma\"`" : "")
        let names = offered.actions.map(\.rawValue).quotedList
        findings.report(
          Message(
            "`\(action.action.rawValue)` is not offered by \(place)",
            note: "the actions offered are \(names)",
            help: advice(action.action, offered)),
          at: action.range)
      }
    })
}

private func advice(_ action: ReferentialAction, _ offered: ReferentialActions) -> String? {
  if action == .noAction && offered.contains(.restrict) {
    return "use `Restrict`, which also refuses the change"
  }
  if action == .restrict && offered.contains(.noAction) {
    return "use `NoAction`, which also refuses the change"
  }
  return nil
}

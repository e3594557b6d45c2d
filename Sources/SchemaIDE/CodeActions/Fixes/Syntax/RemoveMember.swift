import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes a field, value or property that is there a second time, or does not belong there.
  static let removeMember = QuickFix("Remove a field, value or property", rules: rulesOfMembers) {
    context in
    let id = context.diagnostic.id
    let key =
      id.contains("shadow-equals")
      ? "shadowDatabaseUrl" : id == "config-property-missing-value" ? context.problem?[0] : nil
    let member =
      key.flatMap { context.propertyNamed($0)?.syntax }
      ?? context.cursor.nodes.last { $0.kind.isMember }
    guard let member, let name = member.first(.name)?.text,
      id != "field-missing-type" || context.joinedList == nil
    else { return [] }
    return [
      context.fix("Remove `\(name)`", isPreferred: !doubtfulMembers.contains(id)) { edit in
        context.editor.removeLine(of: member.range, in: &edit)
      }
    ]
  }

  private static let rulesOfMembers = [
    "config-property-missing-value", "datasource-preview-features", "datasource-property-unknown",
    "datasource-relation-mode-twice", "datasource-relation-mode-unsupported",
    "datasource-schemas-empty", "datasource-schemas-unsupported", "datasource-shadow-equals-direct",
    "datasource-shadow-equals-url", "duplicate-composite-field", "duplicate-config-key",
    "duplicate-enum-value", "duplicate-field", "field-missing-type",
  ]

  private static let doubtfulMembers: Set<String> = [
    "datasource-property-unknown", "field-missing-type", "config-property-missing-value",
  ]
}

extension SyntaxKind {
  /// Whether it is a line of a declaration.
  fileprivate var isMember: Bool {
    switch self {
    case .field, .enumValue, .property, .blockAttribute: true
    default: false
    }
  }
}

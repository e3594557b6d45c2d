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
    let isObvious =
      id.hasPrefix("duplicate-") ? context.isRepetition(member) : saysNothing.contains(id)
    return [
      context.fix("Remove `\(name)`", isPreferred: isObvious) { edit in
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

  /// Rules about what is empty, or said by another line.
  private static let saysNothing: Set<String> = [
    "datasource-schemas-empty", "datasource-shadow-equals-direct", "datasource-shadow-equals-url",
  ]
}

extension QuickFixContext {
  /// Whether a field, value or property stands before another time, but for blanks, and no comment speaks of
  /// this one.
  fileprivate func isRepetition(_ member: Syntax) -> Bool {
    guard let members = editor.declaration?.children else { return false }
    let name = member.first(.name)?.text
    let text = words(of: member)
    let isCommented = members.contains {
      $0.kind.isComment
        && editor.lines.number(of: $0.range.end) + 1 >= editor.lines.number(of: member.range.start)
        && $0.range.end <= member.range.start
    }
    return !isCommented
      && members.contains {
        $0.range.start < member.range.start && $0.kind == member.kind
          && $0.first(.name)?.text == name && words(of: $0) == text
      }
  }

  private func words(of member: Syntax) -> String {
    member.text.filter { !$0.isWhitespace }
  }
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

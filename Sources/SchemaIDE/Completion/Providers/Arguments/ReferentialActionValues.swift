import SchemaModel
import SchemaParser

/// Values of `onDelete` and `onUpdate` that the database and the fields of the relation allow.
extension ArgumentCompletion {
  func referentialActionItems(isUpdate: Bool) -> [CompletionItem] {
    if isInQuotes { return [] }
    let isRequired = isRelationRequired
    let implied =
      isUpdate
      ? configuration.defaultOnUpdate : configuration.defaultOnDelete(isRequired: isRequired)
    return actions(isRequired: isRequired)
      .map { action in
        item(
          action.rawValue, .value,
          detail: (action == implied ? "default: " : "") + action.effect(isUpdate: isUpdate),
          subject: .referentialAction(action.rawValue),
          rank: action == .setDefault ? .rare : .usual)
      }
  }

  /// The actions that the database has, for rows that can or can't do without the row that they refer to.
  func actions(isRequired: Bool) -> [ReferentialAction] {
    configuration.referentialActions.actions.filter { $0 != .setNull || !isRequired }
  }

  /// Whether a row can't do without the row that it refers to.
  private var isRelationRequired: Bool {
    guard let field else { return true }
    let scalars = (names(inArgument: "fields") ?? []).compactMap { model?.field(Name($0)) }
    if scalars.isEmpty { return !field.isOptional }
    return !field.isOptional || scalars.contains { $0.arity == .required }
  }
}

extension ReferentialAction {
  /// What happens to the row, in a few words.
  fileprivate func effect(isUpdate: Bool) -> String {
    switch self {
    case .cascade: isUpdate ? "follow the new key" : "delete this row too"
    case .restrict: "refuse the change at once"
    case .noAction: "refuse the change, if still needed at the end"
    case .setNull: "empty the fields"
    case .setDefault: "set the fields to their defaults"
    }
  }
}

/// A set of referential actions.
package struct ReferentialActions: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let cascade = ReferentialActions(.cascade)
  package static let restrict = ReferentialActions(.restrict)
  package static let noAction = ReferentialActions(.noAction)
  package static let setNull = ReferentialActions(.setNull)
  package static let setDefault = ReferentialActions(.setDefault)
  package static let all: ReferentialActions = [
    .cascade, .restrict, .noAction, .setNull, .setDefault,
  ]

  /// The set of one action.
  package init(_ action: ReferentialAction) {
    switch action {
    case .cascade: rawValue = 1
    case .restrict: rawValue = 2
    case .noAction: rawValue = 4
    case .setNull: rawValue = 8
    case .setDefault: rawValue = 16
    }
  }

  /// Whether `action` is in the set.
  package func offers(_ action: ReferentialAction) -> Bool { contains(ReferentialActions(action)) }

  /// The actions, in the order of ``ReferentialAction``.
  package var actions: [ReferentialAction] { ReferentialAction.allCases.filter(offers) }
}

extension Connector {
  /// The actions that a relation can ask for.
  ///
  /// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/referential-actions
  package func referentialActions(in mode: RelationMode) -> ReferentialActions {
    switch mode {
    case .foreignKeys:
      switch self {
      case .none, .postgresql, .cockroachdb, .mysql, .sqlite: .all
      case .sqlserver: [.cascade, .noAction, .setNull, .setDefault]
      case .mongodb: []
      }
    case .prisma:
      switch self {
      case .none: .all
      case .postgresql, .sqlite: [.cascade, .restrict, .setNull]
      case .cockroachdb, .mysql, .sqlserver, .mongodb: [.cascade, .restrict, .noAction, .setNull]
      }
    }
  }
}

extension Configuration {
  /// The actions that a relation can ask for.
  package var referentialActions: ReferentialActions {
    connector.referentialActions(in: relationMode)
  }

  /// What `onDelete` means where it is absent.
  package func defaultOnDelete(isRequired: Bool) -> ReferentialAction {
    guard isRequired else { return .setNull }
    return referentialActions.contains(.restrict) ? .restrict : .noAction
  }

  /// What `onUpdate` means where it is absent.
  package var defaultOnUpdate: ReferentialAction { .cascade }
}

extension Model {
  /// Whether a row of this model needs the row that its relation field at `index` refers to: a field
  /// in `fields` is required, or the relation field itself is.
  package func requiresRelation(at index: Int) -> Bool {
    guard fields.indices.contains(index) else { return false }
    if let scalars = fields[index].relation?.fields?.fields {
      for scalar in scalars where fields.indices.contains(scalar) {
        if fields[scalar].arity == .required { return true }
      }
    }
    return fields[index].arity == .required
  }
}

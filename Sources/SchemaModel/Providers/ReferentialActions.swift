/// A set of referential actions.
public struct ReferentialActions: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let cascade = ReferentialActions(.cascade)
  public static let restrict = ReferentialActions(.restrict)
  public static let noAction = ReferentialActions(.noAction)
  public static let setNull = ReferentialActions(.setNull)
  public static let setDefault = ReferentialActions(.setDefault)
  public static let all: ReferentialActions = [
    .cascade, .restrict, .noAction, .setNull, .setDefault,
  ]

  /// The set of one action.
  public init(_ action: ReferentialAction) {
    switch action {
    case .cascade: rawValue = 1
    case .restrict: rawValue = 2
    case .noAction: rawValue = 4
    case .setNull: rawValue = 8
    case .setDefault: rawValue = 16
    }
  }

  /// Whether `action` is in the set.
  public func offers(_ action: ReferentialAction) -> Bool { contains(ReferentialActions(action)) }

  /// The actions, in the order of ``ReferentialAction``.
  public var actions: [ReferentialAction] { ReferentialAction.allCases.filter(offers) }
}

extension Connector {
  /// The actions that a relation can ask for.
  ///
  /// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/referential-actions
  public func referentialActions(in mode: RelationMode) -> ReferentialActions {
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
  public var referentialActions: ReferentialActions {
    connector.referentialActions(in: relationMode)
  }

  /// What `onDelete` means where it is absent.
  public func defaultOnDelete(isRequired: Bool) -> ReferentialAction {
    guard isRequired else { return .setNull }
    return referentialActions.contains(.restrict) ? .restrict : .noAction
  }

  /// What `onUpdate` means where it is absent.
  public var defaultOnUpdate: ReferentialAction { .cascade }
}

extension Model {
  /// Whether a row of this model needs the row that its relation field at `index` refers to: a field
  /// in `fields` is required, or the relation field itself is.
  public func requiresRelation(at index: Int) -> Bool {
    guard fields.indices.contains(index) else { return false }
    if let scalars = fields[index].relation?.fields?.fields {
      for scalar in scalars where fields.indices.contains(scalar) {
        if fields[scalar].arity == .required { return true }
      }
    }
    return fields[index].arity == .required
  }
}

import Migration

/// What a database says of a hazard.
public struct HazardFact: Hashable, Sendable {
  /// One sentence.
  public let text: String
  /// Whether it means that the statement fails.
  public let provesFailure: Bool
  /// The kind of hazard that it belongs to, nil when it is about the table.
  public let code: Hazard.Code?
  /// The columns of that hazard: ``Hazard/columns``.
  public let columns: [String]
  /// What decides that hazard, nil where this does not.
  public let evidence: Hazard.Evidence?
  /// Whether it says that there is nothing of what was looked for.
  public let isAbsence: Bool

  public init(
    _ text: String, provesFailure: Bool = false, code: Hazard.Code? = nil, columns: [String] = [],
    evidence: Hazard.Evidence? = nil, isAbsence: Bool = false
  ) {
    self.text = text
    self.provesFailure = provesFailure
    self.code = code
    self.columns = columns
    self.evidence = evidence
    self.isAbsence = isAbsence
  }

  /// Whether it tells if a hazard comes true.
  func decides(_ hazard: Hazard) -> Bool {
    code == hazard.code && columns == hazard.columns && evidence == hazard.evidence
  }
}

extension Hazard.Code {
  /// The code of diagnostics that tell of it: `migration-data-loss`.
  public var diagnosticCode: String {
    var code = "migration-"
    for character in "\(self)" {
      if character.isUppercase { code += "-" }
      code += character.lowercased()
    }
    return code
  }

  /// Whether it is worth a mark in the schema. Locks for a moment are part of nearly every change, and
  /// are told in the preview alone.
  public var isMarked: Bool {
    switch self {
    case .dataLoss, .probableRename, .willFail, .rewrite, .longLock, .defect, .dependant, .needless:
      true
    default: false
    }
  }
}

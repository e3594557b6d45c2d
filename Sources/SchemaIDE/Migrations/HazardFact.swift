import Migration

/// What a database says of a hazard.
package struct HazardFact: Hashable, Sendable {
  /// One sentence.
  package let text: String
  /// Whether it means that the statement fails.
  package let provesFailure: Bool

  package init(_ text: String, provesFailure: Bool = false) {
    self.text = text
    self.provesFailure = provesFailure
  }
}

extension Hazard.Code {
  /// The code of diagnostics that tell of it: `migration-data-loss`.
  package var diagnosticCode: String {
    var code = "migration-"
    for character in "\(self)" {
      if character.isUppercase { code += "-" }
      code += character.lowercased()
    }
    return code
  }

  /// Whether it is worth a mark in the schema. Locks for a moment are part of nearly every change, and
  /// are told in the preview alone.
  package var isMarked: Bool {
    switch self {
    case .dataLoss, .probableRename, .willFail, .rewrite, .longLock, .defect, .needless: true
    default: false
    }
  }
}

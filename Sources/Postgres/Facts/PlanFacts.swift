import Migration

/// What a database says about the data that a plan meets.
public struct PlanFacts: Sendable {
  /// What it says of the steps, by their places in the plan; a step that nothing is said of is absent.
  public var steps: [Int: StepFacts] = [:]
  /// What could not be found out, and why: a sentence each.
  public var gaps: [String] = []

  public init() {}
}

/// What a database says of a step.
public struct StepFacts: Hashable, Sendable {
  /// How large the step's table is; nil when that is not known, or there is none.
  public var size: TableSize?
  /// What stands in the way, or is lost.
  public var findings: [DataFinding] = []
  /// What was looked for, and is not there.
  public var absences: [DataFinding] = []

  public init() {}
}

/// How large a table is.
public struct TableSize: Hashable, Sendable {
  public var table: QualifiedName
  /// The number of rows; nil when it was never measured.
  public var rows: Int?
  /// Whether the rows were counted; else they are what ANALYZE measured.
  public var isExact = false
  /// On the disk, with indexes, in bytes; nil when that could not be found out.
  public var bytes: Int?

  /// In words: `about 1,234 rows, 2.5 MB`.
  public var text: String {
    var parts: [String] = []
    if let rows {
      parts.append("\(isExact ? "" : "about ")\(FactText.number(rows)) row\(rows == 1 ? "" : "s")")
    } else {
      parts.append("rows never counted by ANALYZE")
    }
    if let bytes { parts.append(FactText.bytes(bytes)) }
    return parts.joined(separator: ", ")
  }
}

/// Something that was found in a database.
public struct DataFinding: Hashable, Sendable {
  /// The hazard that it belongs to.
  public let code: Hazard.Code
  /// One sentence.
  public let text: String
  /// Whether it means that a statement fails.
  public let provesFailure: Bool
  /// The query that shows it, nil where that says nothing more.
  public let query: String?
  /// The columns of the hazard that it belongs to: ``Hazard/columns``.
  public var columns: [String] = []
  /// What decides that hazard, nil where this does not.
  public var evidence: Hazard.Evidence?
}

/// Numbers as people read them.
enum FactText {
  /// With commas between the thousands.
  static func number(_ value: Int) -> String {
    var digits = Array(String(value.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }

  /// With the unit that leaves up to four digits.
  static func bytes(_ value: Int) -> String {
    var amount = Double(value)
    for unit in ["bytes", "kB", "MB", "GB"] {
      if amount < 1024 { return rounded(amount, unit) }
      amount /= 1024
    }
    return rounded(amount, "TB")
  }

  private static func rounded(_ amount: Double, _ unit: String) -> String {
    let tenths = Int((amount * 10).rounded())
    return tenths >= 100 || tenths % 10 == 0
      ? "\(number((tenths + 5) / 10)) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// A span of seconds: `3 min`.
  static func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(seconds) s"
    case ..<7200: "\(seconds / 60) min"
    default: "\(seconds / 3600) h"
    }
  }
}

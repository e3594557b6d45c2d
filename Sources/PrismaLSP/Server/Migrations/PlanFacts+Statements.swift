import Migration
import Postgres
import SchemaIDE

extension PlanFacts {
  /// What the database says, by the text of the statement that it concerns: what is said of a step stands
  /// with the one of its statements that has the most hazards.
  func ofStatements(in preview: MigrationPreview) -> [String: [HazardFact]] {
    var main: [Int: MigrationStatement] = [:]
    for entry in preview.statements {
      let statement = entry.statement
      let known = main[statement.step]?.hazards.count ?? -1
      if statement.hazards.count > known { main[statement.step] = statement }
    }
    var result: [String: [HazardFact]] = [:]
    for (step, facts) in steps {
      guard let sql = main[step]?.sql else { continue }
      var texts: [HazardFact] = []
      if let size = facts.size { texts.append(HazardFact("`\(size.table.name)` has \(size.text)")) }
      texts += facts.findings.map { HazardFact($0, isAbsence: false) }
      texts += facts.absences.map { HazardFact($0, isAbsence: true) }
      result[sql] = texts
    }
    return result
  }
}

extension HazardFact {
  fileprivate init(_ finding: DataFinding, isAbsence: Bool) {
    self.init(
      finding.text, provesFailure: finding.provesFailure, code: finding.code,
      columns: finding.columns, evidence: finding.evidence, isAbsence: isAbsence)
  }
}

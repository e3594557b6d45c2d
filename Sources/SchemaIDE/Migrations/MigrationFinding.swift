import Migration

/// What is to be said of the next migration at a place in the schema: a hazard that comes from there, or
/// that migrations leave alone what is declared there.
public struct MigrationFinding: Hashable, Sendable {
  /// Where.
  public let place: FileRange
  /// The code of its diagnostic.
  public let code: String
  /// What happens, what the database says of it, and the statement.
  public let message: String
  /// Whether the database says that the statement fails.
  public let isCertain: Bool
  /// Whether it is no hazard, and what stands there is shown faded.
  public var isFaded = false
}

extension MigrationPreview {
  /// The hazards that are worth a mark in the schema, in the order of the statements. Those that come
  /// from nothing that is left in the schema are not among them.
  public var findings: [MigrationFinding] {
    statements.flatMap { entry -> [MigrationFinding] in
      // What takes several lines is read where they are: in the preview, or in the hover.
      let sql = entry.statement.sql
      let tail = sql.utf8.contains(UInt8(ascii: "\n")) ? "" : "\n\(sql);"
      func finding(
        _ code: Hazard.Code, _ texts: [String], _ place: FileRange?, isCertain: Bool
      ) -> MigrationFinding? {
        place.map {
          MigrationFinding(
            place: $0, code: code.diagnosticCode,
            message: "the next migration: " + texts.joined(separator: "\n") + tail,
            isCertain: isCertain)
        }
      }
      let known = entry.statement.hazards.filter(\.code.isMarked).compactMap { hazard in
        let facts = entry.facts(on: hazard)
        // It was looked for, and nothing stands in the way.
        if facts.contains(where: \.isAbsence) { return nil as MigrationFinding? }
        return finding(
          hazard.code, [hazard.message] + facts.map(\.text), entry.place(of: hazard),
          isCertain: facts.contains(where: \.provesFailure))
      }
      // What only the database knows.
      return known
        + entry.otherFacts.filter(\.provesFailure).compactMap { fact in
          fact.code.flatMap { finding($0, [fact.text], entry.places.first, isCertain: true) }
        }
    }
  }

  /// The statements that come from a place, for who looks at it.
  public func statements(at place: FileRange) -> [Statement] {
    statements.filter { $0.places.contains(place) }
  }
}

extension MigrationPreview.Statement {
  /// The hazards that come from a place, for who looks at it: those of other columns are left out.
  public func hazards(at place: FileRange) -> [Hazard] {
    statement.hazards.filter { hazard in
      if hazard.columns.isEmpty { return true }
      // Those of columns that are gone stand with the declaration.
      return hazard.columns.contains { columnPlaces[$0] == place }
        || places.first == place && !columnPlaces.values.contains(place)
    }
  }
}

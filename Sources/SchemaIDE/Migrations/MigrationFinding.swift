import Migration

/// A hazard of the next migration, at the place in the schema that it comes from.
package struct MigrationFinding: Hashable, Sendable {
  /// Where.
  package let place: FileRange
  /// The code of its diagnostic.
  package let code: String
  /// What happens, what the database says of it, and the statement.
  package let message: String
  /// Whether the database says that the statement fails.
  package let isCertain: Bool
}

extension MigrationPreview {
  /// The hazards that are worth a mark in the schema, in the order of the statements. Those that come
  /// from nothing that is left in the schema are not among them.
  package var findings: [MigrationFinding] {
    statements.flatMap { entry -> [MigrationFinding] in
      guard let place = entry.places.first else { return [] }
      let failure = entry.facts.first(where: \.provesFailure)
      return entry.statement.hazards.filter(\.code.isMarked).map { hazard in
        let isCertain = hazard.code == .willFail && failure != nil
        let facts = hazard.code == .willFail ? [failure].compactMap(\.self) : []
        let message = ([hazard.message] + facts.map(\.text)).joined(separator: "\n")
        return MigrationFinding(
          place: place, code: hazard.code.diagnosticCode,
          message: "the next migration: \(message)\n\(entry.statement.sql);", isCertain: isCertain)
      }
    }
  }

  /// The statements that come from a place, for who looks at it.
  package func statements(at place: FileRange) -> [Statement] {
    statements.filter { $0.places.contains(place) }
  }
}

import Migration
import SchemaModel
import SchemaParser
import TestSupport
import Testing

/// The plan that leads from one schema to another, from nothing when there is none.
func plan(
  from previous: String?, to next: String, provider: String = "postgresql",
  profile: SQLProfile = .sevenTen
) throws -> Plan {
  let next = try structure(next, provider: provider, profile: profile)
  let previous =
    try previous.map { try structure($0, provider: provider, profile: profile) }
    ?? SQLSchema(dialect: next.dialect, origin: .empty)
  return Plan(from: previous, to: next)
}

/// Checks that the script from one schema to another is exactly `script`.
func check(
  from previous: String?, to next: String, provider: String = "postgresql",
  profile: SQLProfile = .sevenTen, _ script: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let plan = try plan(from: previous, to: next, provider: provider, profile: profile)
  let text = SQLScript(plan, profile: profile).text
  #expect(text == script + "\n", sourceLocation: sourceLocation)
}

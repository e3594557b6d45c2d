import Migration
import SchemaModel

extension HoverPlace {
  /// The SQL that makes the table of a model with its indexes and foreign keys, as a migration has it; nil
  /// where none is made, and while a type is unknown.
  func tableStatements(_ model: Model) -> String? {
    guard model.fields.allSatisfy({ $0.type != .unresolved }) else { return nil }
    let profile = SQLProfile(configuration.version)
    guard let structure = SQLSchema(tableOf: model, in: schema, profile: profile) else {
      return nil
    }
    let plan = Plan(from: SQLSchema(dialect: structure.dialect, origin: .empty), to: structure)
    let statements = SQLScript(plan, profile: profile).sections.flatMap(\.statements)
    if statements.isEmpty { return nil }
    let lines = statements.map { $0 + ";" }.joined(separator: "\n\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(Self.lineLimit).joined(separator: "\n")
    return lines.count > Self.lineLimit
      ? shown + "\n-- … and \(lines.count - Self.lineLimit) more lines" : shown
  }
}

import SchemaModel
import SchemaParser

/// Finds what is wrong with a schema, and after an edit only what can have changed.
///
/// A value: a copy goes on answering for its moment.
public struct SchemaAnalyzer: Sendable {
  /// The schema as of the last update.
  public private(set) var schema = Schema()
  /// What the checks of each declaration found, by slot.
  private(set) var findings: [Findings.Result] = []
  /// What the checks of the whole schema found.
  private(set) var schemaFindings = Findings.Result()
  /// The comments that silence findings, by the slot of the declaration they stand in.
  private(set) var ignoreComments: [BlockID: IgnoreComments] = [:]
  private var survey = SchemaSurvey()

  /// What most of the schema does.
  public var conventions: Conventions { survey.conventions }

  public init() {}

  /// Takes over the files of a schema, in order, and checks what changed.
  public mutating func update(files: [SourceFile], version: PrismaVersion) {
    let update = schema.update(files: files, version: version)
    let added = schema.slotCount - findings.count
    if added > 0 { findings.append(contentsOf: repeatElement(Findings.Result(), count: added)) }
    for slot in update.removed { findings[Int(slot)] = Findings.Result() }
    takeIgnoreComments(of: update)
    let before = survey.conventions
    survey.update(with: update, of: schema)
    let table = RuleTable.shared
    let context = SchemaContext(schema: schema, survey: survey)
    if update.isConfigurationChanged || survey.conventions != before {
      for index in 0..<schema.slotCount {
        findings[index] = table.check(BlockID(index), in: context)
      }
    } else {
      for slot in update.affected {
        findings[Int(slot)] = table.check(BlockID(Int(slot)), in: context)
      }
    }
    schemaFindings = table.checkSchema(context)
  }

  private mutating func takeIgnoreComments(of update: SchemaUpdate) {
    if !ignoreComments.isEmpty {
      for slot in update.removed.union(update.affected) { ignoreComments[BlockID(Int(slot))] = nil }
    }
    for slot in update.affected {
      let id = BlockID(Int(slot))
      guard let block = schema.block(of: id) else { continue }
      let comments = IgnoreComments(in: block)
      if !comments.isEmpty { ignoreComments[id] = comments }
    }
  }

  /// The diagnostics of each file, in the files' order.
  ///
  /// - Parameter limit: the most diagnostics that are made for one file; errors go first.
  public func diagnostics(limit: Int = .max) -> [FileDiagnostics] {
    var assembly = DiagnosticAssembly(self, limit: limit)
    return assembly.run()
  }
}

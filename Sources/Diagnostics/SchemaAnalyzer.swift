import SchemaModel
import SchemaParser

/// Finds what is wrong with a schema, and after an edit only what can have changed.
///
/// A value: a copy goes on answering for its moment.
package struct SchemaAnalyzer: Sendable {
  /// The schema as of the last update.
  package private(set) var schema = Schema()
  /// What the checks of each declaration found, by slot.
  private(set) var findings: [[Finding]] = []
  /// What the checks of the whole schema found.
  private(set) var schemaFindings: [Finding] = []

  package init() {}

  /// Takes over the files of a schema, in order, and checks what changed.
  package mutating func update(files: [SourceFile], version: PrismaVersion) {
    let update = schema.update(files: files, version: version)
    if findings.count < schema.slotCount {
      findings.append(
        contentsOf: repeatElement([], count: schema.slotCount - findings.count))
    }
    for id in update.removed { findings[id.index] = [] }
    let table = RuleTable.shared
    let context = SchemaContext(schema: schema)
    if update.isConfigurationChanged {
      for index in 0..<schema.slotCount {
        findings[index] = table.check(BlockID(index), in: context)
      }
    } else {
      for id in update.affected { findings[id.index] = table.check(id, in: context) }
    }
    schemaFindings = table.checkSchema(context)
  }

  /// The diagnostics of each file, in the files' order.
  ///
  /// - Parameter limit: the most diagnostics that are made for one file; errors go first.
  package func diagnostics(limit: Int = .max) -> [FileDiagnostics] {
    var assembly = DiagnosticAssembly(self, limit: limit)
    return assembly.run()
  }
}

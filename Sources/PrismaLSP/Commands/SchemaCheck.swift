import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

/// Parses and checks the files of one schema.
struct SchemaCheck {
  let version: PrismaVersion
  private let files: SchemaSources
  private let trees: [SyntaxTree]
  private var analyzer = SchemaAnalyzer()

  /// Checks by the rules of the version that `arguments` name, or that the project is written for.
  init(
    _ files: SchemaSources, _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) {
    self.init(
      files, version: arguments.version ?? SchemaCheck.detectedVersion(of: files, in: environment))
  }

  init(_ files: SchemaSources, version: PrismaVersion) {
    self.files = files
    self.version = version
    trees = files.files.map { SyntaxTree.parsed($0.bytes, dialect: version.dialect) }
  }

  /// The version that the project around the schema is written for.
  private static func detectedVersion(
    of files: SchemaSources, in environment: CommandEnvironment
  ) -> PrismaVersion {
    let facts = SchemaFacts(joining: files.files.map { SchemaFacts(of: $0.bytes) })
    let place = environment.workingDirectory.appending(files.path)
    let folder = files.isFolder ? place : place.parent
    return PrismaVersionLookup.version(in: folder.normalized.text, facts: facts)
  }

  /// Checks the schema.
  mutating func report() -> SchemaReport {
    analyzer.update(
      files: zip(files.files, trees).map { SourceFile(path: $0.relativePath, tree: $1) },
      version: version)
    var findings: [SchemaReport.Finding] = []
    for (file, found) in analyzer.diagnostics().enumerated() {
      for diagnostic in found.diagnostics {
        findings.append(
          SchemaReport.Finding(
            severity: diagnostic.severity, code: diagnostic.id, message: diagnostic.message,
            place: SchemaReport.Place(file: file, range: diagnostic.range),
            isGated: diagnostic.isGated,
            related: diagnostic.related.map {
              SchemaReport.Related(
                place: SchemaReport.Place(file: $0.file, range: $0.range), text: $0.text)
            }))
      }
    }
    return SchemaReport(
      path: files.path.text, version: version, files: files.files, findings: findings)
  }

  /// The canonical text of each file, with the missing parts of relations. To be called after
  /// ``report()``.
  func formatted() -> [[UInt8]] {
    zip(trees, analyzer.schema.relationInsertions()).map { $0.formatted(inserting: $1) }
  }

  /// What is wrong with the URL of the datasource. To be called after ``report()``.
  func urlFailure(in environment: CommandEnvironment) -> CommandFailure? {
    guard version != .seven, let url = DatasourceURL(analyzer.schema) else { return nil }
    let variables = ProjectVariables(files, in: environment)
    return url.failure(at: files.path.text, variable: variables.value)
  }
}

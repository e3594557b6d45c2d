import Diagnostics
import SchemaIDE
import SchemaModel
import SchemaParser

/// Parses and checks the files of one schema.
struct SchemaCheck {
  let version: PrismaVersion
  let files: SchemaSources
  private let trees: [SyntaxTree]
  private var workspace = Workspace()

  /// Checks by the rules of the version that `arguments` name, or that the project is written for.
  init(
    _ files: SchemaSources, _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) {
    if let version = arguments.version {
      self.init(files, version: version)
      return
    }
    // The version can be in the text, and how that is parsed depends on the version. So it is parsed in
    // the dialect that is likely, and once more when that was wrong.
    let guess = SchemaCheck.likelyDialect(of: files)
    let trees = files.files.map { SyntaxTree.parsed($0.bytes, dialect: guess) }
    let place = environment.workingDirectory.appending(files.path)
    let folder = files.isFolder ? place : place.parent
    let version = PrismaVersionLookup.version(
      in: folder.normalized.text,
      facts: SchemaFacts(joining: trees.map { SchemaFacts(of: $0) }))
    if version.dialect == guess {
      self.init(files, trees: trees, version: version)
    } else {
      self.init(files, version: version)
    }
  }

  /// Checks by the rules of `version`.
  init(_ files: SchemaSources, version: PrismaVersion) {
    self.init(
      files,
      trees: files.files.map { SyntaxTree.parsed($0.bytes, dialect: version.dialect) },
      version: version)
  }

  private init(_ files: SchemaSources, trees: [SyntaxTree], version: PrismaVersion) {
    self.files = files
    self.trees = trees
    self.version = version
  }

  /// The dialect of Prisma 6 when there seems to be the URL of a datasource, which 7 doesn't take.
  private static func likelyDialect(of files: SchemaSources) -> Dialect {
    let key = Array("url".utf8)
    for file in files.files {
      let isFound = file.bytes.withUnsafeBufferPointer { bytes in
        let count = min(bytes.count, 1 << 16)
        for at in 0..<count
        where bytes[at] == UInt8(ascii: "=") && at > key.count && bytes[at - 1] == 0x20 {
          var end = at
          while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
          if end >= key.count, key.elementsEqual(bytes[(end - key.count)..<end]) { return true }
        }
        return false
      }
      if isFound { return .prisma6 }
    }
    return .prisma7
  }

  /// Checks the schema.
  mutating func report() -> SchemaReport {
    workspace.update(
      files: zip(files.files, trees).map { SourceFile(path: $0.relativePath, tree: $1) },
      version: version)
    var findings: [SchemaReport.Finding] = []
    for (file, found) in workspace.analysis.diagnostics().enumerated() {
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

  /// The schema. To be asked for after ``report()``.
  var schema: Schema { workspace.analysis.schema }

  /// The canonical text of each file, with the missing parts of relations. To be called after
  /// ``report()``.
  func formatted() -> [[UInt8]] {
    workspace.analysis.formatted()
  }

  /// What is wrong with the URL of the datasource. To be called after ``report()``.
  ///
  /// - Throws: why the configuration file can't be read.
  func urlFailure(
    config: SystemPath?, in environment: CommandEnvironment
  ) throws(CommandFailure) -> CommandFailure? {
    guard version != .seven, let url = DatasourceURL(schema) else { return nil }
    let variables = try databaseSettings(config: config, in: environment).variables
    return url.failure(at: files.path.text, variable: variables.value)
  }

  /// Which database the schema is for, and where its migrations are. To be called after ``report()``.
  ///
  /// - Throws: why the configuration file can't be read.
  func databaseSettings(
    config: SystemPath?, in environment: CommandEnvironment
  ) throws(CommandFailure) -> DatabaseSettings {
    let folder = environment.workingDirectory.normalized
    let place = SchemaPlace(
      path: folder.appending(files.path).normalized.text, isFolder: files.isFolder,
      files: files.files.map { folder.appending($0.path).normalized.text })
    return try DatabaseSettings(
      of: schema, at: place, version: version, in: folder.text, config: config?.text,
      process: environment.variable)
  }
}

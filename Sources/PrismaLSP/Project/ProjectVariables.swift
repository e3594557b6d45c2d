import SchemaModel

/// The variables that `env("X")` stands for: those of the process, then those of the `.env` files that
/// Prisma reads.
///
/// Source: https://www.prisma.io/docs/orm/more/development-environment/environment-variables
struct ProjectVariables: Sendable {
  /// Those of the files.
  let inFiles: [String: String]
  /// The `.env` files that were read, absolute, in the order in which they count.
  let files: [String]
  /// The names, in byte order, that the files set to different values.
  let conflicts: [String]
  private let process: @Sendable (String) -> String?

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - place: where the schema is.
  ///   - folder: the working directory, absolute.
  ///   - config: the configuration file, if there is one.
  ///   - process: the variables of the process.
  init(
    of place: SchemaPlace, version: PrismaVersion, in folder: String, config: ConfigSettings?,
    process: @escaping @Sendable (String) -> String?
  ) {
    self.process = process
    var variables: [String: String] = [:]
    var files: [String] = []
    var conflicts: Set<String> = []
    for path in Self.paths(place, version, folder, config) {
      guard let text = Files.contents(of: path) else { continue }
      files.append(path)
      // What an earlier file says holds.
      variables.merge(DotEnvironment.parse(text, process: process)) { first, _ in first }
      for (name, value) in DotEnvironment.parse(text, process: process)
      where variables[name] != value && process(name) == nil {
        conflicts.insert(name)
      }
    }
    inFiles = variables
    self.files = files
    self.conflicts = conflicts.sorted(by: FilePath.precedes)
  }

  /// The value of a variable, nil when it is not set.
  func value(_ name: String) -> String? { process(name) ?? inFiles[name] }

  /// Those of the files that the process doesn't have.
  var missingInProcess: [String: String] { inFiles.filter { process($0.key) == nil } }

  /// The `.env` files, in the order in which they count.
  ///
  /// The first is beside the nearest `package.json`; the second the first that exists of: beside the
  /// schema, in `prisma/`, and in the working directory. Prisma 7, and 6 beside a configuration file,
  /// read only what that file loads itself.
  private static func paths(
    _ place: SchemaPlace, _ version: PrismaVersion, _ folder: String, _ config: ConfigSettings?
  ) -> [String] {
    if version == .seven || version == .six && config != nil {
      return config?.loadsDotEnvironment == true ? [FilePath.joined(folder, ".env")] : []
    }
    var paths: [String] = []
    for folder in FilePath.ancestors(of: folder)
    where Files.isFile(FilePath.joined(folder, "package.json")) {
      paths.append(FilePath.joined(folder, ".env"))
      break
    }
    let candidates = [
      FilePath.joined(place.folder, ".env"), FilePath.joined(folder, "prisma/.env"),
      FilePath.joined(folder, ".env"),
    ]
    if let found = candidates.first(where: Files.isFile), !paths.contains(found) {
      paths.append(found)
    }
    return paths
  }
}

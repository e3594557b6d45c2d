/// The variables that `env("X")` in a schema stands for: those of the process, then those of the `.env`
/// files that Prisma 5 and 6 read.
///
/// Source: https://www.prisma.io/docs/orm/more/development-environment/environment-variables
struct ProjectVariables {
  private let environment: CommandEnvironment
  private let variables: [String: String]

  init(_ files: SchemaSources, in environment: CommandEnvironment) {
    self.environment = environment
    var variables: [String: String] = [:]
    for path in ProjectVariables.paths(files, in: environment.workingDirectory.normalized.text) {
      guard let text = Files.contents(of: path) else { continue }
      let found = DotEnvironment.parse(text, process: environment.variable)
      // What an earlier file says holds.
      variables.merge(found) { first, _ in first }
    }
    self.variables = variables
  }

  /// The value of a variable, nil when it is not set.
  func value(_ name: String) -> String? { environment.variable(name) ?? variables[name] }

  /// The `.env` files, in the order in which they count.
  ///
  /// The first is beside the nearest `package.json`; the second the first that exists of: beside the
  /// schema, if it was named in `package.json`, in `prisma/`, and in the working directory. With a
  /// config file only those count that it loads itself.
  private static func paths(_ files: SchemaSources, in folder: String) -> [String] {
    if let config = ConfigFile.configuration(in: folder) {
      let text = Files.text(of: config.path) ?? ""
      let isLoaded = text.contains("dotenv/config")
      return isLoaded ? [FilePath.joined(folder, ".env")] : []
    }
    var paths: [String] = []
    for folder in FilePath.ancestors(of: folder)
    where Files.isFile(FilePath.joined(folder, "package.json")) {
      paths.append(FilePath.joined(folder, ".env"))
      break
    }
    let schema = FilePath.joined(folder, files.path.text)
    let beside = files.isFolder ? schema : FilePath.folder(of: schema)
    let candidates = [
      FilePath.joined(beside, ".env"), FilePath.joined(folder, "prisma/.env"),
      FilePath.joined(folder, ".env"),
    ]
    if let found = candidates.first(where: Files.isFile), !paths.contains(found) {
      paths.append(found)
    }
    return paths
  }
}

/// Finds the schema of a project for the command line: a file or a folder.
///
/// Source: the behaviour of Prisma 6 and 7, `prisma --help` and their documentation on the location
/// of the schema.
enum SchemaLookup {
  /// Where the schema is, and what says so.
  struct Found: Hashable, Sendable {
    /// The absolute path of a file or folder that exists.
    let path: String
    /// The file that names it, nil for a default place.
    let namedBy: String?
  }

  /// No schema was found.
  struct NotFound: Error, Hashable, Sendable {
    /// What was looked for, in words, each starting in lower case.
    let reason: String
    /// The absolute paths that were tried, in order.
    let tried: [String]
    /// A folder of schema files that is never found by default, nil when there is none.
    let folder: String?
  }

  /// The schema of the project in `folder` (absolute): what a configuration file says, else what
  /// `package.json` of this folder or the nearest one around it says, else `schema.prisma`, else
  /// `prisma/schema.prisma`.
  ///
  /// - Parameter config: the configuration file to read, nil to look for one.
  static func schema(in folder: String, config: String? = nil) throws(NotFound) -> Found {
    var configFile: ConfigFile?
    if let config {
      let path = FilePath.joined(folder, config)
      configFile = ConfigFile(configurationAt: path)
      if configFile == nil {
        throw NotFound(
          reason: "there is no configuration file `\(path)`", tried: [path], folder: nil)
      }
    } else {
      configFile = ConfigFile.configuration(in: folder)
    }
    if let file = configFile, let schema = file.schema {
      return try named(schema, by: file.path)
    }
    for folder in FilePath.ancestors(of: folder) {
      guard Files.isFile(FilePath.joined(folder, "package.json")) else { continue }
      if let file = ConfigFile(packageIn: folder), let schema = file.schema {
        return try named(schema, by: file.path)
      }
      break
    }
    let defaults = ["schema.prisma", "prisma/schema.prisma"].map { FilePath.joined(folder, $0) }
    for path in defaults where Files.isFile(path) { return Found(path: path, namedBy: nil) }
    let multiple = FilePath.joined(folder, "prisma/schema")
    let isFolder = Files.listing(of: multiple).files.contains(where: SchemaFolder.isSchemaFile)
    throw NotFound(
      reason: "no schema was found", tried: defaults, folder: isFolder ? multiple : nil)
  }

  private static func named(
    _ schema: ConfigFile.Schema, by file: String
  ) throws(NotFound) -> Found {
    switch schema {
    case .path(let path):
      guard Files.isFile(path) || Files.isFolder(path) else {
        throw NotFound(
          reason: "`\(file)` names the schema `\(path)`, which does not exist", tried: [path],
          folder: nil)
      }
      return Found(path: path, namedBy: file)
    case .unreadable:
      throw NotFound(
        reason: "the `schema` of `\(file)` is no string literal, and the file is never run",
        tried: [], folder: nil)
    }
  }
}

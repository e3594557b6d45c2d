/// Looks for the schema of the working directory, as Prisma does.
enum SchemaLocation {
  /// The path of the schema, relative where it is in the working directory.
  static func find(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) throws(CommandFailure) -> SystemPath {
    let folder = environment.workingDirectory.normalized
    do throws(SchemaLookup.NotFound) {
      let found = try SchemaLookup.schema(in: folder.text, config: arguments.config?.text)
      return SystemPath(FilePath.relative(found.path, to: folder.text) ?? found.path)
    } catch {
      throw failure(error, folder.text)
    }
  }

  private static func failure(_ error: SchemaLookup.NotFound, _ folder: String) -> CommandFailure {
    func shown(_ path: String) -> String { "`\(FilePath.relative(path, to: folder) ?? path)`" }
    var help = "name it: `prisma-lsp validate PATH`"
    if let multiple = error.folder {
      help =
        "\(shown(multiple)) holds schema files, but a folder is never taken by default: name it, or "
        + "set `schema` in `prisma.config.ts`"
    }
    let tried =
      error.tried.isEmpty ? "" : "; tried " + error.tried.map(shown).joined(separator: ", ")
    return CommandFailure(error.reason + tried, help: help)
  }
}

import SchemaModel
import SchemaParser

/// The schemas that a command is about.
enum SchemaInputs {
  /// How commands are told about several schemas.
  static let operands = CommandDefinition.Operands(
    .paths(atMost: .max), "[PATH…]",
    (
      "PATH",
      """
      A file, or a folder whose .prisma files are one schema. Several paths are
      several schemas. Without one the schema is looked for as Prisma does: in
      package.json, prisma.config.ts, ./schema.prisma, ./prisma/schema.prisma
      """
    ))
  /// The options that say which schemas are meant.
  static let options: [any CommandOption] = [
    SharedOptions.schema.explained("The same as PATH"), SharedOptions.config,
    SharedOptions.stdin, SharedOptions.stdinFilename,
  ]

  /// One of them: the files of the schema, or why they can't be read.
  struct Input: Sendable {
    /// The path as it was given, or found.
    let path: SystemPath
    let files: Result<SchemaSources, CommandFailure>
    /// Whether it was found by looking around, not named.
    let isFound: Bool
  }

  /// Reads the schemas that `arguments` name, or looks for one.
  static func read(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) throws(CommandFailure) -> [Input] {
    let folder = environment.workingDirectory
    if arguments.readsStandardInput {
      let name = arguments.standardInputName
      do throws(FileError) {
        let files = SchemaSources(text: try environment.standardInput(), named: name)
        return [Input(path: name, files: .success(files), isFound: false)]
      } catch {
        throw CommandFailure(error.message)
      }
    }
    if !arguments.paths.isEmpty {
      return arguments.paths.map { read($0, in: folder, isFound: false) }
    }
    let found = try SchemaLocation.find(arguments, in: environment)
    return [read(found, in: folder, isFound: true)]
  }

  private static func read(_ path: SystemPath, in folder: SystemPath, isFound: Bool) -> Input {
    do throws(FileError) {
      let files = try SchemaSources(reading: path, in: folder)
      return Input(path: path, files: .success(files), isFound: isFound)
    } catch {
      let failure = CommandFailure(error.message)
      return Input(path: path, files: .failure(failure), isFound: isFound)
    }
  }
}

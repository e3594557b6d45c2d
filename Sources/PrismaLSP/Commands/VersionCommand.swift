import JSON
import SchemaModel

/// `version`
enum VersionCommand {
  static let definition = CommandDefinition(
    "version", "Print the version", usage: "[--output json]",
    work: .immediate { arguments, _ in run(arguments) })

  static func run(_ arguments: CommandLineArguments) -> CommandResult {
    let versions = PrismaVersion.allCases.map(\.rawValue)
    if arguments.output == .json {
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("name", ProgramVersion.name)
        writer.member("version", ProgramVersion.version)
        writer.key("prismaVersions")
        writer.array(versions) { $0.string($1) }
      }
      return CommandResult(output: writer.bytes + [0x0A])
    }
    let text = """
      \(ProgramVersion.name) \(ProgramVersion.version)
      for Prisma \(versions.joined(separator: ", "))

      """
    return CommandResult(output: Array(text.utf8))
  }
}

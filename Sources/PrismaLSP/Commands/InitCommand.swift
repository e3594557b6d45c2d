import Diagnostics
import JSON
import SchemaModel

/// `init`: writes the files that a project begins with. What is there is never written over.
enum InitCommand {
  static func run(
    _ arguments: CommandLineArguments, _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> WorkflowCommand.Outcome {
    let folder = environment.workingDirectory.normalized
    let version =
      arguments.version ?? PrismaVersionLookup.projectVersion(from: folder.text) ?? .seven
    let project = try project(arguments, version)
    for name in project.namesThatMustBeFree {
      guard
        Files.isFile(FilePath.joined(folder.text, name))
          || Files.isFolder(FilePath.joined(folder.text, name))
      else { continue }
      throw WorkflowEnd.failure(
        "`\(name)` is there already, and nothing is written over",
        help: "begin in another folder, or change what is there")
    }
    try write(project, in: folder, console)
    sayWhatIsNext(project, console)
    return WorkflowCommand.Outcome()
  }

  /// What is to be written.
  private static func project(
    _ arguments: CommandLineArguments, _ version: PrismaVersion
  ) throws(WorkflowEnd) -> NewProject {
    let given = arguments.initialize
    var connector = Connector.postgresql
    if let url = arguments.workflow.url {
      guard let found = NewProject.connector(ofURL: url) else {
        throw WorkflowEnd.failure(
          "the value of `--url` begins with the protocol of no provider", code: "P1013",
          help:
            "it begins with `postgresql://`, `mysql://`, `file:`, `sqlserver://` or `mongodb://`")
      }
      connector = found
    }
    if let provider = given.provider {
      guard let named = Connector(provider: provider) else {
        let names = Connector.allCases.dropFirst().map(\.displayName)
        let near = Suggestion.nearest(to: provider, among: names).map { "did you mean `\($0)`? " }
        throw WorkflowEnd.failure(
          "there is no provider `\(provider)`",
          help: (near ?? "") + "there are " + names.map { "`\($0)`" }.joined(separator: ", "))
      }
      // A URL of CockroachDB looks like one of PostgreSQL.
      let isSame = named == connector || named == .cockroachdb && connector == .postgresql
      guard arguments.workflow.url == nil || isSame else {
        throw WorkflowEnd.failure(
          "the value of `--url` is for `\(connector.displayName)`, not for `\(provider)`")
      }
      connector = named
    }
    return NewProject(
      version: version, connector: connector, url: arguments.workflow.url,
      generator: given.generator, output: arguments.outputFile?.text,
      previewFeatures: given.previewFeatures, hasModel: given.hasModel)
  }

  /// Writes the files, each as a whole; when one can't be written those before it are taken away again.
  private static func write(
    _ project: NewProject, in folder: SystemPath, _ console: Console
  ) throws(WorkflowEnd) {
    var made: [SystemPath] = []
    do throws(FileError) {
      for file in project.files {
        let path = folder.appending(file.name)
        if file.isOptional, try FileSystem.kind(of: path) != nil { continue }
        if try FileSystem.kind(of: path.parent) == nil { made.append(path.parent) }
        try FileSystem.makeFolders(path.parent)
        try FileSystem.writeAtomically(Array(file.text.utf8), to: path)
        made.append(path)
      }
      try addVariable(project, in: folder, console)
    } catch {
      for path in made.reversed() { FileSystem.takeAway(path) }
      throw WorkflowEnd(error)
    }
    for path in made where path.name != SystemPath("prisma") {
      console.sayDone("wrote `\(FilePath.relative(path.text, to: folder.text) ?? path.text)`")
    }
  }

  /// Sees to it that `.env` has the variable with the URL.
  private static func addVariable(
    _ project: NewProject, in folder: SystemPath, _ console: Console
  ) throws(FileError) {
    let path = folder.appending(".env")
    guard try FileSystem.kind(of: path) != nil else {
      try FileSystem.writeAtomically(Array(project.environment.utf8), to: path)
      return console.sayDone("wrote `.env`")
    }
    let text = try FileSystem.read(path)
    if DotEnvironment.parse(text, process: { _ in nil })[NewProject.variable] != nil {
      return console.note("`.env` sets `\(NewProject.variable)` already, and stays as it is")
    }
    let separator = text.last == 0x0A || text.isEmpty ? "\n" : "\n\n"
    try FileSystem.replace(path, with: text + Array((separator + project.environment).utf8))
    console.sayDone("added `\(NewProject.variable)` to `.env`")
  }

  private static func sayWhatIsNext(_ project: NewProject, _ console: Console) {
    var steps = ["set `\(NewProject.variable)` in `.env` to the URL of your database"]
    if project.url != nil { steps = [] }
    if project.connector == .postgresql {
      steps.append("for tables that are there already: `prisma-lsp db pull`")
      steps.append("for tables of your own: write models, then `prisma-lsp migrate dev`")
    }
    steps.append("`prisma-lsp generate` runs the generator of the schema")
    let list = steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }
    console.say("\nNext:\n" + list.joined(separator: "\n"))
  }
}

import Diagnostics
import JSON
import SchemaModel

/// `init`: writes the files that a project begins with. What is there is never written over.
enum InitCommand {
  private static let provider = TypedOption.text(
    "--datasource-provider", "PROVIDER", values: .words(providers),
    "postgresql (the default), mysql, sqlite, sqlserver, mongodb, cockroachdb")
  private static let generator = TypedOption.text(
    "--generator-provider", "PROVIDER",
    values: .words(["prisma-client", "prisma-client-js", "prisma-client-py"]),
    "The generator, such as prisma-client-py")
  /// Not the form of the command's own output, as of the other commands.
  private static let output = TypedOption<SystemPath?>(
    OptionForm(
      "--output", "PATH", .path, "Where the generator writes to, from the folder of the schema"),
    key: .outputFile
  ) { given, value in value = given.value }
  private static let previewFeature = TypedOption.texts(
    "--preview-feature", "NAME", "A preview feature to switch on; can be given several times")
  private static let withModel = TypedOption.flag("--with-model", "Add a model to begin with")

  static let definition = CommandDefinition(
    "init", "Begin a project: schema, configuration and .env",
    options: [
      provider,
      SharedOptions.url.explained("The database. It is written to .env, and tells the provider"),
      generator, output, previewFeature, withModel,
      // An option of Prisma's `init` for what isn't done here.
      TypedOption.flag("--no-skills", nil),
    ],
    notes: """
      Writes what `prisma init` of the version writes: `--prisma-version`, else what the project around
      asks for, else 7. Nothing that is there is written over.
      """,
    work: .workflow { arguments, console, environment throws(WorkflowEnd) in
      try run(arguments, console, environment)
    })

  /// The names of the providers there are.
  private static var providers: [String] { Connector.allCases.dropFirst().map(\.displayName) }

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
    var connector = Connector.postgresql
    if let url = arguments.url {
      guard let found = NewProject.connector(ofURL: url) else {
        throw WorkflowEnd.failure(
          "the value of `--url` begins with the protocol of no provider", code: "P1013",
          help:
            "it begins with `postgresql://`, `mysql://`, `file:`, `sqlserver://` or `mongodb://`")
      }
      connector = found
    }
    if let provider = arguments[provider] {
      guard let named = Connector(provider: provider) else {
        let near = Suggestion.nearest(to: provider, among: providers).map {
          "did you mean `\($0)`? "
        }
        throw WorkflowEnd.failure(
          "there is no provider `\(provider)`",
          help: (near ?? "") + "there are " + providers.map { "`\($0)`" }.joined(separator: ", "))
      }
      // A URL of CockroachDB looks like one of PostgreSQL.
      let isSame = named == connector || named == .cockroachdb && connector == .postgresql
      guard arguments.url == nil || isSame else {
        throw WorkflowEnd.failure(
          "the value of `--url` is for `\(connector.displayName)`, not for `\(provider)`")
      }
      connector = named
    }
    return NewProject(
      version: version, connector: connector, url: arguments.url,
      generator: arguments[generator], output: arguments[output]?.text,
      previewFeatures: arguments[previewFeature], hasModel: arguments[withModel])
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

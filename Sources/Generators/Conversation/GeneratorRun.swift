import SchemaModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of the generators of a schema.
///
/// ```swift
/// let run = GeneratorRun(project, generators)
/// defer { run.end() }
/// try run.start()
/// for index in run.generators.indices { try run.generate(index) }
/// ```
public final class GeneratorRun {
  /// A generator of the run.
  public struct Member: Sendable {
    public let block: GeneratorBlock
    /// What it says of itself, once it was asked.
    public fileprivate(set) var manifest: GeneratorManifest?
    /// The absolute path that it writes to, once that is known.
    public fileprivate(set) var output: String?

    /// What people call it: the name that it gives itself, else that of its block.
    public var name: String { manifest?.prettyName ?? block.name }
  }

  /// The generators, in the order in which they run.
  public private(set) var generators: [Member]
  private let project: GeneratorProject
  private let requests: GeneratorRequests
  /// Where what they print goes to.
  private let printing: ChildProcess.Stream
  /// A commit of Prisma's engines to tell them in place of the usual one.
  private let engineCommit: String?
  private let patience: GeneratorProcess.Patience
  private let secrets: [String]
  private var processes: [GeneratorProcess] = []
  private var resolved: [ResolvedGenerator] = []
  private var dataModel: [UInt8]?
  /// The id of the last request, counted over all generators.
  private var lastID = 0

  /// - Parameters:
  ///   - printing: where their standard output goes to.
  ///   - engineCommit: a commit of Prisma's engines to tell them, nil for the usual one.
  ///   - patience: asked again and again how many milliseconds the answer to the request that is under
  ///     way may still take; nil for ever.
  public init(
    _ project: GeneratorProject, _ generators: [GeneratorBlock],
    printing: ChildProcess.Stream = .inherited, engineCommit: String? = nil,
    patience: @escaping () -> Int? = { nil }
  ) {
    self.project = project
    self.generators = generators.map { Member(block: $0) }
    self.printing = printing
    self.engineCommit = engineCommit
    self.patience = patience
    requests = GeneratorRequests(project: project)
    secrets =
      DatasourceBlock(of: project.schema, files: project.files.map(\.path))?
      .secrets(project.variable) ?? []
  }

  deinit { end() }

  /// Whether a generator is one of Prisma's own, which are no programs.
  public static func isBuiltIn(_ block: GeneratorBlock, _ project: GeneratorProject) -> Bool {
    let name = block.provider.resolved(project.variable)
    return name == "prisma-client-js" || name == "prisma-client"
  }

  /// Why a generator of Prisma's own isn't run.
  public static func refusal(of block: GeneratorBlock) -> GeneratorFailure {
    GeneratorFailure(
      .builtIn, generator: block.name, provider: block.provider.resolved { _ in nil } ?? "")
  }

  /// Starts all generators, asks what they are, and sees to it that each has what it needs.
  ///
  /// - Throws: at the first that can't go on; then none is to be asked to generate.
  public func start() throws(GeneratorFailure) {
    // All at once: each needs its time to start.
    for member in generators { processes.append(try started(member.block)) }
    // Made while they start.
    dataModel = requests.dataModel()
    for index in generators.indices {
      lastID += 1
      let request = requests.manifest(of: generators[index].block, id: lastID)
      let result = try processes[index].answer(to: request, id: lastID, patience: patience)
      generators[index].manifest = result?.manifest ?? .empty
    }
    for member in generators { try check(member) }
    for index in generators.indices {
      let output = try output(of: generators[index])
      generators[index].output = output
      resolved.append(
        ResolvedGenerator(
          block: generators[index].block, output: output,
          engines: try engines(of: generators[index])))
    }
  }

  /// Lets a generator generate.
  public func generate(_ index: Int) throws(GeneratorFailure) {
    guard generators.indices.contains(index), resolved.indices.contains(index) else { return }
    let generator = resolved[index]
    let others = resolved.indices.filter { $0 != index }.map { resolved[$0] }
    lastID += 1
    let request = requests.generation(
      by: generator, others: others, dataModel: dataModel ?? requests.dataModel(),
      commit: engineCommit
        ?? EngineVersion.commit(
          for: provider(of: generator.block) ?? "",
          name: generators[index].manifest?.prettyName,
          project.schema.configuration.version),
      id: lastID)
    _ = try processes[index].answer(to: request, id: lastID, patience: patience)
  }

  /// Ends all generators that still run.
  public func end() {
    for process in processes { process.end() }
    processes = []
  }

  // MARK: What a generator needs

  private func provider(of block: GeneratorBlock) -> String? {
    block.provider.resolved(project.variable)
  }

  private func failure(
    _ kind: GeneratorFailure.Kind, _ block: GeneratorBlock
  ) -> GeneratorFailure {
    GeneratorFailure(kind, generator: block.name, provider: provider(of: block) ?? "")
  }

  private func started(_ block: GeneratorBlock) throws(GeneratorFailure) -> GeneratorProcess {
    guard let provider = provider(of: block), !provider.isEmpty else {
      if case .variable(let name) = block.provider {
        throw failure(.providerNotSet(variable: name), block)
      }
      throw failure(.notStarted(reason: "its `provider` is empty"), block)
    }
    var command = ChildProcess.Command(provider)
    command.folder = project.workingDirectory
    command.variables = project.addedVariables
    command.output = printing
    return try GeneratorProcess(block, provider: provider, command, secrets: secrets)
  }

  /// Looks whether the models have names that it can take, and the generators are there that it needs.
  private func check(_ member: Member) throws(GeneratorFailure) {
    let denied = Set(member.manifest?.denylist ?? [])
    if !denied.isEmpty, let model = project.schema.models.first(where: { denied.contains($0.name) })
    {
      throw failure(.deniedModel(name: model.name), member.block)
    }
    for needed in member.manifest?.requiresGenerators ?? [] {
      let isThere = project.generators.contains { provider(of: $0) == needed }
      if !isThere { throw failure(.needsGenerator(provider: needed), member.block) }
    }
  }

  /// Where it writes to: what the schema says, else what it says itself, from the folder of its file.
  private func output(of member: Member) throws(GeneratorFailure) -> String {
    let path: String
    if let output = member.block.output {
      guard let text = output.resolved(project.variable) else {
        guard case .variable(let name) = output else { throw failure(.noOutput, member.block) }
        throw failure(.outputNotSet(variable: name), member.block)
      }
      path = text
    } else if let text = member.manifest?.defaultOutput {
      path = text
    } else {
      throw failure(.noOutput, member.block)
    }
    return OutputPath.absolute(path, besides: member.block.file)
  }

  /// The engines that it needs, where the variables that Prisma has for it name files.
  private func engines(
    of member: Member
  ) throws(GeneratorFailure) -> [(name: String, path: String)] {
    var engines: [(name: String, path: String)] = []
    for engine in member.manifest?.requiresEngines ?? [] {
      guard let variable = Self.engineVariables[engine], let path = project.variable(variable),
        !path.isEmpty, !engines.contains(where: { $0.name == engine })
      else { continue }
      guard access(path, F_OK) == 0 else {
        throw failure(.noEngine(path: path, variable: variable), member.block)
      }
      engines.append((engine, path))
    }
    return engines
  }

  private static let engineVariables = [
    "queryEngine": "PRISMA_QUERY_ENGINE_BINARY", "libqueryEngine": "PRISMA_QUERY_ENGINE_LIBRARY",
    "schemaEngine": "PRISMA_SCHEMA_ENGINE_BINARY",
  ]
}

/// Takes paths from the folder of a file.
enum OutputPath {
  /// `path` without `.` and `..`, from the folder that `file` is in unless it is absolute.
  static func absolute(_ path: String, besides file: String) -> String {
    var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}

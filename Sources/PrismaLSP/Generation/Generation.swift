import Generators
import SchemaModel

/// Runs the generators of a schema: for `generate`, and behind `db push`, `migrate dev` and
/// `migrate reset` of Prisma 5 and 6.
///
/// ```swift
/// let outcomes = try Generation(check: check, variables: variables).run(console, environment)
/// let areAllDone = outcomes.allSatisfy { $0.failure == nil }
/// ```
struct Generation {
  /// What became of a generator.
  struct Outcome: Sendable {
    /// The name of its block.
    let generator: String
    /// What it calls itself, nil when it wasn't asked to generate.
    var name: String?
    var version: String?
    /// The absolute path that it writes to.
    var output: String?
    /// How long it took.
    var milliseconds = 0
    /// Why it failed.
    var failure: CommandFailure?
  }

  /// The schema, which has no errors.
  let check: SchemaCheck
  let variables: ProjectVariables
  /// The names of the generators that run, all when it is empty.
  var names: [String] = []
  /// Seconds that they may take together, nil for ever.
  var timeout: Int?
  /// Whether what they print must not go to standard output.
  var isQuiet = false

  /// The variable that gives a commit of Prisma's engines to tell generators in place of the usual one.
  static let commitVariable = "PRISMA_LSP_ENGINES_VERSION"

  /// Runs the generators, and tells what becomes of each. One that fails doesn't keep those behind it from
  /// their work.
  ///
  /// - Throws: when a name is unknown, or Ctrl-C comes.
  func run(
    _ console: Console, _ environment: CommandEnvironment
  ) throws(WorkflowEnd) -> [Outcome] {
    let folder = environment.workingDirectory.normalized.text
    let project = check.generatorProject(variables, in: environment.workingDirectory)
    let chosen = try chosen(of: project.generators)
    var outcomes = chosen.map { Outcome(generator: $0.name) }
    for (index, block) in chosen.enumerated() where GeneratorRun.isBuiltIn(block, project) {
      let failure = CommandFailure(GeneratorRun.refusal(of: block))
      outcomes[index].failure = failure
      console.tell(failure)
    }
    let runnable = chosen.indices.filter { outcomes[$0].failure == nil }
    if !runnable.isEmpty {
      let run = GeneratorRun(
        project, runnable.map { chosen[$0] }, printing: isQuiet ? .standardError : .inherited,
        engineCommit: environment.variable(Self.commitVariable), patience: patience())
      defer { run.end() }
      do throws(GeneratorFailure) {
        try run.start()
        for (place, index) in runnable.enumerated() {
          outcomes[index] = try outcome(of: place, in: run, console, folder)
        }
      } catch {
        // One that doesn't start stops all of them.
        guard error.kind != .interrupted else { throw .interrupted }
        let failure = CommandFailure(error)
        for index in runnable where chosen[index].name == error.generator {
          outcomes[index].failure = failure
        }
        console.tell(failure)
      }
    }
    return outcomes
  }

  /// Lets a generator generate.
  ///
  /// - Throws: only when it was interrupted.
  private func outcome(
    of index: Int, in run: GeneratorRun, _ console: Console, _ folder: String
  ) throws(GeneratorFailure) -> Outcome {
    let member = run.generators[index]
    var outcome = Outcome(
      generator: member.block.name, name: member.name, version: member.manifest?.version,
      output: member.output)
    console.note("generating: \(member.name)")
    let clock = ContinuousClock()
    let start = clock.now
    do throws(GeneratorFailure) {
      try run.generate(index)
    } catch {
      guard error.kind != .interrupted else { throw error }
      outcome.failure = CommandFailure(error)
    }
    outcome.milliseconds = Int((clock.now - start) / .milliseconds(1))
    if let failure = outcome.failure {
      console.tell(failure)
    } else {
      console.sayDone(outcome.words(from: folder))
    }
    return outcome
  }

  private func chosen(of generators: [GeneratorBlock]) throws(WorkflowEnd) -> [GeneratorBlock] {
    if names.isEmpty { return generators }
    for name in names where !generators.contains(where: { $0.name == name }) {
      let known = generators.map { "`\($0.name)`" }.joined(separator: ", ")
      throw WorkflowEnd.failure(
        "the schema has no generator `\(name)`",
        help: known.isEmpty ? "it has no generator at all" : "its generators are \(known)")
    }
    return generators.filter { names.contains($0.name) }
  }

  private func patience() -> () -> Int? {
    guard let timeout else { return { nil } }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(timeout)
    return { max(0, Int(((end - clock.now) / .milliseconds(1)).rounded(.up))) }
  }
}

extension Generation.Outcome {
  /// "Generated X to ./out in 12 ms".
  fileprivate func words(from folder: String) -> String {
    let name = name ?? generator
    var words = "Generated \(name)"
    // Some say their version in their names.
    if let version, !name.contains(version) { words += " (v\(version))" }
    if let output { words += " to ./\(FilePath.path(to: output, from: folder))" }
    return words + " in \(milliseconds) ms"
  }
}

extension CommandFailure {
  /// Why a generator could not do its work, with what it wrote itself.
  fileprivate init(_ failure: GeneratorFailure) {
    self.init(
      failure.message, help: failure.help, excerpt: failure.log.isEmpty ? nil : failure.log)
  }
}

extension SchemaCheck {
  /// What generators work on. To be called after ``report()``.
  fileprivate func generatorProject(
    _ variables: ProjectVariables, in folder: SystemPath
  ) -> GeneratorProject {
    let folder = folder.normalized
    return GeneratorProject(
      schema: schema,
      files: files.files.map { (folder.appending($0.path).normalized.text, $0.bytes) },
      path: folder.appending(files.path).normalized.text, workingDirectory: folder.text,
      variable: variables.value, addedVariables: variables.missingInProcess)
  }
}

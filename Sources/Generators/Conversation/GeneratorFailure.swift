/// Why a generator could not do its work.
public struct GeneratorFailure: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The variable that holds the provider isn't set.
    case providerNotSet(variable: String)
    /// It comes with Prisma's npm packages, and is no program.
    case builtIn
    /// It could not be started; the system's reason.
    case notStarted(reason: String)
    /// It ended before it answered.
    case ended(ChildProcess.Ending)
    /// It answered with an error.
    case refused(message: String)
    /// It answered with something that can't be understood.
    case unreadableAnswer
    /// It took longer than it was given.
    case timedOut
    /// Ctrl-C.
    case interrupted
    /// Another generator has to be in the schema too.
    case needsGenerator(provider: String)
    /// A model has a name that it can't take.
    case deniedModel(name: String)
    /// The variable that holds its `output` isn't set.
    case outputNotSet(variable: String)
    /// Neither the schema nor the generator says where to write to.
    case noOutput
    /// The file that a variable gives as an engine isn't there.
    case noEngine(path: String, variable: String)
  }

  /// The name of its block.
  public let generator: String
  /// The provider as it is run.
  public let provider: String
  public let kind: Kind
  /// What it wrote to its standard error besides answers, without what is secret; may be empty.
  public let log: String

  init(_ kind: Kind, generator: String, provider: String, log: String = "") {
    self.kind = kind
    self.generator = generator
    self.provider = provider
    self.log = log
  }

  /// What is wrong, starting in lower case.
  public var message: String {
    let subject = "generator `\(generator)`"
    let command = "`\(provider)`"
    return switch kind {
    case .providerNotSet(let variable):
      "the variable `\(variable)`, the provider of \(subject), is not set"
    case .builtIn:
      "\(subject) was left out: \(command) is a part of Prisma's npm packages, which needs Node and "
        + "Prisma's own engine"
    case .notStarted(let reason): "\(subject) can't be started (\(command)): \(reason)"
    case .ended(.exited(0)): "\(subject) ended without an answer (\(command))"
    case .ended(.exited(127)): "\(subject) can't be started: the shell doesn't find \(command)"
    case .ended(.exited(let code)):
      "\(subject) ended with exit code \(code) before it answered (\(command))"
    case .ended(.killed(let signal)):
      "\(subject) was ended by signal \(signal) before it answered (\(command))"
    case .refused(let message): "\(subject) failed: \(message)"
    case .unreadableAnswer: "\(subject) gave an answer that can't be understood (\(command))"
    case .timedOut: "\(subject) gave no answer in the time that `--timeout` allows (\(command))"
    case .interrupted: "interrupted"
    case .needsGenerator(let provider):
      "\(subject) needs a generator with the provider `\(provider)` in the schema"
    case .deniedModel(let name): "\(subject) can't take a model of the name `\(name)`"
    case .outputNotSet(let variable):
      "the variable `\(variable)`, the `output` of \(subject), is not set"
    case .noOutput: "it is not said where \(subject) writes to"
    case .noEngine(let path, let variable):
      "the engine `\(path)` for \(subject), named by `\(variable)`, does not exist"
    }
  }

  /// What to do, nil where that is plain.
  public var help: String? {
    switch kind {
    case .providerNotSet, .outputNotSet: "set it in the environment or in a `.env` file"
    case .builtIn: "run it with `npx prisma generate --generator \(generator)`"
    case .ended(.exited(127)):
      "install it, or put it on `PATH`; it is started from the working directory"
    case .ended(.exited(0)): "it isn't a Prisma generator, or an outdated one"
    case .needsGenerator(let provider): "add a generator with `provider = \"\(provider)\"`"
    case .deniedModel: "give the model another name, and keep that of its table with `@@map`"
    case .noOutput: "add `output = \"PATH\"`, from the folder of the schema, to the generator"
    case .noEngine(_, let variable): "correct the variable, or unset `\(variable)`"
    default: nil
    }
  }
}

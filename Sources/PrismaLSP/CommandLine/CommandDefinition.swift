/// A command of the program: what it is called, what it takes, and what does its work. Its file declares
/// it, ``CommandCatalog`` lists it.
struct CommandDefinition: Sendable {
  /// One word, or two: `migrate deploy`.
  let name: String
  /// What it is for: in the list of commands.
  let summary: String
  /// What it is for, in its own help; ``summary`` where that says it all.
  let title: String?
  /// What stands behind its name in its own help, such as `[PATH…] [OPTIONS]`. With `[OPTIONS]` the options
  /// of all commands are explained, too.
  let usage: String
  /// What it takes beside options.
  let operands: Operands
  /// Its own options, in the order of its help. One with the name of a common option stands for that.
  let options: [any CommandOption]
  /// What else there is to know, maybe empty.
  let notes: String
  /// Looks at what doesn't go together.
  let check: @Sendable (CommandLineArguments) throws(UsageError) -> Void
  /// What does the work.
  let work: Work

  init(
    _ name: String, _ summary: String, title: String? = nil, usage: String = "[OPTIONS]",
    operands: Operands = .none, options: [any CommandOption] = [], notes: String = "",
    check: @escaping @Sendable (CommandLineArguments) throws(UsageError) -> Void = { _ in },
    work: Work
  ) {
    self.name = name
    self.summary = summary
    self.title = title
    self.usage = usage
    self.operands = operands
    self.options = options
    self.notes = notes
    self.check = check
    self.work = work
  }

  /// What does the work of a command.
  enum Work: Sendable {
    /// Serves until the client is done, and returns the exit code.
    case server(@Sendable () async -> Int32)
    /// Waits for nobody.
    case immediate(@Sendable (CommandLineArguments, CommandEnvironment) -> CommandResult)
    /// Waits for a database, and leaves a result.
    case database(@Sendable (CommandLineArguments, CommandEnvironment) async -> CommandResult)
    /// Works on a database or on a project as a whole, says what it does meanwhile, and leaves all in order
    /// when it is interrupted.
    case workflow(WorkflowCommand.Work)
  }

  /// What a command takes beside options.
  struct Operands: Sendable {
    enum Kind: Hashable, Sendable {
      /// Nothing.
      case none
      /// Nothing, but what stands behind `--` is passed on.
      case passedOn
      /// ``CommandLineArguments/paths``, up to so many.
      case paths(atMost: Int)
      /// ``CommandLineArguments/operand``.
      case word(OptionForm.Values)
      /// ``CommandLineArguments/operand``: the name of a command, in one word or two.
      case command
    }

    let kind: Kind
    /// What stands behind the name in the list of commands, such as `[PATH…]`; maybe empty.
    let synopsis: String
    /// What stands for it in the help, and what it is; nil where an option explains it.
    let explanation: (label: String, text: String)?

    static let none = Operands(.none)

    init(_ kind: Kind, _ synopsis: String = "", _ explanation: (String, String)? = nil) {
      self.kind = kind
      self.synopsis = synopsis
      self.explanation = explanation
    }
  }

  /// Its own options, and those of every command that it has none of its own for.
  var allOptions: [any CommandOption] { options + commonOptions }

  /// The options of every command but those that it has its own for.
  var commonOptions: [any CommandOption] {
    let own = Set(options.flatMap(\.form.names))
    return CommonOptions.all.filter { own.isDisjoint(with: $0.form.names) }
  }

  /// The option with a spelling, nil where it has none.
  func option(_ name: String) -> (any CommandOption)? {
    allOptions.first { $0.form.names.contains(name) }
  }
}

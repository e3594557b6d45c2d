import Diagnostics

/// What the user asked for on the command line.
struct CommandLineArguments: Sendable {
  /// What is to be done.
  private(set) var command: CommandDefinition
  /// The one word that some commands take: the ID of `rules`, the command that `help` is asked about, the
  /// shell of `completions`, the migration that `migrate down` goes back to.
  private(set) var operand: String?
  /// What stands behind `--`, for the command that `db seed` runs.
  private(set) var passedOn: [String] = []
  /// What options set, by the names of their keys.
  private var values: [String: any Sendable] = [:]

  /// The value of an option.
  subscript<Value>(option: TypedOption<Value>) -> Value { self[option.key] }

  /// The value that options with this key set.
  subscript<Value>(key: OptionKey<Value>) -> Value {
    get {
      guard let value = values[key.name] else { return key.absent }
      return value as? Value ?? key.absent
    }
    set { values[key.name] = newValue }
  }

  /// Understands the arguments behind the program's name.
  init(parsing arguments: [SystemPath]) throws(UsageError) {
    var reader = ArgumentReader(arguments)
    (command, operand) = try Self.command(&reader)
    while let argument = reader.next() {
      switch argument {
      case .value(let value, let isBehindDashes):
        if isBehindDashes, command.operands.kind == .passedOn {
          passedOn.append(value.text)
        } else {
          try take(value)
        }
      case .option(let name, let inlineValue):
        guard let option = command.option(name) else { throw unknownOption(name) }
        let value = try Self.value(of: option.form, name, inlineValue, &reader)
        try option.keep(GivenOption(name: name, value: value), in: &self)
      }
    }
    if !self[CommonOptions.help] {
      try command.check(self)
    } else if command.name != HelpCommand.definition.name {
      operand = command.name
      command = HelpCommand.definition
    }
  }

  /// Whether `arguments` ask for JSON, whatever else is wrong with them: failures are then told in
  /// JSON too.
  static func asksForJSON(_ arguments: [SystemPath]) -> Bool {
    for (index, argument) in arguments.enumerated() {
      if argument.text == "--" { return false }
      if argument.text == "--output=json" { return true }
      if argument.text == "--output", index + 1 < arguments.count,
        arguments[index + 1].text == "json"
      {
        return true
      }
    }
    return false
  }

  // MARK: The command

  /// The command that the arguments begin with, and what it is about, where that is known already.
  private static func command(
    _ reader: inout ArgumentReader
  ) throws(UsageError) -> (CommandDefinition, operand: String?) {
    guard let first = reader.first?.text else { return (HelpCommand.definition, nil) }
    switch first {
    case "--stdio": return (LanguageServerCommand.definition, nil)
    case "--help", "-h":
      reader.skip()
      return (HelpCommand.definition, nil)
    case "--version", "-v", "-V":
      reader.skip()
      return (VersionCommand.definition, nil)
    default: break
    }
    if let command = CommandCatalog.command(first) {
      reader.skip()
      return (command, nil)
    }
    let group = CommandCatalog.group(first)
    if !group.isEmpty {
      reader.skip()
      return try command(of: group, first, &reader)
    }
    if first.hasPrefix("-") {
      throw UsageError(
        "`\(first)` stands before the command",
        help: "begin with a command, such as `prisma-lsp validate`; `prisma-lsp help` lists them")
    }
    var help = "`prisma-lsp help` lists the commands"
    if first.hasSuffix(".prisma") || first.contains("/") {
      help = "to check a schema write `prisma-lsp validate \(first)`"
    } else if let near = Suggestion.nearest(to: first, among: CommandCatalog.names) {
      help = "did you mean `\(near)`? " + help
    }
    throw UsageError("there is no command `\(first)`", help: help)
  }

  /// The command of two words that begins with `first`.
  private static func command(
    of group: [CommandDefinition], _ first: String, _ reader: inout ArgumentReader
  ) throws(UsageError) -> (CommandDefinition, operand: String?) {
    let list = "there are " + group.map { "`\($0.name)`" }.joined(separator: ", ")
    let second = reader.first?.text
    if let second, ["--help", "-h"].contains(second) {
      reader.skip()
      return (HelpCommand.definition, first)
    }
    guard let second, !second.hasPrefix("-") else {
      throw UsageError("`\(first)` needs a second word", help: list)
    }
    let name = "\(first) \(second)"
    guard let command = group.first(where: { $0.name == name }) else {
      let words = group.map { String($0.name.dropFirst(first.count + 1)) }
      let near = Suggestion.nearest(to: second, among: words)
        .map { "did you mean `\(first) \($0)`? " }
      throw UsageError("there is no command `\(name)`", help: (near ?? "") + list)
    }
    reader.skip()
    return (command, nil)
  }

  // MARK: What stands behind it

  private mutating func take(_ value: SystemPath) throws(UsageError) {
    switch command.operands.kind {
    case .paths(let limit) where paths.count < limit: self[SharedOptions.paths].append(value)
    case .word where operand == nil, .command where operand == nil: operand = value.text
    // `help migrate diff`
    case .command where operand.map { CommandCatalog.group($0).isEmpty } == false:
      operand = "\(operand ?? "") \(value.text)"
    case .none, .passedOn, .paths, .word, .command:
      throw UsageError(
        "`\(command.name)` takes no argument `\(value.text)`",
        help: "`prisma-lsp help \(command.name)` shows what it takes")
    }
  }

  /// The value of an option that was just read: behind `=`, else the next argument; empty for an option
  /// without a value.
  private static func value(
    of form: OptionForm, _ name: String, _ inlineValue: SystemPath?,
    _ reader: inout ArgumentReader
  ) throws(UsageError) -> SystemPath {
    guard let placeholder = form.placeholder else {
      if inlineValue == nil { return SystemPath("") }
      throw UsageError("`\(name)` takes no value", help: "write `\(name)` alone")
    }
    let value = inlineValue ?? reader.value(canBeNegative: form.values == .number)
    guard let value, !value.isEmpty || form.takesEmptyValue else {
      throw UsageError("`\(name)` needs a value", help: "write `\(name) \(placeholder)`")
    }
    return value
  }

  private func unknownOption(_ name: String) -> UsageError {
    var help = "`prisma-lsp help \(command.name)` shows what it takes"
    let names = command.allOptions.flatMap(\.form.names).filter { $0.hasPrefix("--") }
    let bare = String(name.drop { $0 == "-" })
    if let near = Suggestion.nearest(to: bare, among: names.map { String($0.dropFirst(2)) }) {
      help = "did you mean `--\(near)`? " + help
    }
    return UsageError("`\(command.name)` has no option `\(name)`", help: help)
  }
}

/// Goes through the arguments of a command line.
struct ArgumentReader {
  /// One argument, taken apart.
  enum Argument {
    /// One that is no option; behind `--` all are.
    case value(SystemPath, isBehindDashes: Bool)
    /// The name with its dashes, and what stands behind `=`.
    case option(String, SystemPath?)
  }

  private var rest: ArraySlice<SystemPath>
  private var isBehindDashes = false

  init(_ arguments: [SystemPath]) { rest = arguments[...] }

  /// What comes next, without taking it.
  var first: SystemPath? { rest.first }

  /// Takes what comes next.
  mutating func skip() { _ = rest.popFirst() }

  /// The next argument, nil at the end.
  mutating func next() -> Argument? {
    guard let argument = rest.popFirst() else { return nil }
    if isBehindDashes { return .value(argument, isBehindDashes: true) }
    guard argument.bytes.first == UInt8(ascii: "-") else {
      return .value(argument, isBehindDashes: false)
    }
    if argument.bytes == Array("--".utf8) {
      isBehindDashes = true
      return next()
    }
    guard let equals = argument.bytes.firstIndex(of: UInt8(ascii: "=")) else {
      return .option(argument.text, nil)
    }
    return .option(
      String(decoding: argument.bytes[..<equals], as: UTF8.self),
      SystemPath(bytes: Array(argument.bytes[(equals + 1)...])))
  }

  /// The value of an option that stands behind it; nil when an option follows, or nothing.
  ///
  /// - Parameter canBeNegative: whether a number with a minus sign is a value, not an option.
  mutating func value(canBeNegative: Bool) -> SystemPath? {
    guard let value = rest.first else { return nil }
    if value.bytes.first == UInt8(ascii: "-"), !canBeNegative || Int(value.text) == nil {
      return nil
    }
    rest.removeFirst()
    return value
  }
}

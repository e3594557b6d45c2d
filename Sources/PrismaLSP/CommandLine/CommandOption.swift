/// An option of a command, as those see it who don't ask for its value: the reader of command lines, the
/// help and the completions.
protocol CommandOption: Sendable {
  /// How it is written, and what it is for.
  var form: OptionForm { get }

  /// Takes over what was given.
  func keep(_ given: GivenOption, in arguments: inout CommandLineArguments) throws(UsageError)
}

/// How an option is written, and what the help says of it.
struct OptionForm: Sendable {
  /// What the value of an option, or another argument, can be.
  enum Values: Hashable, Sendable {
    /// One of these words.
    case words([String])
    /// A file or folder.
    case path
    /// A number. One with a minus sign is read too, so that it is refused as a wrong number, not as
    /// missing.
    case number
    /// Something that can't be listed.
    case anything
  }

  /// The spellings, with their dashes: the first is the one that is shown.
  let names: [String]
  /// What stands for its value in the help, nil for an option without a value.
  let placeholder: String?
  /// What its value can be.
  let values: Values
  /// What stands before ``purpose`` in the help, where that is not the name: the names of several options
  /// that are explained together.
  var label: String?
  /// What it is for, in lines of up to 77 characters; nil where the help is silent about it.
  var purpose: String?
  /// Whether the value can be the empty text.
  var takesEmptyValue = false

  /// - Parameters:
  ///   - aliases: other spellings, such as `-n`.
  ///   - placeholder: nil for an option without a value.
  init(
    _ name: String, or aliases: [String] = [], _ placeholder: String?, _ values: Values,
    _ purpose: String?
  ) {
    names = [name] + aliases
    self.placeholder = placeholder
    self.values = values
    self.purpose = purpose
  }

  /// Its first name as the help shows it: with the short ones before, and with the value behind.
  var shownName: String {
    let short = names.dropFirst().filter { !$0.hasPrefix("--") && $0 != "-" }
    let name = (short + names.prefix(1)).joined(separator: ", ")
    return placeholder.map { "\(name) \($0)" } ?? name
  }
}

/// An option as it stands on a command line.
struct GivenOption {
  /// As it is spelt there, with its dashes.
  let name: String
  /// Empty for an option without a value.
  let value: SystemPath

  /// The error for a value that it can't have.
  ///
  /// - Parameter help: what it can be.
  func refusal(_ help: String) -> UsageError {
    UsageError("`\(name)` has no value `\(value.text)`", help: help)
  }
}

/// Where the value of an option is kept. Options with the same key set the same value.
struct OptionKey<Value: Sendable>: Sendable {
  /// Different from those of all keys with values of another type.
  let name: String
  /// What holds where no option is given.
  let absent: Value

  init(_ name: String, absent: Value) {
    self.name = name
    self.absent = absent
  }
}

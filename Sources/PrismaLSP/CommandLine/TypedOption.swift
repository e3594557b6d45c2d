import Diagnostics

/// An option that is asked for its value: `arguments[option]`.
///
/// Its declaration, listed in a ``CommandDefinition``, is all there is to an option: what is read, the help,
/// the errors and the completions follow from it.
struct TypedOption<Value: Sendable>: CommandOption {
  private(set) var form: OptionForm
  /// Where its value is kept.
  let key: OptionKey<Value>
  private let read: @Sendable (GivenOption, inout Value) throws(UsageError) -> Void

  /// - Parameter read: brings the value up to what is given now; what was given before is in it.
  init(
    _ form: OptionForm, key: OptionKey<Value>,
    read: @escaping @Sendable (GivenOption, inout Value) throws(UsageError) -> Void
  ) {
    self.form = form
    self.key = key
    self.read = read
  }

  func keep(
    _ given: GivenOption, in arguments: inout CommandLineArguments
  ) throws(UsageError) {
    try read(given, &arguments[key])
  }

  /// The same option, explained by other words.
  ///
  /// - Parameter label: what stands before them, nil for its name.
  func explained(_ purpose: String, label: String? = nil) -> TypedOption {
    var option = self
    option.form.purpose = purpose
    option.form.label = label
    return option
  }

  /// The same option, which the help is silent about.
  var unexplained: TypedOption {
    var option = self
    option.form.purpose = nil
    return option
  }
}

// MARK: The usual kinds

extension TypedOption where Value == Bool {
  /// One without a value.
  static func flag(
    _ name: String, or aliases: [String] = [], _ purpose: String?
  ) -> TypedOption {
    TypedOption(
      OptionForm(name, or: aliases, nil, .anything, purpose), key: OptionKey(name, absent: false)
    ) { _, value in value = true }
  }
}

extension TypedOption where Value == String? {
  /// One whose value is any text.
  static func text(
    _ name: String, or aliases: [String] = [], _ placeholder: String,
    values: OptionForm.Values = .anything, _ purpose: String?
  ) -> TypedOption {
    TypedOption(
      OptionForm(name, or: aliases, placeholder, values, purpose),
      key: OptionKey(name, absent: nil)
    ) { given, value in value = given.value.text }
  }

  /// The same option, whose value can also be the empty text.
  var takingEmptyText: TypedOption {
    var option = self
    option.form.takesEmptyValue = true
    return option
  }
}

extension TypedOption where Value == [String] {
  /// One that can be given several times, whose values are any text.
  static func texts(_ name: String, _ placeholder: String, _ purpose: String?) -> TypedOption {
    TypedOption(
      OptionForm(name, placeholder, .anything, purpose), key: OptionKey(name, absent: [])
    ) { given, value in value.append(given.value.text) }
  }
}

extension TypedOption where Value == SystemPath? {
  /// One whose value is a file or folder.
  static func path(_ name: String, _ placeholder: String, _ purpose: String?) -> TypedOption {
    TypedOption(
      OptionForm(name, placeholder, .path, purpose), key: OptionKey(name, absent: nil)
    ) { given, value in value = given.value }
  }
}

extension TypedOption where Value == Int? {
  /// One whose value is a number.
  ///
  /// - Parameter range: what the help calls `rangeText`.
  static func number(
    _ name: String, _ placeholder: String, in range: ClosedRange<Int>, _ rangeText: String,
    _ purpose: String?
  ) -> TypedOption {
    TypedOption(
      OptionForm(name, placeholder, .number, purpose), key: OptionKey(name, absent: nil)
    ) { given, value throws(UsageError) in
      guard let number = Int(given.value.text), range.contains(number) else {
        throw given.refusal(rangeText)
      }
      value = number
    }
  }
}

extension TypedOption {
  /// One whose value is one of several words.
  ///
  /// - Parameter absent: the choice where it is not given.
  static func choice(
    _ name: String, _ placeholder: String, among choices: [Value], absent: Value,
    _ purpose: String?
  ) -> TypedOption where Value: RawRepresentable<String> {
    TypedOption(
      OptionForm(name, placeholder, .words(choices.map(\.rawValue)), purpose),
      key: OptionKey(name, absent: absent)
    ) { given, value throws(UsageError) in value = try given.choice(among: choices) }
  }

  /// One whose value is one of several words, or not chosen.
  ///
  /// - Parameter none: the word that stands for no choice, if there is one.
  static func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ placeholder: String, among choices: [Choice], none: String? = nil,
    _ purpose: String?
  ) -> TypedOption where Value == Choice? {
    let others = [none].compactMap(\.self)
    return TypedOption(
      OptionForm(name, placeholder, .words(choices.map(\.rawValue) + others), purpose),
      key: OptionKey(name, absent: nil)
    ) { given, value throws(UsageError) in
      value = given.value.text == none ? nil : try given.choice(among: choices, others)
    }
  }
}

extension GivenOption {
  /// The one of `choices` that is meant.
  ///
  /// - Parameter others: words that could stand there as well.
  func choice<Choice: RawRepresentable<String>>(
    among choices: [Choice], _ others: [String] = []
  ) throws(UsageError) -> Choice {
    if let choice = choices.first(where: { $0.rawValue == value.text }) { return choice }
    let names = choices.map(\.rawValue) + others
    // One letter is as far from any other.
    let near = value.bytes.count == 1 ? nil : Suggestion.nearest(to: value.text, among: names)
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    throw refusal((near.map { "did you mean `\($0)`? " } ?? "") + "its values are \(list)")
  }
}

import SchemaModel

/// A page about a function, with its arguments.
public struct FunctionReference: Sendable {
  /// What a function can be the value of.
  public enum Place: Sendable {
    /// The value of `@default`, on fields of these types (a list: by its elements).
    case defaultValue([ScalarType])
    /// A property of a datasource or generator.
    case configuration
    /// An argument of an index.
    case index
  }

  /// The page; its name has no parentheses.
  public let entry: ReferenceEntry
  /// What it can be the value of.
  public let place: Place
  /// Its arguments, in the order in which they are shown.
  public let parameters: [ReferenceParameter]

  /// Its name, without parentheses.
  public var name: String { entry.name }

  init(_ entry: ReferenceEntry, _ place: Place, parameters: [ReferenceParameter] = []) {
    self.entry = entry
    self.place = place
    self.parameters = parameters
  }

  /// How it is called.
  public func signature(in configuration: Configuration) -> ReferenceSignature {
    ReferenceSignature(
      name: name, parameters: parameters.filter { $0.availability.holds(in: configuration) })
  }
}

extension LanguageReference {
  private static let functionsByName = Dictionary(
    functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The function of a name without parentheses.
  public static func function(_ name: String) -> FunctionReference? { functionsByName[name] }
}

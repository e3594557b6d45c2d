import SchemaModel

/// A page about an attribute, with its arguments.
public struct AttributeReference: Sendable {
  /// What an attribute can stand on.
  public enum Place: Sendable, CaseIterable {
    /// A field of a model or view that holds a value.
    case scalarField
    /// A field of a model or view whose type is a model or view.
    case relationField
    /// A field of a composite type.
    case compositeField
    /// A value of an enum.
    case enumValue
    /// A line of its own in a model.
    case model
    /// A line of its own in a view.
    case view
    /// A line of its own in an enum.
    case enumeration
  }

  /// The page; its name has the `@` or `@@`.
  public let entry: ReferenceEntry
  /// What it can stand on.
  public let places: Set<Place>
  /// Its arguments, in the order in which they are shown.
  public let parameters: [ReferenceParameter]
  /// Whether it can stand on the same thing more than once.
  public let isRepeatable: Bool

  /// Its name with the `@` or `@@`.
  public var name: String { entry.name }

  init(
    _ entry: ReferenceEntry, on places: Set<Place>, parameters: [ReferenceParameter] = [],
    isRepeatable: Bool = false
  ) {
    self.entry = entry
    self.places = places
    self.parameters = parameters
    self.isRepeatable = isRepeatable
  }

  /// How it is called there.
  public func signature(at place: Place, in configuration: Configuration) -> ReferenceSignature {
    ReferenceSignature(
      name: name,
      parameters: parameters.filter {
        $0.availability.holds(in: configuration) && $0.places?.contains(place) != false
      })
  }
}

extension LanguageReference {
  /// All attributes but native types, in the order in which a reader meets them.
  public static let attributes: [AttributeReference] = fieldAttributes + blockAttributes

  private static let attributesByName = Dictionary(
    attributes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The attribute of a name with its `@` or `@@`, nil for native types and unknown ones.
  public static func attribute(_ name: String) -> AttributeReference? { attributesByName[name] }

  /// The attributes that can stand there, those of other databases left out.
  public static func attributes(
    at place: AttributeReference.Place, in configuration: Configuration
  ) -> [AttributeReference] {
    attributes.filter {
      $0.places.contains(place) && $0.entry.availability.holds(in: configuration)
    }
  }
}

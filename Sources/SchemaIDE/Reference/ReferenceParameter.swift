import SchemaModel

/// An argument that an attribute or function takes.
public struct ReferenceParameter: Sendable {
  /// What its value can be, which decides what is offered for it.
  public enum Value: Sendable {
    /// A string that names something in the database.
    case databaseName
    /// A string that names something in the client.
    case clientName
    /// The name of a relation.
    case relationName
    /// One of the datasource's `schemas`.
    case schemaName
    /// Any other string: SQL, a version ….
    case text
    /// An integer in the range.
    case integer(ClosedRange<Int>)
    /// An integer in the range, or `Max`.
    case integerOrMax(ClosedRange<Int>)
    /// One of these integers.
    case oneOf([Int])
    /// `true` or `false`.
    case boolean
    /// `Asc` or `Desc`.
    case sortOrder
    /// The value of a default: a literal or a function.
    case defaultValue
    /// Fields of the model, in a list, each perhaps with arguments of its own.
    case indexFields
    /// Scalar fields of the model, in a list.
    case scalarFields
    /// Fields of the related model, in a list.
    case referencedFields
    /// What happens to the referencing row.
    case referentialAction
    /// How an index is built.
    case indexMethod
    /// The operator class of a field in an index.
    case operatorClass
    /// The condition of a partial index.
    case condition

    /// The type as signatures show it.
    public var typeName: String {
      switch self {
      case .databaseName, .clientName, .relationName, .schemaName, .text: "String"
      case .integer: "Int"
      case .integerOrMax: "Int | Max"
      case .oneOf(let values): values.map { String($0) }.joined(separator: " | ")
      case .boolean: "Boolean"
      case .sortOrder: "Asc | Desc"
      case .defaultValue: "Expression"
      case .indexFields, .scalarFields, .referencedFields: "FieldReference[]"
      case .referentialAction: "ReferentialAction"
      case .indexMethod: "IndexType"
      case .operatorClass: "OperatorClass | raw(String)"
      case .condition: "raw(String) | { field: value }"
      }
    }
  }

  /// Its name.
  public let name: String
  /// What its value can be.
  public let value: Value
  /// Whether its value may stand without the name.
  public let isUnnamed: Bool
  /// Whether it may be left out.
  public let isOptional: Bool
  /// Where it can be used.
  public let availability: Availability
  /// The places of the attribute in which it can be used, nil for all of them.
  public let places: Set<AttributeReference.Place>?
  /// What it does, in Markdown.
  public let documentation: String

  init(
    _ name: String, _ value: Value, isUnnamed: Bool = false, isOptional: Bool = true,
    availability: Availability = .everywhere, places: Set<AttributeReference.Place>? = nil,
    _ documentation: String
  ) {
    self.name = name
    self.value = value
    self.isUnnamed = isUnnamed
    self.isOptional = isOptional
    self.availability = availability
    self.places = places
    self.documentation = documentation
  }

  /// The parameter in a signature: `map: String?`, `_ fields: FieldReference[]`.
  public var label: String {
    "\(isUnnamed ? "_ " : "")\(name): \(isOptional ? optionalTypeName : value.typeName)"
  }

  private var optionalTypeName: String {
    value.typeName.contains(" ") ? "(\(value.typeName))?" : "\(value.typeName)?"
  }

  /// The page about the argument in Markdown.
  public var page: String {
    guard let limits = availability.description else { return documentation }
    return "\(documentation)\n\nAvailable: \(limits)."
  }
}

/// How an attribute or function is called, in one configuration.
public struct ReferenceSignature: Sendable {
  /// The name: `@relation`, `uuid`.
  public let name: String
  /// What can stand between the parentheses.
  public let parameters: [ReferenceParameter]
  /// The whole signature: `@relation(_ name: String?, fields: FieldReference[]?)`. Without parameters
  /// an attribute has no parentheses.
  public let label: String
  /// Where each of ``parameters`` stands in ``label``, in UTF-16 units, as the protocol counts.
  public let labelRanges: [Range<Int>]

  init(name: String, parameters: [ReferenceParameter]) {
    self.name = name
    self.parameters = parameters
    var label = name
    var ranges: [Range<Int>] = []
    if !parameters.isEmpty || !name.hasPrefix("@") {
      label += "("
      for (index, parameter) in parameters.enumerated() {
        if index > 0 { label += ", " }
        let start = label.utf16.count
        label += parameter.label
        ranges.append(start..<label.utf16.count)
      }
      label += ")"
    }
    self.label = label
    labelRanges = ranges
  }
}

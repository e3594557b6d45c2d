import SchemaParser

/// A field of a model, view or composite type. Ranges count from the start of its block.
///
/// An object, since rules pass fields around far more often than they are made. It is unchecked that
/// it can be shared: its members are set while its declaration is resolved, before anybody else can
/// see it, and never afterwards.
public final class Field: @unchecked Sendable {
  /// How often the value occurs.
  public enum Arity: UInt8, Sendable { case required, optional, list }

  /// Its place in ``Model/fields`` or ``CompositeType/fields``.
  public let index: Int
  /// Its name.
  public let identifier: Identifier
  /// The span class FIELD.
  public let range: TextRange
  /// The span class TYPE.
  public let typeRange: TextRange
  /// The type as it is written, without `?` and `[]`; for `Unsupported("x")` the text `x`.
  public let typeName: String
  /// What the type resolves to.
  public let type: FieldType
  public let arity: Arity
  /// `@map`.
  public internal(set) var map: MappedName?
  /// Whether it has `@ignore`.
  public internal(set) var isIgnored = false
  /// Whether it has `@updatedAt`.
  public internal(set) var isUpdatedAt = false
  /// `@default`, nil when it is absent or has no usable value.
  public internal(set) var defaultValue: DefaultValue?
  /// The native type attribute; of several the last.
  public internal(set) var nativeType: NativeTypeUse?
  /// `@relation`, on relation fields only.
  public internal(set) var relation: RelationAttribute?

  /// Its name's text.
  public var name: String { identifier.text }
  /// The name of its column: `@map`, else its own.
  public var databaseName: String { map?.value ?? identifier.text }
  /// Whether it holds a value: of a built-in, enum, composite or unsupported type.
  public var isScalar: Bool {
    switch type {
    case .scalar, .enumeration, .composite, .unsupported: true
    case .model, .unresolved: false
    }
  }
  /// Whether its type is a model or view.
  public var isRelation: Bool {
    if case .model = type { true } else { false }
  }
  /// The relation's name: the one given, else `XToY`, made of the names of both models in byte order.
  public func relationName(in model: String) -> String {
    if let name = relation?.name?.value { return name }
    return typeName.utf8.lexicographicallyPrecedes(model.utf8)
      ? "\(typeName)To\(model)" : "\(model)To\(typeName)"
  }
  /// The type with `?` or `[]`.
  public var typeDescription: String {
    let base = type.isUnsupported ? "Unsupported(\"\(typeName)\")" : typeName
    switch arity {
    case .required: return base
    case .optional: return base + "?"
    case .list: return base + "[]"
    }
  }

  init(
    index: Int, identifier: Identifier, range: TextRange, typeRange: TextRange, typeName: String,
    type: FieldType, arity: Arity
  ) {
    self.index = index
    self.identifier = identifier
    self.range = range
    self.typeRange = typeRange
    self.typeName = typeName
    self.type = type
    self.arity = arity
  }
}

/// What a field's type resolves to.
public enum FieldType: Hashable, Sendable {
  case scalar(ScalarType)
  case enumeration(BlockID)
  case composite(BlockID)
  /// A model or view.
  case model(BlockID)
  /// `Unsupported("…")`
  case unsupported
  /// Nothing; or, in a composite type, a model. Reported already.
  case unresolved

  /// Whether it is `Unsupported("…")`.
  public var isUnsupported: Bool { self == .unsupported }
  /// The built-in type, nil for all others.
  public var scalar: ScalarType? { if case .scalar(let type) = self { type } else { nil } }
  /// The declaration that it names, nil for built-in and unsupported types.
  public var declaration: BlockID? {
    switch self {
    case .enumeration(let id), .composite(let id), .model(let id): id
    case .scalar, .unsupported, .unresolved: nil
    }
  }
  /// The related model or view, nil for all others.
  public var modelID: BlockID? { if case .model(let id) = self { id } else { nil } }
}

/// `@default(…)`.
public final class DefaultValue: Sendable {
  /// The span class ATTR.
  public let range: TextRange
  /// The value.
  public let value: ExpressionSyntax
  /// `map`.
  public let map: NamedArgument?
  /// The name of the function, nil for a literal.
  public let function: String?

  init(range: TextRange, value: ExpressionSyntax, map: NamedArgument?) {
    self.range = range
    self.value = value
    self.map = map
    function = value.functionName
  }
}

/// `@db.VarChar(10)`.
public final class NativeTypeUse: Sendable {
  /// The span class ATTR.
  public let range: TextRange
  /// What stands before the first dot: `db`.
  public let prefix: String
  /// What stands behind it, further dots included: `VarChar`.
  public let name: String
  /// The values of the arguments that have one, named or not.
  public let arguments: [ExpressionSyntax]
  /// The number of ``name`` in ``NativeType/numbers``, -1 when no database has such a type.
  let number: Int

  init(range: TextRange, prefix: String, name: String, arguments: [ExpressionSyntax]) {
    number = NativeType.numbers[name] ?? -1
    self.range = range
    self.prefix = prefix
    self.name = name
    self.arguments = arguments
  }
}

/// `@relation(…)`.
public final class RelationAttribute: Sendable {
  /// `fields: […]`
  public struct FieldList: Sendable {
    /// The span class ARG.
    public let range: TextRange
    /// Indexes into ``Model/fields``; empty when the list is, or could not be resolved.
    public let fields: [Int]
  }

  /// `references: […]`
  public struct ReferenceList: Sendable {
    /// The span class ARG.
    public let range: TextRange
    /// The names of scalar fields of the related model; empty when the list is, or could not be resolved.
    public let fields: [Identifier]
  }

  /// `onDelete` or `onUpdate`.
  public struct Action: Sendable {
    public let action: ReferentialAction
    /// The span class ARG.
    public let range: TextRange
    /// The span class EXPR.
    public let valueRange: TextRange
  }

  /// The span class ATTR.
  public let range: TextRange
  /// The relation's name with the span class EXPR; nil when there is none.
  public let name: SchemaName?
  public let fields: FieldList?
  public let references: ReferenceList?
  public let onDelete: Action?
  public let onUpdate: Action?
  public let map: NamedArgument?

  init(
    range: TextRange, name: SchemaName?, fields: FieldList?, references: ReferenceList?,
    onDelete: Action?, onUpdate: Action?, map: NamedArgument?
  ) {
    self.range = range
    self.name = name
    self.fields = fields
    self.references = references
    self.onDelete = onDelete
    self.onUpdate = onUpdate
    self.map = map
  }
}

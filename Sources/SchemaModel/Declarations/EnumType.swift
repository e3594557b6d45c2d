import SchemaParser

/// An enum. Ranges count from the start of ``block``.
public final class EnumType: Sendable {
  public let id: BlockID
  public let block: SyntaxBlock
  public let identifier: Identifier
  /// The span class BLOCK.
  public let range: TextRange
  /// Its values in source order.
  public let values: [EnumValue]
  /// `@@map`.
  public let map: MappedName?
  /// `@@schema`: its value with the span class EXPR.
  public let schema: SchemaName?

  private let names: Set<Name>

  init(
    id: BlockID, block: SyntaxBlock, identifier: Identifier, range: TextRange,
    values: [EnumValue], map: MappedName?, schema: SchemaName?
  ) {
    self.id = id
    self.block = block
    self.identifier = identifier
    self.range = range
    self.values = values
    self.map = map
    self.schema = schema
    names = Set(values.map(\.identifier.name))
  }

  /// Its name's text.
  public var name: String { identifier.text }
  /// The name in the database: `@@map`, else its own.
  public var databaseName: String { map?.value ?? identifier.text }
  /// Whether it has a value of this name.
  public func hasValue(_ name: Name) -> Bool { names.contains(name) }
}

/// A value of an enum.
public struct EnumValue: Sendable {
  public let identifier: Identifier
  /// The span class VALUE.
  public let range: TextRange
  /// `@map`.
  public let map: MappedName?
}

/// A composite type. Ranges count from the start of ``block``.
public final class CompositeType: Sendable {
  public let id: BlockID
  public let block: SyntaxBlock
  public let identifier: Identifier
  /// The span class BLOCK.
  public let range: TextRange
  /// Its fields in source order.
  public let fields: [Field]

  let lookup: FieldLookup

  init(
    id: BlockID, block: SyntaxBlock, identifier: Identifier, range: TextRange, fields: [Field],
    lookup: FieldLookup
  ) {
    self.id = id
    self.block = block
    self.identifier = identifier
    self.range = range
    self.fields = fields
    self.lookup = lookup
  }

  /// Its name's text.
  public var name: String { identifier.text }
  /// The index in ``fields`` of the field with this name.
  public func fieldIndex(_ name: Name) -> Int? { lookup[name] }
}

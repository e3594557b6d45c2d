import SchemaParser

/// An enum. Ranges count from the start of ``block``.
package final class EnumType: Sendable {
  package let id: BlockID
  package let block: SyntaxBlock
  package let identifier: Identifier
  /// The span class BLOCK.
  package let range: TextRange
  /// Its values in source order.
  package let values: [EnumValue]
  /// `@@map`.
  package let map: MappedName?
  /// `@@schema`: its value with the span class EXPR.
  package let schema: SchemaName?

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
  package var name: String { identifier.text }
  /// The name in the database: `@@map`, else its own.
  package var databaseName: String { map?.value ?? identifier.text }
  /// Whether it has a value of this name.
  package func hasValue(_ name: Name) -> Bool { names.contains(name) }
}

/// A value of an enum.
package struct EnumValue: Sendable {
  package let identifier: Identifier
  /// The span class VALUE.
  package let range: TextRange
  /// `@map`.
  package let map: MappedName?
}

/// A composite type. Ranges count from the start of ``block``.
package final class CompositeType: Sendable {
  package let id: BlockID
  package let block: SyntaxBlock
  package let identifier: Identifier
  /// The span class BLOCK.
  package let range: TextRange
  /// Its fields in source order.
  package let fields: [Field]

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
  package var name: String { identifier.text }
  /// The index in ``fields`` of the field with this name.
  package func fieldIndex(_ name: Name) -> Int? { lookup[name] }
}

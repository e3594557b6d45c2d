/// Makes the names that constraints get when the schema gives them none.
///
/// A name is the table, the columns and a suffix, joined by `_`, for example `Post_authorId_fkey`. What
/// stands before the suffix is cut so that the whole fits the database's limit. The names are made
/// in a buffer and given back reduced to a ``Name``, since a large schema has a hundred thousand that are
/// only compared; ``text`` shows the last one.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/database-mapping
public struct ConstraintNames: Sendable {
  /// The longest name in UTF-8 bytes.
  private let limit: Int
  private var buffer: [UInt8] = []

  public init(connector: Connector) {
    limit = connector.maximumIdentifierLength ?? .max
    buffer.reserveCapacity(128)
  }

  /// `T_pkey`: the name of a primary key.
  public mutating func primaryKey(of model: Model) -> Name {
    start(model)
    return finish("_pkey")
  }

  /// `T_C_key` of a unique, `T_C_idx` of any other index.
  public mutating func index(
    _ index: Index, of model: Model, compositeType: (BlockID) -> CompositeType?
  ) -> Name {
    start(model)
    for entry in index.fields {
      guard model.fields.indices.contains(entry.field) else { continue }
      append(column: model.fields[entry.field])
      for part in entry.compositePath {
        guard let type = compositeType(part.type), type.fields.indices.contains(part.field) else {
          continue
        }
        append(column: type.fields[part.field])
      }
    }
    return finish(index.kind == .unique ? "_key" : "_idx")
  }

  /// `T_C_fkey`: the name of a foreign key of `model` over the fields at `fields`. Without fields it is
  /// `T__fkey`.
  public mutating func foreignKey(of model: Model, fields: [Int]) -> Name {
    start(model)
    if fields.isEmpty { buffer.append(UInt8(ascii: "_")) }
    for field in fields where model.fields.indices.contains(field) {
      append(column: model.fields[field])
    }
    return finish("_fkey")
  }

  /// `T_C_df`: the name of a default.
  public mutating func defaultValue(of field: Field, in model: Model) -> Name {
    start(model)
    append(column: field)
    return finish("_df")
  }

  /// The name of a constraint of `model` over columns of these names, of any kind but a primary key.
  public mutating func constraint(
    _ kind: ConstraintName.Kind, of model: Model, columns: [String]
  ) -> Name {
    constraint(kind, ofTable: model.databaseName, columns: columns)
  }

  /// The name of a constraint of a table over columns of these names; a primary key is not named for its
  /// columns.
  public mutating func constraint(
    _ kind: ConstraintName.Kind, ofTable table: String, columns: [String]
  ) -> Name {
    buffer.removeAll(keepingCapacity: true)
    append(table)
    for column in columns where kind != .primaryKey {
      buffer.append(UInt8(ascii: "_"))
      append(column)
    }
    switch kind {
    case .primaryKey: return finish("_pkey")
    case .unique: return finish("_key")
    case .index: return finish("_idx")
    case .foreignKey: return finish("_fkey")
    case .defaultValue: return finish("_df")
    }
  }

  /// The text of the name made last.
  public var text: String { String(decoding: buffer, as: UTF8.self) }

  private mutating func start(_ model: Model) {
    buffer.removeAll(keepingCapacity: true)
    append(model.databaseName)
  }

  private mutating func append(column field: Field) {
    buffer.append(UInt8(ascii: "_"))
    append(field.databaseName)
  }

  private mutating func append(_ text: String) {
    // `append(contentsOf: text.utf8)` goes byte by byte.
    let copied: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      buffer.append(contentsOf: bytes)
    }
    if copied == nil { buffer.append(contentsOf: Array(text.utf8)) }
  }

  /// Cuts what is there and adds the suffix, which is never cut.
  private mutating func finish(_ suffix: StaticString) -> Name {
    let room = max(0, limit - suffix.utf8CodeUnitCount)
    if buffer.count > room {
      var end = room
      // A cut moves left until it stands before a character's first byte.
      while end > 0, buffer[end] & 0xC0 == 0x80 { end -= 1 }
      buffer.removeSubrange(end...)
    }
    suffix.withUTF8Buffer { buffer.append(contentsOf: $0) }
    return buffer.withUnsafeBufferPointer { Name($0) }
  }
}

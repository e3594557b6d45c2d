/// One step of a migration: what it changes, by places in the two structures.
///
/// In the names of the members, `previous` is an index in the lists of the structure before, `next` in
/// those of the one behind.
public enum Step: Hashable, Sendable {
  /// Asked for; the structure before has the new name already, so that all else goes by it.
  case rename(SQLRename)
  case createSchema(String)
  case dropExtension(previous: Int)
  case createExtension(next: Int)
  case alterExtension(previous: Int, next: Int)
  case createEnum(next: Int)
  case alterEnum(previous: Int, next: Int, EnumChange)
  /// The numbers that an identity column takes; of CockroachDB.
  case alterSequence(previousTable: Int, previous: Int, nextTable: Int, next: Int)
  case dropForeignKey(previousTable: Int, previous: Int)
  case dropIndex(previousTable: Int, previous: Int)
  case alterTable(previous: Int, next: Int, [TableChange])
  /// The columns of a primary key change in place; of CockroachDB.
  case alterPrimaryKey(previous: Int, next: Int)
  case dropTable(previous: Int)
  case dropEnum(previous: Int)
  case createTable(next: Int)
  /// Tables are made anew and their rows copied, with keys and indexes; in the order of the tables.
  case redefineTables([TableRedefinition])
  /// `isRestored` tells of an index that went with a column which is made anew.
  case createIndex(previousTable: Int?, nextTable: Int, next: Int, isRestored: Bool)
  case renameForeignKey(previousTable: Int, previous: Int, nextTable: Int, next: Int)
  case addForeignKey(nextTable: Int, next: Int)
  case renameIndex(previousTable: Int, previous: Int, nextTable: Int, next: Int)
  /// An index is dropped and made anew, to have another name; of SQLite.
  case redefineIndex(previousTable: Int, previous: Int, nextTable: Int, next: Int)
}

/// A table that the database can't change in place.
public struct TableRedefinition: Hashable, Sendable {
  /// The place of the table before.
  public let previous: Int
  /// Its place behind.
  public let next: Int
  /// What changes in it, in the order of an `alterTable`; may be empty where foreign keys change.
  public let changes: [TableChange]
}

/// What changes in an enum.
public struct EnumChange: Hashable, Sendable {
  /// The labels that are new, in their order.
  public let added: [String]
  /// The labels that are gone, in their order.
  public let removed: [String]

  public init(added: [String], removed: [String]) {
    self.added = added
    self.removed = removed
  }
}

/// A part of an `alterTable`.
public enum TableChange: Hashable, Sendable {
  case dropPrimaryKey
  case renamePrimaryKey
  case dropColumn(previous: Int)
  case addColumn(next: Int)
  case alterColumn(previous: Int, next: Int, ColumnChange)
  /// The column is dropped and made anew, since its values can't be cast.
  case recreateColumn(previous: Int, next: Int, ColumnChange)
  case addPrimaryKey
}

/// What changes in a column.
public struct ColumnChange: Hashable, Sendable {
  public var changesArity: Bool
  public var changesDefault: Bool
  /// How the type changes, nil when it does not.
  public var type: TypeChange?
  public var changesAutoincrement: Bool

  /// Whether nothing changes.
  public var isEmpty: Bool {
    !changesArity && !changesDefault && type == nil && !changesAutoincrement
  }
}

/// What becomes of the values of a column whose type changes.
public enum TypeChange: Hashable, Sendable {
  /// Each value can be cast.
  case safe
  /// A value may be cut or refused.
  case risky
  /// There is no cast.
  case notCastable
}

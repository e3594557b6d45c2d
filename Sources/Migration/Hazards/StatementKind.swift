/// The kinds of statements, as far as they differ in what they do to the tables of a live PostgreSQL: the
/// rows of docs/locks.md, by the text that they have there.
///
/// Tests run each on servers and compare with ``cost``.
public enum StatementKind: String, Sendable, CaseIterable {
  // Tables and columns
  case createTable = "CREATE TABLE"
  case dropTable = "DROP TABLE"
  case truncate = "TRUNCATE"
  case renameTable = "RENAME TO, SET SCHEMA"
  case renameColumn = "RENAME COLUMN"
  case addColumn = "ADD COLUMN, optional, or with a default that is one value for all rows"
  case addVolatileColumn = "ADD COLUMN with a volatile default, such as gen_random_uuid()"
  case addSerialColumn = "ADD COLUMN of SERIAL, or an identity"
  case addStoredColumn = "ADD COLUMN … GENERATED … STORED"
  case addVirtualColumn = "ADD COLUMN … GENERATED … VIRTUAL"
  case addRequiredColumn = "ADD COLUMN … NOT NULL without a default"
  case dropColumn = "DROP COLUMN"
  case setNotNull = "SET NOT NULL"
  case setNotNullChecked = "SET NOT NULL with a valid CHECK (… IS NOT NULL)"
  case dropNotNull = "DROP NOT NULL"
  case setDefault = "SET DEFAULT, DROP DEFAULT"
  case setType = "SET DATA TYPE"
  case setTypeElided = "SET DATA TYPE that keeps the bytes, such as VARCHAR(10) to TEXT"
  case setStatistics = "SET STATISTICS, SET (n_distinct = …)"
  case setStorage = "SET STORAGE, SET COMPRESSION"
  case addIdentity = "ADD GENERATED … AS IDENTITY, DROP IDENTITY, DROP EXPRESSION"

  // Keys and constraints
  case addPrimaryKey = "ADD PRIMARY KEY"
  case addPrimaryKeyUsingIndex = "ADD PRIMARY KEY USING INDEX, columns NOT NULL"
  case addUnique = "ADD UNIQUE, EXCLUDE"
  case addUniqueUsingIndex = "ADD UNIQUE USING INDEX"
  case addCheck = "ADD CHECK"
  case addCheckNotValid = "ADD CHECK … NOT VALID"
  case addNotNullNotValid = "ADD NOT NULL … NOT VALID"
  case addForeignKey = "ADD FOREIGN KEY"
  case addForeignKeyNotValid = "ADD FOREIGN KEY … NOT VALID"
  case validateConstraint = "VALIDATE CONSTRAINT, of a CHECK or NOT NULL"
  case validateForeignKey = "VALIDATE CONSTRAINT, of a foreign key"
  case dropConstraint = "DROP CONSTRAINT"
  case dropForeignKey = "DROP CONSTRAINT, of a foreign key"
  case renameConstraint = "RENAME CONSTRAINT"

  // Indexes
  case createIndex = "CREATE INDEX, CREATE UNIQUE INDEX"
  case createIndexConcurrently = "CREATE INDEX CONCURRENTLY"
  case dropIndex = "DROP INDEX"
  case dropIndexConcurrently = "DROP INDEX CONCURRENTLY"
  case renameIndex = "ALTER INDEX … RENAME"
  case reindex = "REINDEX"
  case reindexConcurrently = "REINDEX CONCURRENTLY"

  // Everything else about a table
  case createTrigger = "CREATE TRIGGER, ENABLE or DISABLE TRIGGER"
  case dropTrigger = "DROP TRIGGER"
  case rowSecurity = "ENABLE ROW LEVEL SECURITY, CREATE, ALTER or DROP POLICY"
  case setOptions = "SET (fillfactor = …), SET (autovacuum_… = …)"
  case rewriteTable = "SET LOGGED, SET UNLOGGED, SET ACCESS METHOD, CLUSTER"
  case vacuumFull = "VACUUM FULL"
  case vacuum = "VACUUM"
  case analyze = "ANALYZE"
  case comment = "COMMENT ON"
  case otherTableChange = "OWNER TO, REPLICA IDENTITY, INHERIT and the rest of ALTER TABLE"
  case attachPartition = "ATTACH PARTITION"
  case detachPartition = "DETACH PARTITION"

  // Rows
  case insert = "INSERT, COPY … FROM"
  case changeRows = "UPDATE, DELETE, MERGE"
  case read = "SELECT, CREATE VIEW"

  // Things that are no tables
  case createType = "CREATE SCHEMA, TYPE, DOMAIN, SEQUENCE, FUNCTION or EXTENSION"
  case addEnumValue = "ALTER TYPE … ADD VALUE"
  case alterType = "ALTER TYPE … RENAME, DROP TYPE"
  case ownSequence = "ALTER SEQUENCE … OWNED BY"
  case dropSequence = "DROP SEQUENCE that no default uses"
}

/// What a kind of statement does to tables that exist already.
public struct StatementCost: Hashable, Sendable {
  /// The lock on the table that the statement names, nil without one.
  public var lock: LockMode?
  /// The lock on the table that a foreign key refers to, or that a partition belongs to.
  public var otherLock: LockMode?
  /// Whether the table is read to its end under the lock.
  public var scans = false
  /// Whether the table is written anew under the lock.
  public var rewrites = false
  /// Whether it can run in a transaction with others.
  public var isTransactional = true
  /// The first version of PostgreSQL that knows it, 12 if older.
  public var since = 12
}

extension StatementKind {
  /// What it does, the same in all versions from 12 to 18.
  ///
  /// Source: the page of each statement at https://www.postgresql.org/docs/current/sql-commands.html
  public var cost: StatementCost {
    switch self {
    case .createTable, .createType, .addEnumValue, .alterType, .renameIndex, .dropSequence:
      StatementCost()
    case .truncate, .renameTable, .renameColumn, .addColumn, .addRequiredColumn, .dropColumn,
      .setNotNullChecked, .dropNotNull, .setDefault, .setTypeElided, .addIdentity, .setStorage,
      .addPrimaryKeyUsingIndex, .addUniqueUsingIndex, .addCheckNotValid, .dropConstraint,
      .renameConstraint, .dropTrigger, .rowSecurity, .otherTableChange, .dropIndex:
      StatementCost(lock: .accessExclusive)
    case .addVirtualColumn, .addNotNullNotValid:
      StatementCost(lock: .accessExclusive, since: 18)
    case .addVolatileColumn, .addSerialColumn, .addStoredColumn, .setType, .rewriteTable:
      StatementCost(lock: .accessExclusive, scans: true, rewrites: true)
    case .vacuumFull:
      StatementCost(
        lock: .accessExclusive, scans: true, rewrites: true, isTransactional: false)
    case .setNotNull, .addPrimaryKey, .addUnique, .addCheck:
      StatementCost(lock: .accessExclusive, scans: true)
    case .dropTable, .dropForeignKey:
      StatementCost(lock: .accessExclusive, otherLock: .accessExclusive)
    case .addForeignKey:
      StatementCost(lock: .shareRowExclusive, otherLock: .shareRowExclusive, scans: true)
    case .addForeignKeyNotValid:
      StatementCost(lock: .shareRowExclusive, otherLock: .shareRowExclusive)
    case .validateConstraint: StatementCost(lock: .shareUpdateExclusive, scans: true)
    case .validateForeignKey:
      StatementCost(lock: .shareUpdateExclusive, otherLock: .rowShare, scans: true)
    case .createIndex, .reindex: StatementCost(lock: .share, scans: true)
    case .createIndexConcurrently, .reindexConcurrently:
      StatementCost(lock: .shareUpdateExclusive, scans: true, isTransactional: false)
    case .dropIndexConcurrently:
      StatementCost(lock: .shareUpdateExclusive, isTransactional: false)
    case .createTrigger: StatementCost(lock: .shareRowExclusive)
    case .vacuum:
      StatementCost(lock: .shareUpdateExclusive, scans: true, isTransactional: false)
    case .setStatistics, .setOptions, .comment: StatementCost(lock: .shareUpdateExclusive)
    case .analyze: StatementCost(lock: .shareUpdateExclusive)
    case .attachPartition:
      StatementCost(lock: .accessExclusive, otherLock: .shareUpdateExclusive, scans: true)
    case .detachPartition:
      StatementCost(lock: .accessExclusive, otherLock: .accessExclusive)
    case .insert: StatementCost(lock: .rowExclusive)
    case .changeRows: StatementCost(lock: .rowExclusive, scans: true)
    case .read, .ownSequence: StatementCost(lock: .accessShare)
    }
  }
}

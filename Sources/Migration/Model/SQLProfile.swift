import SchemaModel

/// Which version's text a script has, where Prisma's versions differ.
public enum SQLProfile: String, Sendable, CaseIterable {
  /// Prisma 5: join tables have a unique index in place of a primary key.
  case five = "5"
  /// Prisma 6 up to 6.12.
  case sixTwelve = "6.12"
  /// Prisma 6.19.3.
  case sixNineteen = "6.19"
  /// Prisma 7.10.
  case sevenTen = "7.10"

  /// Whether join tables have a primary key.
  var hasJoinTableKeys: Bool { self != .five }
  /// Whether only what has a schema of its own is printed with it, and no default schema is created.
  var printsOnlyExplicitSchemas: Bool { self == .five || self == .sixTwelve }

  /// The newest text of a version.
  public init(_ version: PrismaVersion) {
    switch version {
    case .five: self = .five
    case .six: self = .sixNineteen
    case .seven: self = .sevenTen
    }
  }
}

extension SQLSchema {
  /// The structure as far as the Prisma of a profile knows of it: before 7.4 without partial indexes.
  public func known(to profile: SQLProfile) -> SQLSchema {
    guard profile != .sevenTen else { return self }
    var schema = self
    for table in schema.tables.indices {
      schema.tables[table].indexes.removeAll { $0.predicate != nil }
    }
    return schema
  }
}

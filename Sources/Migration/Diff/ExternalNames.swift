/// The tables and enums that something else than migrations makes and changes, as the configuration file
/// lists them: clients know them, and no step of a migration concerns them.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/externally-managed-tables
public struct ExternalNames: Hashable, Sendable {
  /// The tables, where the database has schemas with theirs: `auth.users`.
  public var tables: Set<String>
  /// The enums, likewise.
  public var enums: Set<String>

  public init(tables: Set<String> = [], enums: Set<String> = []) {
    self.tables = tables
    self.enums = enums
  }

  /// Whether nothing is listed.
  public var isEmpty: Bool { tables.isEmpty && enums.isEmpty }

  /// Whether a table is among them.
  public func holds(table name: QualifiedName) -> Bool { Self.holds(name, in: tables) }

  /// Whether an enum is among them.
  public func holds(enum name: QualifiedName) -> Bool { Self.holds(name, in: enums) }

  private static func holds(_ name: QualifiedName, in names: Set<String>) -> Bool {
    if names.isEmpty { return false }
    return names.contains(
      name.namespace.isEmpty ? name.name : "\(name.namespace).\(name.name)")
  }

  /// Makes what is listed the same in two structures, so that no step leads from one to the other. It
  /// stays there, since what is not listed can refer to it.
  func settle(_ previous: inout SQLSchema, _ next: inout SQLSchema) {
    if isEmpty { return }
    Self.settle(&previous.tables, &next.tables) {
      holds(table: $0.name)
    } name: {
      $0.name
    }
    Self.settle(&previous.enums, &next.enums) {
      holds(enum: $0.name)
    } name: {
      $0.name
    }
    for namespace in next.namespaces
    where !previous.namespaces.contains(namespace) && isAll(of: namespace, in: next) {
      previous.namespaces.append(namespace)
    }
  }

  private static func settle<Part>(
    _ previous: inout [Part], _ next: inout [Part], _ isListed: (Part) -> Bool,
    name: (Part) -> QualifiedName
  ) {
    let wanted = next.filter(isListed)
    let names = Set(wanted.map(name))
    let others = previous.filter { isListed($0) && !names.contains(name($0)) }
    previous.removeAll(where: isListed)
    previous += wanted + others
    next += others
  }

  /// Whether a database schema holds something, and all of it is listed.
  private func isAll(of namespace: String, in schema: SQLSchema) -> Bool {
    let tables = schema.tables.filter { $0.name.namespace == namespace }
    let enums = schema.enums.filter { $0.name.namespace == namespace }
    return !(tables.isEmpty && enums.isEmpty) && tables.allSatisfy { holds(table: $0.name) }
      && enums.allSatisfy { holds(enum: $0.name) }
  }
}

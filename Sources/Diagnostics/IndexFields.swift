import SchemaModel
import SchemaParser

extension ModelContext {
  /// Calls `body` with each field of an index that does not go into it, on PostgreSQL.
  ///
  /// Most indexes are B-trees without operator classes, for which there is nothing to look at.
  func forEachOperatorClassProblem(
    of index: Index, _ body: (IndexField, Field, OperatorClasses.Problem) -> Void
  ) {
    guard connector == .postgresql, !model.isView else { return }
    let method = index.method ?? .bTree
    if method == .bTree || method == .hash {
      guard index.fields.contains(where: { $0.operatorClass != nil }) else { return }
    }
    for entry in index.fields {
      guard let field = model.field(of: entry, in: schema),
        let problem = OperatorClasses.problem(
          of: field, isCompositePath: !entry.compositePath.isEmpty,
          operatorClass: entry.operatorClass, method: method)
      else { continue }
      body(entry, field, problem)
    }
  }
}

extension Index {
  /// The first of its fields for which `condition` holds, those in composite types left out.
  func firstField(of model: Model, where condition: (Field) -> Bool) -> Field? {
    for entry in fields where entry.compositePath.isEmpty {
      if let field = model.field(at: entry.field), condition(field) { return field }
    }
    return nil
  }
}

extension PrimaryKey {
  /// The first field that an id of SQL Server can't have.
  func firstUnfitField(of model: Model) -> Field? {
    for entry in fields {
      guard let field = model.field(at: entry.field) else { continue }
      if field.isHeapOfSQLServer || field.type.scalar == .bytes { return field }
    }
    return nil
  }
}

extension [IndexField] {
  /// The first field of a long native type of MySQL without a `length`.
  func firstWithoutLength(of model: Model) -> Field? {
    for entry in self where entry.length == nil && entry.compositePath.isEmpty {
      if let field = model.field(at: entry.field), field.needsLengthOnMySQL { return field }
    }
    return nil
  }
}

extension Field {
  /// Whether it has a long native type of MySQL, of which an index holds the beginning only.
  public var needsLengthOnMySQL: Bool { hasIndexObstacle(on: .mysql) }

  /// Whether SQL Server keeps its values apart from their row, so that no index can cover it.
  public var isHeapOfSQLServer: Bool { hasIndexObstacle(on: .sqlserver) }

  private func hasIndexObstacle(on connector: Connector) -> Bool {
    guard let native = nativeType else { return false }
    return connector.indexObstacle(
      nativeType: native.name, arguments: native.arguments.map(\.text)) != nil
  }
}

extension Message {
  /// A field of MySQL needs a `length`.
  static func lengthNeeded(_ field: Field, in place: String) -> Message {
    Message(
      """
      field `\(field.name)` of native type `\(field.nativeType?.name ?? "")` needs a `length` in \
      \(place)
      """,
      note: "the database indexes the beginning of such values",
      help: "add a length, as in `length: 100`, or use another native type")
  }

  /// A field of SQL Server can't be part of an index.
  static func forbiddenNativeType(_ field: Field, in place: String) -> Message {
    let native = field.nativeType?.name ?? ""
    let name = field.nativeType?.arguments.isEmpty == false ? "\(native)(Max)" : native
    return Message(
      "field `\(field.name)` of native type `\(name)` can't be part of \(place)",
      note: "such values are kept apart from their row",
      help: "use a native type with a length, such as `NVarChar(450)`")
  }
}

/// What makes two indexes of MongoDB the same: one field of theirs.
struct IndexKeyPart: Hashable {
  private let field: Int
  private let path: [CompositeFieldReference]
  private let sort: IndexField.Sort?
  private let length: Int?

  init(_ entry: IndexField) {
    field = entry.field
    path = entry.compositePath
    sort = entry.sort
    length = entry.length
  }
}

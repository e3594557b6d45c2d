import SchemaParser

/// A model or view with its fields, keys and indexes, resolved against the rest of the schema.
///
/// Immutable. All ranges are UTF-8 bytes from the start of ``block``.
public final class Model: Sendable {
  /// The declaration.
  public let id: BlockID
  /// The text it stands in.
  public let block: SyntaxBlock
  /// Whether it is a view.
  public let isView: Bool
  /// Its name.
  public let identifier: Identifier
  /// The span class BLOCK.
  public let range: TextRange
  /// Its fields in source order. Fields dropped by the syntax are not among them; of fields that share
  /// a name all are there.
  public let fields: [Field]
  /// `@@ignore`: the span class ATTR, nil without it.
  public let ignoreRange: TextRange?
  /// `@@map`.
  public let map: MappedName?
  /// `@@schema`: its value with the span class EXPR.
  public let schema: SchemaName?
  /// `@id` or `@@id`, nil when there is none that could be used.
  public let primaryKey: PrimaryKey?
  /// `@unique` fields in field order, then all `@@index`, all `@@unique`, all `@@fulltext`.
  public let indexes: [Index]
  /// `@shardKey` or `@@shardKey`.
  public let shardKey: ShardKey?

  /// The indexes in ``fields`` of the relation fields.
  public let relationFields: [Int]
  /// Whether several relation fields have the same related model and relation name, given or generated,
  /// other than the two sides of a named relation of the model with itself.
  public let hasAlikeRelations: Bool

  let lookup: FieldLookup
  /// The fields of each unique without paths, in models with many of them.
  private let uniqueLists: Set<[Int]>?

  init(
    id: BlockID, block: SyntaxBlock, isView: Bool, identifier: Identifier, range: TextRange,
    fields: [Field], lookup: FieldLookup, ignoreRange: TextRange?, map: MappedName?,
    schema: SchemaName?, primaryKey: PrimaryKey?, indexes: [Index], shardKey: ShardKey?
  ) {
    self.id = id
    self.block = block
    self.isView = isView
    self.identifier = identifier
    self.range = range
    self.fields = fields
    self.lookup = lookup
    self.ignoreRange = ignoreRange
    self.map = map
    self.schema = schema
    self.primaryKey = primaryKey
    self.indexes = indexes
    self.shardKey = shardKey
    uniqueLists = indexes.count > 16 ? Set(indexes.compactMap(\.uniqueList)) : nil
    relationFields = fields.indices.filter { fields[$0].isRelation }
    hasAlikeRelations = Model.hasAlikeRelations(
      fields, relationFields, model: id, name: identifier.text)
  }

  private static func hasAlikeRelations(
    _ fields: [Field], _ relationFields: [Int], model: BlockID, name: String
  ) -> Bool {
    // The names are put together only where two fields have the same related model.
    let related = relationFields.compactMap { fields[$0].type.modelID?.index }.sorted()
    guard zip(related, related.dropFirst()).contains(where: { $0 == $1 }) else { return false }
    var sizes: [Name: Int] = [:]
    var keys: [Name] = []
    for index in relationFields {
      let field = fields[index]
      var digest = Digest()
      digest.add(field.type)
      digest.add(field.relationName(in: name))
      keys.append(Name(hash: digest.value))
    }
    if keys.count <= 24 {
      let isAlike = keys.indices.contains { keys[..<$0].contains(keys[$0]) }
      if !isAlike { return false }
    }
    for key in keys { sizes[key, default: 0] += 1 }
    for (place, index) in relationFields.enumerated() {
      guard let size = sizes[keys[place]], size > 1 else { continue }
      let isPair =
        size == 2 && fields[index].type == .model(model) && fields[index].relation?.name != nil
      if !isPair { return true }
    }
    return false
  }

  /// Whether `fields` are, in order, those of an `@unique` or `@@unique`.
  public func isUnique(_ fields: [Int]) -> Bool {
    if fields.isEmpty { return false }
    if let uniqueLists { return uniqueLists.contains(fields) }
    return indexes.contains { $0.isUnique(fields) }
  }

  /// Its name's text.
  public var name: String { identifier.text }
  /// `model` or `view`.
  public var keyword: String { isView ? "view" : "model" }
  /// Whether it has `@@ignore`.
  public var isIgnored: Bool { ignoreRange != nil }
  /// The name of its table: `@@map`, else its own.
  public var databaseName: String { map?.value ?? identifier.text }

  /// The index in ``fields`` of the field with this name (the last one if several have it).
  public func fieldIndex(_ name: Name) -> Int? { lookup[name] }

  /// The field with this name (the last one if several have it).
  public func field(_ name: Name) -> Field? { lookup[name].map { fields[$0] } }

  /// The sets of fields that identify a row: the primary key, then the uniques in order, each as
  /// indexes into ``fields``. Uniques whose fields could not be resolved, and those that walk
  /// into composite types, are left out.
  public var uniqueCriteria: [[Int]] {
    var criteria: [[Int]] = []
    if let primaryKey { criteria.append(primaryKey.fields.map(\.field)) }
    for index in indexes where index.kind == .unique && !index.fields.isEmpty {
      if index.fields.contains(where: { !$0.compositePath.isEmpty }) { continue }
      criteria.append(index.fields.map(\.field))
    }
    return criteria
  }

  /// The first of ``uniqueCriteria`` whose fields are all required or lists, and of a type that Prisma
  /// supports.
  public var strictUniqueCriterion: [Int]? {
    uniqueCriteria.first { criterion in
      !criterion.isEmpty
        && criterion.allSatisfy {
          let field = fields[$0]
          return field.arity != .optional && !field.type.isUnsupported
        }
    }
  }

  /// The names of the fields at `indexes`.
  public func fieldNames(_ indexes: [Int]) -> [String] { indexes.map { fields[$0].name } }
}

/// A database name given by `@map` or `@@map`.
public struct MappedName: Sendable {
  /// The name; may be empty.
  public let value: String
  /// The span class ATTR.
  public let range: TextRange
}

/// A string argument of an attribute.
public struct NamedArgument: Sendable {
  /// The value.
  public let value: String
  /// The span class ARG.
  public let range: TextRange
}

/// `@id` or `@@id`.
public struct PrimaryKey: Sendable {
  /// The span class ATTR.
  public let range: TextRange
  /// Whether it is the block attribute `@@id`.
  public let isBlockAttribute: Bool
  /// The fields, in order; empty for `@@id([])`.
  public let fields: [IndexField]
  /// `name`, of `@@id` only.
  public let name: NamedArgument?
  /// `map`.
  public let map: NamedArgument?
  /// `clustered`.
  public let isClustered: Bool?
}

/// `@unique`, `@@unique`, `@@index` or `@@fulltext`.
public struct Index: Sendable {
  /// Which of them.
  public enum Kind: UInt8, Sendable { case unique, index, fulltext }
  /// The methods of PostgreSQL.
  public enum Method: String, Sendable, CaseIterable {
    case bTree = "BTree"
    case hash = "Hash"
    case gist = "Gist"
    case gin = "Gin"
    case spGist = "SpGist"
    case brin = "Brin"
  }

  public let kind: Kind
  /// Its place in ``Model/indexes``.
  public let ordinal: Int
  /// The span class ATTR.
  public let range: TextRange
  /// Whether it is a block attribute.
  public let isBlockAttribute: Bool
  /// The fields, in order; empty when they are, or when one of them could not be resolved.
  public let fields: [IndexField]
  /// `name`: of `@@unique` the name in the client, of `@@index` the old spelling of `map`.
  public let name: NamedArgument?
  /// `map`.
  public let map: NamedArgument?
  /// `type`, nil when it is absent, which means BTree.
  public let method: Method?
  /// The argument `type` (span class ARG).
  public let methodRange: TextRange?
  /// `clustered`.
  public let isClustered: Bool?
  /// The argument `where` (span class ARG).
  public let whereRange: TextRange?

  /// The attribute as it is written: `@unique`, `@@index` ….
  public var attributeName: String {
    switch kind {
    case .unique: isBlockAttribute ? "@@unique" : "@unique"
    case .index: "@@index"
    case .fulltext: "@@fulltext"
    }
  }

  /// The fields of a unique, nil when it is none, or walks into composite types.
  fileprivate var uniqueList: [Int]? {
    guard kind == .unique, fields.allSatisfy(\.compositePath.isEmpty) else { return nil }
    return fields.map(\.field)
  }

  /// Whether it is a unique of these fields, in order.
  fileprivate func isUnique(_ list: [Int]) -> Bool {
    kind == .unique && fields.count == list.count
      && zip(fields, list).allSatisfy { $0.field == $1 && $0.compositePath.isEmpty }
  }

  /// The constraint name written: `map`, or for an index its `name`.
  public var explicitConstraintName: NamedArgument? { map ?? (kind == .index ? name : nil) }
}

/// One entry of a primary key or index.
public struct IndexField: Sendable {
  public enum Sort: String, Sendable {
    case ascending = "Asc"
    case descending = "Desc"
  }

  /// `ops`.
  public enum OperatorClass: Hashable, Sendable {
    /// One that the language knows, such as `JsonbOps`.
    case named(String)
    /// `raw("…")`
    case raw(String)
  }

  /// The index of the field in ``Model/fields``; of a path, of its first part.
  public let field: Int
  /// The parts of a path behind the first, with the composite type each is a field of; empty for a plain
  /// field.
  public let compositePath: [CompositeFieldReference]
  public let sort: Sort?
  public let length: Int?
  public let operatorClass: OperatorClass?
}

/// A field of a composite type.
public struct CompositeFieldReference: Hashable, Sendable {
  public let type: BlockID
  /// The index in ``CompositeType/fields``.
  public let field: Int
}

/// `@shardKey` or `@@shardKey`.
public struct ShardKey: Sendable {
  /// The span class ATTR.
  public let range: TextRange
  public let isBlockAttribute: Bool
  /// Indexes into ``Model/fields``.
  public let fields: [Int]
}

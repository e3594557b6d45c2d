import SchemaModel
import SchemaParser

extension SQLSchema {
  /// The structure that a schema file describes; nil where no SQL is made for its provider.
  ///
  /// - Parameters:
  ///   - profile: decides on the form of join tables, which got a primary key with Prisma 6.
  ///   - defaultNamespace: the database schema of what has none; nil for the dialect's own.
  public init?(_ schema: Schema, profile: SQLProfile, defaultNamespace: String? = nil) {
    guard let dialect = SQLDialect(schema.configuration.connector) else { return nil }
    var lowering = Lowering(
      schema: schema, dialect: dialect, profile: profile, defaultNamespace: defaultNamespace)
    lowering.run()
    self = lowering.result
  }
}

extension SQLSchema {
  /// The structure of one model's table alone, with its indexes and foreign keys: neither the tables that
  /// it refers to, nor enums. Nil for a view, and where no SQL is made for the provider.
  public init?(tableOf model: Model, in schema: Schema, profile: SQLProfile) {
    guard let dialect = SQLDialect(schema.configuration.connector), !model.isView else {
      return nil
    }
    var lowering = Lowering(
      schema: schema, dialect: dialect, profile: profile, defaultNamespace: nil)
    lowering.run(tableOf: model)
    self = lowering.result
  }
}

extension SQLDialect {
  /// The SQL of a provider, nil where none is made.
  public init?(_ connector: Connector) {
    switch connector {
    case .postgresql: self = .postgresql
    case .cockroachdb: self = .cockroachdb
    case .sqlite: self = .sqlite
    case .none, .mysql, .sqlserver, .mongodb: return nil
    }
  }

  /// The provider.
  public var connector: Connector {
    switch self {
    case .postgresql: .postgresql
    case .cockroachdb: .cockroachdb
    case .sqlite: .sqlite
    }
  }
}

/// Makes the structure of a database from a schema file.
struct Lowering {
  let schema: Schema
  let dialect: SQLDialect
  let profile: SQLProfile
  var result: SQLSchema
  private var names: ConstraintNames
  /// The types of columns whose fields have no native type, by the number of the scalar type.
  private let defaultTypes: [SQLNativeType]
  /// The place in the result of each model's table.
  private var tables: [BlockID: Int] = [:]

  init(schema: Schema, dialect: SQLDialect, profile: SQLProfile, defaultNamespace: String?) {
    self.schema = schema
    self.dialect = dialect
    self.profile = profile
    result = SQLSchema(
      dialect: dialect, origin: .schemaFile, defaultNamespace: defaultNamespace)
    let connector = schema.configuration.connector
    names = ConstraintNames(connector: connector)
    defaultTypes = ScalarType.allCases.map {
      SQLNativeType(written: connector.defaultNativeType(of: $0) ?? $0.name)
    }
  }

  mutating func run() {
    let configuration = schema.configuration
    let schemas = (configuration.datasource?.schemas ?? []).map(\.value)
      .sorted { $0.precedesInBytes($1) }
    if !schemas.isEmpty {
      result.namespaces = schemas
    } else if dialect != .sqlite, !profile.printsOnlyExplicitSchemas {
      result.namespaces = [result.defaultNamespace]
    }
    result.comparesPartialIndexes = configuration.hasPreviewFeature("partialIndexes")
    if dialect == .postgresql, configuration.hasPreviewFeature("postgresqlExtensions") {
      result.extensions = extensions()
    }
    if dialect != .sqlite {
      for type in schema.enumerations {
        result.enums.append(
          SQLEnum(
            name: name(of: type), values: type.values.map { $0.map?.value ?? $0.identifier.text }))
      }
    }
    let models = schema.models
    for model in models where !model.isView { addTable(of: model) }
    for model in models {
      for relation in schema.relations(createdBy: model.id) { lower(relation) }
    }
  }

  /// Lowers one model, without the tables of its many-to-many relations.
  mutating func run(tableOf model: Model) {
    addTable(of: model)
    for relation in schema.relations(createdBy: model.id) where !relation.isManyToMany {
      lower(relation)
    }
  }

  private mutating func addTable(of model: Model) {
    tables[model.id] = result.tables.count
    result.tables.append(table(of: model))
  }

  // MARK: Names

  private func qualified(_ name: String, _ schema: SchemaName?) -> QualifiedName {
    QualifiedName(
      namespace: dialect == .sqlite ? "" : schema?.value ?? result.defaultNamespace, name: name,
      isExplicit: schema != nil)
  }

  private func name(of model: Model) -> QualifiedName {
    qualified(model.databaseName, model.schema)
  }

  private func name(of type: EnumType) -> QualifiedName {
    qualified(type.databaseName, type.schema)
  }

  // MARK: Tables

  private mutating func table(of model: Model) -> SQLTable {
    var table = SQLTable(name: name(of: model))
    for field in model.fields {
      if let column = column(of: field) { table.columns.append(column) }
    }
    if let key = model.primaryKey, !key.fields.isEmpty {
      _ = names.primaryKey(of: model)
      table.primaryKey = SQLPrimaryKey(
        name: key.map?.value ?? names.text, columns: columns(of: key.fields, in: model))
    }
    for index in model.indexes where !index.fields.isEmpty {
      table.indexes.append(lowered(index, of: model))
    }
    return table
  }

  private mutating func lowered(_ index: Index, of model: Model) -> SQLIndex {
    _ = names.index(index, of: model, compositeType: { _ in nil })
    return SQLIndex(
      name: index.explicitConstraintName?.value ?? names.text,
      kind: index.kind == .unique ? .unique : index.kind == .fulltext ? .fulltext : .normal,
      columns: columns(of: index.fields, in: model),
      method: index.method.flatMap { SQLIndex.Method(rawValue: $0.rawValue.uppercased()) }
        ?? .bTree,
      predicate: index.whereRange.flatMap {
        IndexPredicate.sql(of: $0, in: model, dialect: dialect)
      })
  }

  private func columns(of entries: [IndexField], in model: Model) -> [SQLIndexColumn] {
    entries.compactMap { entry in
      guard model.fields.indices.contains(entry.field) else { return nil }
      let operatorClass: String? =
        switch entry.operatorClass {
        case .named(let name): OperatorClassNames.sql(of: name)
        case .raw(let text): text
        case nil: nil
        }
      return SQLIndexColumn(
        name: model.fields[entry.field].databaseName,
        sort: entry.sort.map { $0 == .ascending ? .ascending : .descending },
        length: entry.length, operatorClass: operatorClass)
    }
  }

  private func column(of field: Field) -> SQLColumn? {
    let type: SQLType
    switch field.type {
    case .scalar(let scalar): type = .native(nativeType(of: field, scalar))
    case .enumeration(let id):
      guard let enumeration = schema.enumeration(id) else { return nil }
      type =
        dialect == .sqlite
        ? .native(SQLNativeType(name: "String")) : .enumeration(name(of: enumeration))
    case .unsupported: type = .unsupported(field.typeName)
    case .composite, .model, .unresolved: return nil
    }
    var column = SQLColumn(
      name: field.databaseName, type: type,
      arity: field.arity == .list ? .list : field.arity == .optional ? .nullable : .required)
    DefaultLowering(schema: schema, dialect: dialect).lower(field, into: &column)
    return column
  }

  private func nativeType(of field: Field, _ scalar: ScalarType) -> SQLNativeType {
    guard let use = field.nativeType else { return defaultTypes[Int(scalar.rawValue)] }
    return SQLNativeType(
      name: use.name, arguments: use.arguments.map { $0.stringValue ?? $0.text },
      isKnown: schema.configuration.connector.nativeType(of: use) != nil)
  }

  // MARK: Relations

  private mutating func lower(_ relation: Relation) {
    guard let referencing = schema.model(relation.referencingModel),
      let referenced = schema.model(relation.referencedModel),
      !referencing.isView, !referenced.isView
    else { return }
    switch relation.kind {
    case .implicitManyToMany: lowerJoinTable(relation, referencing, referenced)
    case .oneToOne, .oneToMany: lowerForeignKey(relation, referencing, referenced)
    case .twoWayEmbeddedManyToMany: break
    }
  }

  private mutating func lowerForeignKey(
    _ relation: Relation, _ model: Model, _ referenced: Model
  ) {
    guard schema.configuration.relationMode == .foreignKeys, let forward = relation.forward,
      model.fields.indices.contains(forward), let attribute = model.fields[forward].relation,
      let fields = attribute.fields?.fields, let references = attribute.references?.fields,
      !fields.isEmpty, fields.count == references.count, let place = tables[model.id]
    else { return }
    let isRequired = model.requiresRelation(at: forward)
    _ = names.foreignKey(of: model, fields: fields)
    result.tables[place].foreignKeys.append(
      SQLForeignKey(
        name: attribute.map?.value ?? names.text,
        columns: fields.compactMap {
          model.fields.indices.contains($0) ? model.fields[$0].databaseName : nil
        },
        referencedTable: name(of: referenced),
        referencedColumns: references.compactMap { reference in
          referenced.fieldIndex(reference.name).map { referenced.fields[$0].databaseName }
        },
        onDelete: SQLForeignKey.Action(
          attribute.onDelete?.action
            ?? schema.configuration.defaultOnDelete(isRequired: isRequired)),
        onUpdate: SQLForeignKey.Action(
          attribute.onUpdate?.action ?? schema.configuration.defaultOnUpdate)))
  }

  private mutating func lowerJoinTable(_ relation: Relation, _ a: Model, _ b: Model) {
    guard let forward = relation.forward, a.fields.indices.contains(forward),
      let keyOfA = joinColumn("A", of: a), let keyOfB = joinColumn("B", of: b)
    else { return }
    let name = JoinTableNames(relation: a.fields[forward].relationName(in: a.name))
    var table = SQLTable(
      name: QualifiedName(
        namespace: self.name(of: a).namespace, name: name.table,
        isExplicit: self.name(of: a).isExplicit))
    table.columns = [keyOfA.column, keyOfB.column]
    let both = [SQLIndexColumn(name: "A"), SQLIndexColumn(name: "B")]
    if dialect == .postgresql, profile.hasJoinTableKeys {
      table.primaryKey = SQLPrimaryKey(name: name.primaryKey, columns: both)
    } else {
      table.indexes.append(SQLIndex(name: name.unique, kind: .unique, columns: both))
    }
    table.indexes.append(
      SQLIndex(name: name.index, kind: .normal, columns: [SQLIndexColumn(name: "B")]))
    if schema.configuration.relationMode == .foreignKeys {
      for (side, key, model, constraint) in [
        ("A", keyOfA.key, a, name.foreignKeyA), ("B", keyOfB.key, b, name.foreignKeyB),
      ] {
        table.foreignKeys.append(
          SQLForeignKey(
            name: constraint, columns: [side], referencedTable: self.name(of: model),
            referencedColumns: [key], onDelete: .cascade, onUpdate: .cascade))
      }
    }
    result.tables.append(table)
  }

  /// A column of a join table, and the column that it refers to.
  private func joinColumn(_ name: String, of model: Model) -> (column: SQLColumn, key: String)? {
    guard let entry = model.primaryKey?.fields.first,
      model.fields.indices.contains(entry.field),
      var column = column(of: model.fields[entry.field])
    else { return nil }
    let key = column.name
    column.name = name
    column.arity = .required
    column.defaultValue = nil
    column.isAutoincrement = false
    column.sequenceOptions = []
    column.hasClientDefault = false
    return (column, key)
  }

  // MARK: Extensions

  /// The entries of `extensions`, in the order of the list.
  private func extensions() -> [SQLExtension] {
    guard let datasource = schema.configuration.datasource,
      let block = schema.block(of: datasource.id), let list = datasource.extensions
    else { return [] }
    for child in block.roots.flatMap({ Array($0.children) })
    where child.kind == .property && child.range == list.propertyRange {
      guard let value = PropertySyntax(child)?.value else { return [] }
      return value.elements.compactMap { entry in
        guard let identifier = entry.functionName ?? entry.constantValue else { return nil }
        func argument(_ name: String) -> String? {
          entry.arguments.first { $0.name?.text == name }?.value?.stringValue
        }
        return SQLExtension(
          name: argument("map") ?? identifier, schema: argument("schema"),
          version: argument("version"))
      }
    }
    return []
  }
}

extension SQLNativeType {
  /// Reads a type as it is written behind `@db.`, such as `Decimal(65, 30)`.
  init(written text: String) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      self.init(name: text)
      return
    }
    let inner = text[text.index(after: open)...].dropLast()
    self.init(
      name: String(text[..<open]),
      arguments: inner.split(separator: ",").map { String($0.drop { $0 == " " }) })
  }
}

extension SQLForeignKey.Action {
  init(_ action: ReferentialAction) {
    self =
      switch action {
      case .cascade: .cascade
      case .restrict: .restrict
      case .noAction: .noAction
      case .setNull: .setNull
      case .setDefault: .setDefault
      }
  }
}

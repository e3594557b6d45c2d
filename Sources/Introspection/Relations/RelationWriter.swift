import Migration
import SchemaModel
import SchemaParser

/// Makes the relation fields of both sides of relations.
struct RelationWriter {
  private let schema: Schema
  private let atHand: SchemaAtHand
  private let tableIndex: [QualifiedName: Int]
  private let connector: Connector
  private let relationMode: RelationMode
  private var names: ConstraintNames
  /// How many relations there are between two tables.
  private var counts: [TablePair: Int] = [:]
  /// The names that the fields of each table have.
  private var used: [UsedNames]
  /// The relations of the schema at hand that are written.
  private var written: Set<Relation> = []

  init(_ pull: Pull) {
    schema = pull.schema
    atHand = pull.atHand
    tableIndex = pull.tableIndex
    connector = pull.connector
    relationMode = pull.schema.configuration.relationMode
    names = ConstraintNames(connector: connector)
    used = pull.tables.map { UsedNames(Set($0.columns.compactMap(\.name))) }
  }

  /// Counts the relations between each two tables: where there are several, they need names. And notes
  /// the names of relation fields that stay.
  mutating func prepare(
    _ keys: [PulledForeignKey], _ joinTables: [JoinTable], _ tables: [PulledTable]
  ) {
    for key in keys {
      counts[TablePair(key.table, key.referencedTable), default: 0] += 1
      let known = relation(of: key.key, from: tables[key.table], to: tables[key.referencedTable])
      if let known { used[key.table].insert(known.forward.name) }
      if let back = known?.back { used[key.referencedTable].insert(back.name) }
    }
    for table in joinTables {
      guard let a = tableIndex[table.a], let b = tableIndex[table.b] else { continue }
      counts[TablePair(a, b), default: 0] += 1
      if let known = knownFields(of: table, tables[a], tables[b]) {
        used[a].insert(known.a.name)
        used[b].insert(known.b.name)
      }
    }
  }

  // MARK: Foreign keys

  /// Adds the two fields of a foreign key.
  mutating func write(
    _ foreignKey: PulledForeignKey, to tables: inout [PulledTable], _ warnings: inout PullWarnings
  ) {
    let table = tables[foreignKey.table]
    let referenced = tables[foreignKey.referencedTable]
    let key = foreignKey.key
    let known = relation(of: key, from: table, to: referenced)
    let forwardField = known?.forward
    let backField = known?.back
    let proposal = proposal(for: foreignKey, table, referenced)

    let name = known == nil ? proposal.relation : forwardField?.relation?.name?.value
    var arguments = name.map { ["\"\(StringLiteral.escaped($0))\""] } ?? []
    let nameOnly = arguments
    let fields = foreignKey.fields.joined(separator: ", ")
    arguments.append("fields: [\(fields)]")
    arguments.append("references: [\(foreignKey.references.joined(separator: ", "))]")
    let columns = key.columns.compactMap { table.column(named: $0)?.arity }
    let defaultOnDelete: SQLForeignKey.Action =
      columns.contains(.required) ? .restrict : .setNull
    if key.onDelete != defaultOnDelete {
      arguments.append("onDelete: \(Self.name(of: key.onDelete))")
    }
    if key.onUpdate != .cascade { arguments.append("onUpdate: \(Self.name(of: key.onUpdate))") }
    _ = names.constraint(.foreignKey, ofTable: table.name.name, columns: key.columns)
    if key.name != names.text {
      arguments.append("map: \"\(StringLiteral.escaped(key.name))\"")
    }

    let forward = forwardField?.name ?? used[foreignKey.table].take(proposal.forward)
    tables[foreignKey.table].relationFields.append(
      PulledRelationField(
        name: forward, table: foreignKey.referencedTable,
        arity: columns.contains(.nullable) ? .nullable : .required, arguments: arguments,
        existing: forwardField))
    let back = backField?.name ?? used[foreignKey.referencedTable].take(proposal.back)
    let isUnique = isUnique(key.columns, in: table)
    if isUnique, !table.keys.contains(where: { $0 == key.columns }) {
      warnings.add(
        .invalidSchema, table.modelName ?? table.name.name, forward,
        detail: "to one row, which Prisma takes only with `@@unique([\(fields)])`; else write "
          + "`[]` behind the type of `\(back)`")
    }
    tables[foreignKey.referencedTable].relationFields.append(
      PulledRelationField(
        name: back, table: foreignKey.table,
        arity: isUnique ? .nullable : .list, arguments: nameOnly,
        existing: backField))
  }

  /// The relation that the schema at hand has for a foreign key, with its fields.
  private mutating func relation(
    of key: SQLForeignKey, from table: PulledTable, to referenced: PulledTable
  ) -> (forward: Field, back: Field?)? {
    guard let model = table.existing, let related = referenced.existing else { return nil }
    let path = SchemaAtHand.ForeignKeyPath(
      model: model.id, columns: key.columns, referencedModel: related.id)
    guard let relation = atHand.relations[path], let forward = relation.forward,
      model.fields.indices.contains(forward)
    else { return nil }
    written.insert(relation)
    let back = relation.back.flatMap {
      related.fields.indices.contains($0) ? related.fields[$0] : nil
    }
    return (model.fields[forward], back)
  }

  /// What a new relation and its fields are called.
  private func proposal(
    for foreignKey: PulledForeignKey, _ table: PulledTable, _ referenced: PulledTable
  ) -> (relation: String?, forward: String, back: String) {
    let own = table.relationBase ?? table.name.name
    let other = referenced.relationBase ?? referenced.name.name
    let isSelf = foreignKey.table == foreignKey.referencedTable
    let isAmbiguous =
      counts[TablePair(foreignKey.table, foreignKey.referencedTable), default: 0] > 1
      || foreignKey.fields.contains(other)
    let prefix = isSelf ? "other_" : ""
    guard isAmbiguous else {
      return (isSelf ? "\(own)To\(other)" : nil, other, prefix + own)
    }
    let relation = "\(own)_\(foreignKey.key.columns.joined(separator: "_"))To\(other)"
    func field(_ name: String) -> String { IdentifierName.sanitized(name) ?? name }
    return (relation, field("\(other)_\(relation)"), field("\(prefix)\(own)_\(relation)"))
  }

  /// Whether at most one row has the same values in these columns: they hold a key.
  private func isUnique(_ columns: [String], in table: PulledTable) -> Bool {
    table.keys.contains { key in key.allSatisfy { columns.contains($0) } }
  }

  private static func name(of action: SQLForeignKey.Action) -> String {
    switch action {
    case .cascade: "Cascade"
    case .restrict: "Restrict"
    case .noAction: "NoAction"
    case .setNull: "SetNull"
    case .setDefault: "SetDefault"
    }
  }

  // MARK: Many-to-many relations

  /// Adds the two list fields of a join table.
  mutating func write(_ joinTable: JoinTable, to tables: inout [PulledTable]) {
    guard let a = tableIndex[joinTable.a], let b = tableIndex[joinTable.b],
      let modelOfA = tables[a].modelName, let modelOfB = tables[b].modelName
    else { return }
    let known = knownFields(of: joinTable, tables[a], tables[b])
    let isDefaultName = a != b && joinTable.relationName == defaultName(modelOfA, modelOfB)
    let arguments =
      isDefaultName && known == nil
      ? [] : ["\"\(StringLiteral.escaped(joinTable.relationName))\""]
    let suffix =
      counts[TablePair(a, b), default: 0] > 1 ? joinTable.name.name : ""
    func proposal(_ related: PulledTable, _ side: String) -> String {
      let name = (related.relationBase ?? related.name.name) + suffix + (a == b ? side : "")
      return IdentifierName.sanitized(name) ?? name
    }
    // On the side of A stands the field that leads to B, and the other way round.
    let ofA = known?.a.name ?? used[a].take(proposal(tables[b], "_A"))
    tables[a].relationFields.append(
      PulledRelationField(
        name: ofA, table: b, arity: .list, arguments: arguments, existing: known?.a))
    let ofB = known?.b.name ?? used[b].take(proposal(tables[a], "_B"))
    tables[b].relationFields.append(
      PulledRelationField(
        name: ofB, table: a, arity: .list, arguments: arguments, existing: known?.b))
  }

  /// The fields that the schema at hand has for a join table: that on the side of A, and that of B.
  private mutating func knownFields(
    of joinTable: JoinTable, _ a: PulledTable, _ b: PulledTable
  ) -> (a: Field, b: Field)? {
    guard let modelOfA = a.existing, let modelOfB = b.existing,
      let relation = atHand.manyToMany[joinTable.name], let forward = relation.forward,
      let back = relation.back,
      relation.referencingModel == modelOfA.id, relation.referencedModel == modelOfB.id,
      modelOfA.fields.indices.contains(forward), modelOfB.fields.indices.contains(back)
    else { return nil }
    written.insert(relation)
    return (modelOfA.fields[forward], modelOfB.fields[back])
  }

  private func defaultName(_ first: String, _ second: String) -> String {
    second.utf8.lexicographicallyPrecedes(first.utf8)
      ? "\(second)To\(first)" : "\(first)To\(second)"
  }

  // MARK: Relations that only the schema knows

  /// Takes over the relations that no foreign key can tell of: with a view, or kept by the client alone.
  /// In each model their fields have the order of the schema at hand.
  mutating func keepOthers(in tables: inout [PulledTable], _ warnings: inout PullWarnings) {
    var kept: [Int: [PulledRelationField]] = [:]
    for relation in atHand.allRelations { keep(relation, of: tables, in: &kept, &warnings) }
    for (table, fields) in kept {
      tables[table].relationFields += fields.sorted {
        ($0.existing?.index ?? 0) < ($1.existing?.index ?? 0)
      }
    }
  }

  private mutating func keep(
    _ relation: Relation, of tables: [PulledTable], in kept: inout [Int: [PulledRelationField]],
    _ warnings: inout PullWarnings
  ) {
    guard let model = schema.model(relation.referencingModel),
      let related = schema.model(relation.referencedModel),
      relationMode == .prisma || model.isView || related.isView,
      !written.contains(relation),
      let own = place(of: model, tables), let other = place(of: related, tables),
      let forward = relation.forward, model.fields.indices.contains(forward)
    else { return }
    let field = model.fields[forward]
    let fields = field.relation?.fields?.fields ?? []
    let references = field.relation?.references?.fields.map(\.text) ?? []
    guard
      fields.allSatisfy({ hasColumn(model.fields[$0], tables[own]) }),
      references.allSatisfy({ name in
        related.field(Name(name)).map { hasColumn($0, tables[other]) } ?? false
      })
    else { return }
    written.insert(relation)
    kept[own, default: []].append(
      PulledRelationField(
        name: field.name, table: other, arity: Self.arity(of: field),
        arguments: arguments(of: field, in: model), existing: field))
    if let back = relation.back, related.fields.indices.contains(back) {
      let backField = related.fields[back]
      kept[other, default: []].append(
        PulledRelationField(
          name: backField.name, table: own, arity: Self.arity(of: backField),
          arguments: arguments(of: backField, in: related), existing: backField))
    }
    warnings.add(.keptRelations, model.name, detail: related.name)
  }

  private func place(of model: Model, _ tables: [PulledTable]) -> Int? {
    let name = QualifiedName(
      namespace: model.schema?.value ?? atHand.defaultNamespace, name: model.databaseName)
    guard let index = tableIndex[name], tables[index].modelName != nil else { return nil }
    return index
  }

  private func hasColumn(_ field: Field, _ table: PulledTable) -> Bool {
    table.column(named: field.databaseName) != nil
  }

  private static func arity(of field: Field) -> SQLColumn.Arity {
    switch field.arity {
    case .required: .required
    case .optional: .nullable
    case .list: .list
    }
  }

  /// The arguments of `@relation` as the schema at hand has them.
  private func arguments(of field: Field, in model: Model) -> [String] {
    guard let relation = field.relation else { return [] }
    var arguments = relation.name.map { ["\"\(StringLiteral.escaped($0.value))\""] } ?? []
    if let fields = relation.fields {
      arguments.append("fields: [\(model.fieldNames(fields.fields).joined(separator: ", "))]")
    }
    if let references = relation.references {
      let names = references.fields.map(\.text)
      arguments.append("references: [\(names.joined(separator: ", "))]")
    }
    func append(_ label: String, _ range: TextRange?) {
      if let range { arguments.append("\(label): \(model.block.text(range))") }
    }
    append("onDelete", relation.onDelete?.valueRange)
    append("onUpdate", relation.onUpdate?.valueRange)
    if let map = relation.map {
      arguments.append("map: \"\(StringLiteral.escaped(map.value))\"")
    }
    return arguments
  }
}

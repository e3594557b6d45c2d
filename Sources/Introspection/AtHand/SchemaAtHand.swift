import Migration
import SchemaModel

/// The schema at hand, looked up by the names of the database.
struct SchemaAtHand {
  /// The database schema of what says none.
  let defaultNamespace: String
  /// The models and views, by their tables.
  private(set) var models: [QualifiedName: Model] = [:]
  private(set) var enums: [QualifiedName: EnumType] = [:]
  /// The relations with foreign keys.
  private(set) var relations: [ForeignKeyPath: Relation] = [:]
  /// The implicit many-to-many relations, by their tables.
  private(set) var manyToMany: [QualifiedName: Relation] = [:]
  /// All relations, in order.
  private(set) var allRelations: [Relation] = []

  /// The scalar fields of each model, by their columns.
  private var fields: [BlockID: [String: Field]] = [:]
  /// Where the indexes of each model stand in ``Model/indexes``, by their names in the database.
  private var indexPlaces: [BlockID: [String: Int]] = [:]

  /// What identifies a relation with a foreign key.
  struct ForeignKeyPath: Hashable {
    let model: BlockID
    /// The columns of the foreign key, in order.
    let columns: [String]
    let referencedModel: BlockID
  }

  /// The tables of the implicit many-to-many relations.
  var joinTables: Set<QualifiedName> { Set(manyToMany.keys) }

  /// - Parameter isEmpty: whether nothing of the schema is to be found.
  init(_ schema: Schema, defaultNamespace: String, isEmpty: Bool) {
    self.defaultNamespace = defaultNamespace
    if isEmpty { return }
    func qualified(_ name: String, _ namespace: SchemaName?) -> QualifiedName {
      QualifiedName(namespace: namespace?.value ?? defaultNamespace, name: name)
    }
    var names = ConstraintNames(connector: schema.configuration.connector)
    for model in schema.models {
      models[qualified(model.databaseName, model.schema)] = model
      var fields: [String: Field] = [:]
      for field in model.fields where field.isScalar { fields[field.databaseName] = field }
      self.fields[model.id] = fields
      var places: [String: Int] = [:]
      for index in model.indexes {
        _ = names.index(index, of: model, compositeType: { _ in nil })
        places[index.explicitConstraintName?.value ?? names.text] = index.ordinal
      }
      indexPlaces[model.id] = places
    }
    for type in schema.enumerations { enums[qualified(type.databaseName, type.schema)] = type }
    allRelations = schema.relations
    for relation in allRelations {
      guard let model = schema.model(relation.referencingModel), let forward = relation.forward,
        model.fields.indices.contains(forward)
      else { continue }
      if relation.isManyToMany {
        let name = model.fields[forward].relationName(in: model.name)
        manyToMany[qualified(JoinTableNames(relation: name).table, model.schema)] = relation
      } else if let columns = model.fields[forward].relation?.fields?.fields {
        let path = ForeignKeyPath(
          model: model.id, columns: columns.map { model.fields[$0].databaseName },
          referencedModel: relation.referencedModel)
        relations[path] = relation
      }
    }
  }

  /// The field of a column.
  func field(_ column: String, of model: Model) -> Field? { fields[model.id]?[column] }

  /// Where the indexes of a model stand in ``Model/indexes``, by their names in the database.
  func indexPlaces(of model: Model) -> [String: Int] { indexPlaces[model.id] ?? [:] }

  /// The index of a model by its name in the database.
  func index(_ name: String, of model: Model) -> Index? {
    guard let place = indexPlaces[model.id]?[name], model.indexes.indices.contains(place) else {
      return nil
    }
    return model.indexes[place]
  }
}

import Migration
import SchemaModel
import SchemaParser

/// Finds the places in a schema that steps of a migration come from. Looks only for what they name.
struct MigrationPlaces {
  private let analysis: Analysis
  private var models: [QualifiedName: Model] = [:]
  private var enumerations: [QualifiedName: EnumType] = [:]

  /// - Parameter namespace: the database schema of declarations that name none.
  init(_ analysis: Analysis, namespace: String, subjects: [StepSubject]) {
    self.analysis = analysis
    let tables = Set(subjects.lazy.filter { $0.kind == .table }.map(\.object))
    let types = Set(subjects.lazy.filter { $0.kind == .enumeration }.map(\.object))
    let hasSchemas = subjects.contains { !$0.object.namespace.isEmpty }
    func name(_ name: String, _ schema: SchemaName?) -> QualifiedName {
      QualifiedName(namespace: hasSchemas ? schema?.value ?? namespace : "", name: name)
    }
    if !tables.isEmpty {
      for model in analysis.schema.models where !model.isView {
        let name = name(model.databaseName, model.schema)
        if tables.contains(name) { models[name] = model }
      }
    }
    if !types.isEmpty {
      for type in analysis.schema.enumerations {
        let name = name(type.databaseName, type.schema)
        if types.contains(name) { enumerations[name] = type }
      }
    }
  }

  /// The declaration of a subject, nil when the schema has none.
  func declaration(of subject: StepSubject) -> BlockID? {
    switch subject.kind {
    case .table: models[subject.object]?.id
    case .enumeration: enumerations[subject.object]?.id
    case .other: nil
    }
  }

  /// The names of the fields of a table's columns, as far as it has them.
  func places(ofColumns names: Set<String>, of subject: StepSubject) -> [String: FileRange] {
    guard !names.isEmpty, subject.kind == .table, let model = models[subject.object] else {
      return [:]
    }
    var result: [String: FileRange] = [:]
    for field in model.fields where !field.isRelation && names.contains(field.databaseName) {
      result[field.databaseName] = analysis.fileRange(of: field.identifier.range, in: model.id)
    }
    return result
  }

  /// The names of the fields whose columns change, else the name of the declaration.
  func places(of subject: StepSubject) -> [FileRange] {
    if let type = enumerations[subject.object], subject.kind == .enumeration {
      return [analysis.fileRange(of: type.identifier.range, in: type.id)].compactMap(\.self)
    }
    guard let model = models[subject.object], subject.kind == .table else { return [] }
    let columns = Set(subject.columns)
    let fields = model.fields.filter { !$0.isRelation && columns.contains($0.databaseName) }
    var ranges = fields.map(\.identifier.range)
    // What goes has no place of its own any more.
    if ranges.isEmpty || !subject.droppedColumns.isEmpty {
      ranges.insert(model.identifier.range, at: 0)
    }
    return ranges.compactMap { analysis.fileRange(of: $0, in: model.id) }
  }
}

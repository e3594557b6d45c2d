import Migration
import SchemaModel
import SchemaParser

extension Analysis {
  /// The models and enums whose tables and types are managed elsewhere, in file and source order.
  public func findings(about external: ExternalNames) -> [MigrationFinding] {
    if external.isEmpty { return [] }
    let models = schema.models.filter { !$0.isView }.compactMap { model in
      let name = qualifiedName(model.databaseName, in: model.schema?.value)
      return external.holds(table: name)
        ? finding(model.id, "the table", name, key: "tables.external") : nil
    }
    let enums = schema.enumerations.compactMap { type in
      let name = qualifiedName(type.databaseName, in: type.schema?.value)
      return external.holds(enum: name)
        ? finding(type.id, "the enum", name, key: "enums.external") : nil
    }
    return (models + enums).sorted { left, right in
      (left.place.file, left.place.range.start) < (right.place.file, right.place.range.start)
    }
  }

  private func qualifiedName(_ name: String, in namespace: String?) -> QualifiedName {
    let connector = schema.configuration.connector
    let usual = connector.supportsSchemas ? connector == .sqlserver ? "dbo" : "public" : ""
    return QualifiedName(namespace: namespace ?? usual, name: name)
  }

  private func finding(
    _ id: BlockID, _ what: String, _ name: QualifiedName, key: String
  ) -> MigrationFinding? {
    guard let place = schema.place(of: id), let range = schema.declarationRange(id) else {
      return nil
    }
    let shown = name.namespace.isEmpty ? name.name : "\(name.namespace).\(name.name)"
    var finding = MigrationFinding(
      place: FileRange(file: place.file, range: range.shifted(by: place.offset)),
      code: "external-table",
      message: "\(what) `\(shown)` is managed elsewhere, and migrations leave it alone\n"
        + "note: `\(key)` of the configuration file lists it",
      isCertain: false)
    finding.isFaded = true
    return finding
  }
}

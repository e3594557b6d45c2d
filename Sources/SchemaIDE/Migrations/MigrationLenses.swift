import Migration
import SchemaModel
import SchemaParser

/// A line over a declaration that tells what the next migration does, and leads to its preview.
public struct MigrationLens: Hashable, Sendable {
  /// What the user reads.
  public let title: String
  /// The name of the model that it is about, nil for the whole schema.
  public let model: String?
  /// The name of the declaration that it stands over.
  public let place: FileRange
}

extension Analysis {
  /// The lenses of a file that tell of the next migration, in text order: one over the datasource, and,
  /// once a preview was made, one over each model that changes. None where no SQL is made for the
  /// provider.
  public func migrationLenses(ofFile file: Int, _ preview: MigrationPreview?) -> [MigrationLens] {
    var lenses: [MigrationLens] = []
    if let datasource = schema.configuration.datasource,
      SQLDialect(schema.configuration.connector) != nil,
      let place = fileRange(of: datasource.identifier.range, in: datasource.id), place.file == file
    {
      lenses.append(MigrationLens(title: title(of: preview), model: nil, place: place))
    }
    guard let preview else { return lenses }
    var ofModel: [BlockID: [MigrationPreview.Statement]] = [:]
    for statement in preview.statements {
      if let id = statement.declaration { ofModel[id, default: []].append(statement) }
    }
    for (id, statements) in ofModel {
      guard let range = schema.declarationNameRange(id), let place = fileRange(of: range, in: id),
        place.file == file, let title = MigrationPreview.summary(of: statements)
      else { continue }
      lenses.append(
        MigrationLens(title: title, model: schema.declarationName(id), place: place))
    }
    return lenses.sorted { $0.place.range.start < $1.place.range.start }
  }

  private func title(of preview: MigrationPreview?) -> String {
    guard let preview else { return "Preview migration" }
    let state = MigrationPreview.summary(of: preview.statements) ?? "nothing to migrate"
    switch preview.baseline.origin {
    case .database(let name):
      return preview.baseline.isOutOfReach
        ? "\(state) · offline, \(name) as of \(preview.baseline.time)" : "\(state) · \(name)"
    case .migrations: return "\(state) · offline, from the migrations folder"
    case .nothing: return "\(state) · offline, from an empty database"
    }
  }
}

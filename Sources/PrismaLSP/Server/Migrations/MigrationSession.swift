import LanguageServerProtocol
import Migration
import MigrationHistory
import SchemaIDE
import SchemaModel

/// What the server knows of the next migration of a schema, from when the user first asked for it.
struct MigrationSession: Sendable {
  /// What the migration starts from, as it was last read.
  var baseline: MigrationBaseline
  /// The text that scripts have.
  var profile: SQLProfile
  /// What the user wants to get another name, instead of going while another comes.
  var renames: [RenameArgument] = []
  /// What the migration would do, as of the last text without errors.
  var preview: MigrationPreview?
  /// What the database said of statements, by their text.
  var facts: [String: [HazardFact]] = [:]
  /// The statements that it was asked about, by their text; nil when it was not asked about data.
  var asked: Set<String>?
  /// The previews that the client was given, with their texts.
  var documents: [PreviewAddress: String] = [:]

  /// A schema with more models is compared only when a preview is asked for: it takes longer than a
  /// frame.
  static let modelLimit = 3000

  /// What the migration does after an edit; nil when that can't be told, or not at once.
  func preview(of analysis: Analysis) -> MigrationPreview? {
    guard analysis.schema.slotCount <= Self.modelLimit, !analysis.hasErrors else { return nil }
    return MigrationPreview(
      analysis, baseline: baseline, profile: profile,
      renames: renames.known(in: baseline.structure), printed: \.printed
    )?.with(facts: facts, asked: asked)
  }
}

/// The address of a preview: of a whole schema, or of one of its models.
struct PreviewAddress: Hashable, Sendable {
  /// The scheme of the addresses that the server serves.
  static let scheme = "prisma-preview"

  /// What the schema is known by: ``SchemaFiles/id``.
  let schema: String
  /// The model's name, nil for all.
  let model: String?

  /// The address as clients know it: `prisma-preview:/project/schema.prisma/preview.sql`.
  var uri: DocumentURI {
    let path = DocumentURI(path: schema).string.dropFirst("file://".utf8.count)
    let model =
      model.map { DocumentURI(path: "/" + $0).string.dropFirst("file://".utf8.count) } ?? ""
    return DocumentURI("\(Self.scheme):\(path)\(model)/preview.sql")
  }
}

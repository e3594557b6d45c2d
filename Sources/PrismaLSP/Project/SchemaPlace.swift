/// Where the files of a schema are.
struct SchemaPlace: Hashable, Sendable {
  /// The absolute path of the file, or of the folder.
  let path: String
  /// Whether that is a folder.
  let isFolder: Bool
  /// The absolute paths of the files, in the schema's order.
  let files: [String]

  /// The folder of the schema: itself, or the one that its only file is in.
  var folder: String { isFolder ? path : FilePath.folder(of: path) }
}

/// The names of the variables that the `.env` files of a project set. Their values are never kept.
enum EnvironmentNames {
  /// The names in the `.env` files that Prisma may read for a schema: in the folder of the file, and in
  /// those above it as far as the nearest with a `package.json`. Sorted, those of nearer files first.
  static func names(for file: FileID) -> [String] {
    var names: [String] = []
    for folder in folders(of: file) {
      guard let text = Files.contents(of: FilePath.joined(folder, ".env")) else { continue }
      for name in DotEnvironment.parse(text, process: { _ in nil }).keys.sorted()
      where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  private static func folders(of file: FileID) -> [String] {
    var folders: [String] = []
    for folder in FilePath.ancestors(of: FilePath.folder(of: file)).prefix(8) {
      folders.append(folder)
      if Files.isFile(FilePath.joined(folder, "package.json")) { break }
    }
    return folders
  }
}

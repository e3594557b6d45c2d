/// The files of one schema, read from disk or standard input.
struct SchemaSources: Sendable {
  /// One file of a schema.
  struct File: Sendable {
    /// Where it is, as the system takes it.
    let path: SystemPath
    /// The path relative to the schema's folder; of a lone file its name.
    let relativePath: String
    /// The path as it was given, or under the folder that was given: how people are told of it.
    let displayPath: String
    /// The text, UTF-8 as it came.
    let bytes: [UInt8]
  }

  /// The path that was given, or found.
  let path: SystemPath
  /// Whether the path is that of a folder.
  let isFolder: Bool
  /// In byte order of their relative paths.
  let files: [File]
  /// Those that are written in the language of the next Prisma, and so are left alone.
  let filesLeftAlone: [File]

  /// The deepest folder that is looked into. Real ones have a handful of levels.
  private static let depthLimit = 128

  /// How many folders are looked into. Links between a dozen folders make up millions of ways.
  private static let visitLimit = 10_000

  /// Reads the file, or all `.prisma` files of the folder, at `path`.
  ///
  /// - Parameter folder: where relative paths begin, empty for the working directory.
  init(reading path: SystemPath, in folder: SystemPath) throws(FileError) {
    let place = folder.appending(path)
    self.path = path
    switch try FileSystem.kind(of: place) {
    case nil: throw .notFound(path)
    case .folder:
      isFolder = true
      var found: [SystemPath] = []
      var above: [FileSystem.Identity] = []
      var visits = SchemaSources.visitLimit
      try SchemaSources.find(
        in: place, prefix: SystemPath(""), above: &above, visits: &visits, into: &found)
      guard !found.isEmpty else { throw .noSchemaFiles(path) }
      found.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      var files: [File] = []
      for relative in found {
        files.append(
          File(
            path: place.appending(relative), relativePath: relative.text,
            displayPath: path.appending(relative).text,
            bytes: try FileSystem.read(place.appending(relative))))
      }
      (self.files, filesLeftAlone) = SchemaSources.parted(files)
    case .file, .other:
      // Not only plain files: a shell's `<(…)` is a pipe.
      isFolder = false
      let file = File(
        path: place, relativePath: path.name.text, displayPath: path.text,
        bytes: try FileSystem.read(place))
      (files, filesLeftAlone) = SchemaSources.parted([file])
    }
  }

  /// A schema of one text that did not come from a file.
  init(text bytes: [UInt8], named path: SystemPath) {
    self.path = path
    isFolder = false
    let file = File(
      path: path, relativePath: path.name.text, displayPath: path.text, bytes: bytes)
    (files, filesLeftAlone) = SchemaSources.parted([file])
  }

  private init(path: SystemPath, isFolder: Bool, files: [File], filesLeftAlone: [File]) {
    self.path = path
    self.isFolder = isFolder
    self.files = files
    self.filesLeftAlone = filesLeftAlone
  }

  /// The same files with other texts, in their order.
  func replacingTexts(_ texts: [[UInt8]]) -> SchemaSources {
    let files = zip(files, texts).map { file, bytes in
      File(
        path: file.path, relativePath: file.relativePath, displayPath: file.displayPath,
        bytes: bytes)
    }
    return SchemaSources(
      path: path, isFolder: isFolder, files: files, filesLeftAlone: filesLeftAlone)
  }

  /// The files to work on, and those to leave alone.
  private static func parted(_ files: [File]) -> (files: [File], leftAlone: [File]) {
    guard files.contains(where: { SchemaSources.isLeftAlone($0.bytes) }) else { return (files, []) }
    return (
      files.filter { !SchemaSources.isLeftAlone($0.bytes) },
      files.filter { SchemaSources.isLeftAlone($0.bytes) }
    )
  }

  /// Adds the paths of the `.prisma` files under `folder` to `found`, each behind `prefix`.
  ///
  /// Links are followed, but never into a folder that is being looked into already. Dependencies are not
  /// part of a schema.
  private static func find(
    in folder: SystemPath, prefix: SystemPath, above: inout [FileSystem.Identity],
    visits: inout Int, into found: inout [SystemPath]
  ) throws(FileError) {
    guard let identity = FileSystem.identity(of: folder), !above.contains(identity),
      above.count < depthLimit
    else { return }
    guard visits > 0 else {
      throw .failed(folder, action: "read", reason: "its schema has too many folders")
    }
    visits -= 1
    above.append(identity)
    defer { above.removeLast() }
    for name in try FileSystem.names(in: folder) {
      let path = folder.appending(name)
      if name.hasExtension("prisma") {
        // A link that leads nowhere is no file.
        if let kind = try? FileSystem.kind(of: path), kind == .file {
          found.append(prefix.appending(name))
          continue
        }
      }
      guard name != SystemPath("node_modules"), name != SystemPath(".git") else { continue }
      if let kind = try? FileSystem.kind(of: path), kind == .folder {
        try find(
          in: path, prefix: prefix.appending(name), above: &above, visits: &visits, into: &found)
      }
    }
  }

  /// Whether the first line of a file says that it is written in the language of the next Prisma:
  /// `// use prisma-next` or `// use prisma-8`.
  private static func isLeftAlone(_ bytes: [UInt8]) -> Bool {
    SchemaFacts(of: Array(bytes.prefix(128))).isOptedOut
  }
}

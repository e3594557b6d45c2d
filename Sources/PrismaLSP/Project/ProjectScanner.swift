import Migration
import SchemaModel
import SchemaParser

/// The files that make up one schema.
struct SchemaFiles: Hashable, Sendable {
  /// A name that stays the same while files come and go: the path of its folder or only file, or the
  /// URI of a document that is in no file.
  let id: String
  /// The absolute paths, in byte order of the relative ones; a document without a file has its URI.
  var paths: [String]
  /// The version that the schema is written for.
  let version: PrismaVersion
  /// Whether the settings or a file of the project name the folder, and not a file.
  var isNamedFolder = false
  /// What migrations leave alone, as far as the nearest configuration file can be read.
  var external = ExternalNames()
}

/// Finds out which files make up the schemas of a workspace.
///
/// What decides, for a file:
/// 1. the setting `schemaPath`, or what the nearest configuration file or `package.json` names, if the
///    file is that file or in that folder;
/// 2. the nearest folder outwards that has a file with a datasource right in it: this and the files
///    below it are one schema, but for folders that have a datasource or a `package.json` of their own.
///    Where several files of that folder have a datasource, each is a schema of its own;
/// 3. without any datasource, the files of its folder.
///
/// A schema copied into a generated client, and what is in folders of packages or build output,
/// belongs to no other schema. Files in another dialect belong to none at all.
struct ProjectScanner: Sendable {
  /// A folder of the workspace.
  struct Folder: Hashable, Sendable {
    /// Its absolute path.
    let path: String
    /// The version set for it, nil to find out.
    var version: PrismaVersion?
    /// The setting `schemaPath`.
    var schemaPath: String?
  }

  /// What is to be found out.
  struct Request: Sendable {
    /// The open documents that are files, by path.
    var open: [String: SchemaFacts] = [:]
    /// The folders of the workspace.
    var folders: [Folder] = []
    /// The version set for files outside of these folders, nil to find out.
    var version: PrismaVersion?
    /// Whether the schemas without open documents are wanted too.
    var includesClosed = false
  }

  /// A file as it was when it was read.
  private struct ReadFile: Sendable {
    let stamp: Files.Stamp
    let facts: SchemaFacts
    /// The tree, once the file belongs to a schema.
    var tree: SyntaxTree?
    /// The text, until there is a tree.
    var bytes: [UInt8]?
  }

  /// A file that names a schema where there is none.
  struct LostSchema: Hashable, Sendable {
    /// The configuration file or `package.json`.
    let file: String
    /// The absolute path at which nothing is.
    let place: String
  }

  /// The files that name a schema where there is none, of those that the last search came by, by their
  /// paths. The schema is then looked for as if they named none.
  private(set) var lostSchemas: [String: LostSchema] = [:]

  private var read: [String: ReadFile] = [:]
  private var request = Request()
  private var listings: [String: Files.Listing] = [:]
  private var configurations: [String: ConfigFile?] = [:]
  private var externals: [String: ExternalNames?] = [:]

  /// The schemas, each once, in the order of their ids.
  mutating func schemas(for request: Request) -> [SchemaFiles] {
    self.request = request
    listings = [:]
    configurations = [:]
    externals = [:]
    lostSchemas = [:]
    for path in request.open.keys { addToListings(path) }
    var schemas: [String: SchemaFiles] = [:]
    var grouped: Set<String> = []
    var paths = request.open.keys.sorted(by: FilePath.precedes)
    if request.includesClosed { paths += closedPaths() }
    for path in paths where !grouped.contains(path) && facts(of: path)?.isOptedOut == false {
      let schema = schema(with: path)
      grouped.formUnion(schema.paths)
      schemas[schema.id] = schema
    }
    // Of what is in no schema, or what an open document replaces, only the facts are kept.
    for path in Array(read.keys) where !grouped.contains(path) || request.open[path] != nil {
      read[path]?.tree = nil
      read[path]?.bytes = nil
    }
    return schemas.values.sorted { FilePath.precedes($0.id, $1.id) }
  }

  /// The tree of a file that is not open, nil when there is no such file any more.
  mutating func tree(of path: String, version: PrismaVersion) -> SyntaxTree? {
    guard facts(of: path) != nil, var file = read[path] else { return nil }
    if let tree = file.tree, tree.dialect == version.dialect { return tree }
    guard let bytes = file.tree?.bytes ?? file.bytes ?? Files.contents(of: path) else { return nil }
    let tree = SyntaxTree.parsed(bytes, dialect: version.dialect)
    file.tree = tree
    file.bytes = nil
    read[path] = file
    return tree
  }

  // MARK: One schema

  private mutating func schema(with path: String) -> SchemaFiles {
    let workspace = workspaceFolder(of: path)
    var excluded: String?
    for place in namedPlaces(for: path, in: workspace) {
      if place == path { return single(path) }
      if let relative = FilePath.relative(path, to: place), listing(of: place).isEmpty == false {
        if isReachable(relative) {
          let files = SchemaFolder.files(in: place, listing: { listing(of: $0) }) {
            folder, content in
            SchemaFolder.isGeneratedClient(folder, content)
          }
          if files.contains(path) {
            var schema = group(id: place, files)
            schema.isNamedFolder = true
            return schema
          }
        }
      } else if Files.isFile(place) {
        excluded = place
      }
    }
    return defaultSchema(with: path, in: workspace, excluding: excluded)
  }

  /// What the settings, and then the nearest file that says something, name.
  private mutating func namedPlaces(for path: String, in workspace: Folder?) -> [String] {
    var places: [String] = []
    if let workspace, let setting = workspace.schemaPath {
      places.append(FilePath.joined(workspace.path, setting))
    }
    for folder in FilePath.ancestors(of: FilePath.folder(of: path)) {
      if let file = configuration(in: folder), case .path(let place)? = file.schema {
        places.append(place)
        // A document that is open there need not have been saved.
        if request.open[place] == nil, !Files.isFile(place), !Files.isFolder(place) {
          lostSchemas[file.path] = LostSchema(file: file.path, place: place)
        }
        break
      }
      if folder == workspace?.path || Files.isRepository(folder) { break }
    }
    return places
  }

  private mutating func defaultSchema(
    with path: String, in workspace: Folder?, excluding excluded: String?
  ) -> SchemaFiles {
    let own = FilePath.folder(of: path)
    var root: String?
    for folder in projectFolders(from: own, in: workspace) {
      let content = listing(of: folder)
      let name = FilePath.name(of: folder)
      if name == "node_modules" || SchemaFolder.isGeneratedClient(folder, content) {
        return single(path)
      }
      if !datasourceFiles(in: folder, excluding: excluded).isEmpty {
        root = folder
        break
      }
      if folder != workspace?.path, workspace != nil, SchemaFolder.isIgnored(name) {
        return single(path)
      }
    }
    guard let root else {
      let files = listing(of: own).files.filter(SchemaFolder.isSchemaFile)
        .map { FilePath.joined(own, $0) }.filter { $0 != excluded }
      return group(id: own, files)
    }
    if datasourceFiles(in: root, excluding: excluded).count > 1 { return single(path) }
    let outputs = outputFolders(of: root)
    var inner: [String: Bool] = [:]
    let files = SchemaFolder.files(in: root, listing: { listing(of: $0) }) { folder, content in
      if let known = inner[folder] { return known }
      let isOther =
        outputs.contains(folder) || content.files.contains("package.json")
        || SchemaFolder.isGeneratedClient(folder, content)
        || !datasourceFiles(in: folder, excluding: nil).isEmpty
      inner[folder] = isOther
      return isOther
    }.filter { $0 != excluded }
    return files.contains(path) ? group(id: root, files) : single(path)
  }

  /// `folder` and those around it that belong to the same project, innermost first: up to the first
  /// with a `package.json`, or the root of the workspace or repository; without any of them, alone.
  private func projectFolders(from folder: String, in workspace: Folder?) -> [String] {
    let all = FilePath.ancestors(of: folder)
    let end = all.firstIndex { folder in
      folder == workspace?.path || Files.isFile(FilePath.joined(folder, "package.json"))
        || Files.isRepository(folder)
    }
    return end.map { Array(all[...$0]) } ?? [folder]
  }

  /// The files right in `folder` that have a datasource.
  private mutating func datasourceFiles(in folder: String, excluding excluded: String?) -> [String]
  {
    listing(of: folder).files.filter(SchemaFolder.isSchemaFile)
      .map { FilePath.joined(folder, $0) }
      .filter { path in
        guard path != excluded, let facts = facts(of: path) else { return false }
        return facts.hasDatasource && !facts.isOptedOut
      }
  }

  /// The folders that the generators in `folder` write to.
  private mutating func outputFolders(of folder: String) -> Set<String> {
    var outputs: Set<String> = []
    for name in listing(of: folder).files where SchemaFolder.isSchemaFile(name) {
      for output in facts(of: FilePath.joined(folder, name))?.outputs ?? [] {
        outputs.insert(FilePath.joined(folder, output))
      }
    }
    outputs.remove(folder)
    return outputs
  }

  private mutating func single(_ path: String) -> SchemaFiles { group(id: path, [path]) }

  private mutating func group(id: String, _ files: [String]) -> SchemaFiles {
    var members: [String] = []
    var all: [SchemaFacts] = []
    for path in files {
      guard let facts = facts(of: path), !facts.isOptedOut else { continue }
      members.append(path)
      all.append(facts)
    }
    let folder = members.first == id ? FilePath.folder(of: id) : id
    let workspace = workspaceFolder(of: id)
    let version =
      (workspace == nil ? request.version : workspace?.version)
      ?? PrismaVersionLookup.version(in: folder, facts: SchemaFacts(joining: all))
    return SchemaFiles(
      id: id, paths: members, version: version, external: external(around: folder, in: workspace))
  }

  /// What the nearest configuration file lists as managed elsewhere.
  private mutating func external(around folder: String, in workspace: Folder?) -> ExternalNames {
    for folder in projectFolders(from: folder, in: workspace) {
      let known = externals[folder]
      let found =
        known
        ?? ConfigFile.configuration(in: folder)
        .flatMap { ConfigSettings(at: $0.path)?.readableExternalNames }
      externals[folder] = .some(found)
      if let found { return found }
    }
    return ExternalNames()
  }

  /// Whether no folder on the way is one in which nothing is looked for.
  private func isReachable(_ relative: String) -> Bool {
    !relative.split(separator: "/").dropLast().contains { SchemaFolder.isIgnored(String($0)) }
  }

  /// The innermost folder of the workspace that `path` is in.
  private func workspaceFolder(of path: String) -> Folder? {
    request.folders.filter { FilePath.relative(path, to: $0.path) != nil }
      .max { $0.path.utf8.count < $1.path.utf8.count }
  }

  // MARK: What is read

  /// The schema files of the workspace that are on disk, by folder.
  private mutating func closedPaths() -> [String] {
    request.folders.flatMap { folder in
      SchemaFolder.files(in: folder.path, listing: { listing(of: $0) }) { path, content in
        SchemaFolder.isGeneratedClient(path, content)
      }
    }
  }

  /// What the file at `path` says: as it is open, else as it is on disk; nil when there is none.
  private mutating func facts(of path: String) -> SchemaFacts? {
    if let facts = request.open[path] { return facts }
    guard let stamp = Files.stamp(of: path) else {
      read[path] = nil
      return nil
    }
    if let known = read[path], known.stamp == stamp { return known.facts }
    guard let bytes = Files.contents(of: path) else { return nil }
    let facts = SchemaFacts(of: bytes)
    read[path] = ReadFile(stamp: stamp, facts: facts, tree: nil, bytes: bytes)
    return facts
  }

  private mutating func configuration(in folder: String) -> ConfigFile? {
    if let known = configurations[folder] { return known }
    // A configuration file that says nothing about the schema leaves it to `package.json`.
    var found = ConfigFile.configuration(in: folder)
    if found?.schema == nil { found = ConfigFile(packageIn: folder) }
    configurations[folder] = .some(found)
    return found
  }

  private mutating func listing(of folder: String) -> Files.Listing {
    if let known = listings[folder] { return known }
    let listing = Files.listing(of: folder)
    listings[folder] = listing
    return listing
  }

  /// Makes an open document part of its folder: it need not have been saved yet.
  private mutating func addToListings(_ path: String) {
    let folder = FilePath.folder(of: path)
    let name = FilePath.name(of: path)
    var listing = listing(of: folder)
    if !listing.files.contains(name) {
      listing.files.append(name)
      listing.files.sort(by: FilePath.precedes)
      listings[folder] = listing
    }
  }
}

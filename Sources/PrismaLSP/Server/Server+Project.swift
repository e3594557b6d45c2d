import Diagnostics
import LanguageServerProtocol
import SchemaModel
import SchemaParser

/// Which files make up which schema: asked of the file system, away from the actor.
extension Server {
  /// Notes that files came, went or changed.
  func filesChanged(_ files: some Sequence<FileID>) {
    moved.formUnion(files)
    needsScan = true
    scanIfNeeded()
  }

  /// Notes that something changed that decides about all files.
  func everythingChanged() {
    isAllMoved = true
    filesChanged([])
  }

  /// Whether it is known which schema a file belongs to, and what else does.
  func isSchemaKnown(of file: FileID) -> Bool {
    isConfigured && !isAllMoved && !moved.contains(file) && !hasNewcomers
      && (schemaOf[file] != nil || !needsScan && scanner != nil)
  }

  /// Whether a document was opened that may belong to any schema: files have still to be looked at.
  var hasNewcomers: Bool { moved.contains { schemaOf[$0] == nil && documents[$0] != nil } }

  /// Looks whether files have changed without a word of the client. Returns how long the last look took, nil
  /// when nobody will ask any more.
  func lookAtFiles() -> Duration? {
    guard phase == .running else { return nil }
    if scanner == nil || documents.isEmpty && !wantsWholeWorkspace { return .zero }
    needsScan = true
    scanIfNeeded(isUnasked: true)
    return scanDuration
  }

  /// Looks at the files, unless that is being done: then again when it is finished.
  ///
  /// - Parameter isUnasked: whether nothing has been told of them; then a client that pulls may have to be
  ///   told of what is found.
  func scanIfNeeded(isUnasked: Bool = false) {
    guard isConfigured, needsScan, var scanner else { return }
    needsScan = false
    self.scanner = nil
    if !isUnasked { beginLoading() }
    var request = ProjectScanner.Request()
    for (file, document) in documents where document.isFile { request.open[file] = document.facts }
    request.folders = workspaceFolders.compactMap { folder in
      guard folder.uri.path != nil else { return nil }
      let settings = settings(for: folder.uri.fileID)
      return ProjectScanner.Folder(
        path: folder.uri.fileID, version: settings.version, schemaPath: settings.schemaPath)
    }
    request.version = settings.version
    request.includesClosed = wantsWholeWorkspace
    Task { @concurrent [request, conversions] in
      let begin = ContinuousClock.now
      var closed: [FileID: SyntaxTree] = [:]
      let schemas = scanner.schemas(for: request)
      for schema in schemas {
        for path in schema.paths where request.open[path] == nil {
          closed[path] = scanner.tree(of: path, version: schema.version)
        }
      }
      let lost = scanner.lostSchemas.compactMapValues { $0.diagnostic(conversions) }
      let duration = ContinuousClock.now - begin
      await self.finishScan(scanner, schemas, closed, lost, duration, isUnasked: isUnasked)
    }
  }

  private func finishScan(
    _ scanner: ProjectScanner, _ schemas: [SchemaFiles], _ closed: [FileID: SyntaxTree],
    _ lost: [FileID: LanguageServerProtocol.Diagnostic], _ duration: Duration, isUnasked: Bool
  ) {
    self.scanner = scanner
    scanDuration = duration
    let before = isUnasked ? sessions.mapValues(\.revision) : [:]
    publish(lost: lost)
    var all = schemas
    for (file, document) in documents where !document.isFile && !document.facts.isOptedOut {
      let version =
        settings.version ?? PrismaVersionLookup.version(in: nil, facts: document.facts)
      all.append(SchemaFiles(id: file, paths: [file], version: version))
    }
    var ids: Set<String> = []
    schemaOf = [:]
    for schema in all {
      ids.insert(schema.id)
      for path in schema.paths {
        schemaOf[path] = schema.id
        documents[path]?.setDialect(schema.version.dialect)
      }
      install(schema, closed: closed)
    }
    for id in sessions.keys where !ids.contains(id) { sessions[id] = nil }
    if isUnasked, sessions.mapValues(\.revision) != before { needsRefresh = true }
    if !needsScan {
      moved = []
      isAllMoved = false
    }
    // An empty result id says that the file has been told to have none.
    for (file, last) in published where schemaOf[file] == nil && !last.resultID.isEmpty {
      clear(file)
    }
    for file in documents.keys { publishNothing(ifUnknown: file) }
    scanIfNeeded()
    for id in ids { analyze(id) }
    answerWaiting()
  }

  /// Takes over what the files of a schema are now. One that has just gone is left out.
  func install(_ schema: SchemaFiles, closed: [FileID: SyntaxTree]) {
    var sources: [SourceFile] = []
    sources.reserveCapacity(schema.paths.count)
    for path in schema.paths {
      if let tree = documents[path]?.tree ?? closed[path] {
        sources.append(SourceFile(path: path, tree: tree))
      }
    }
    var files = schema
    files.paths = sources.map(\.path)
    let uris = files.paths.map(uri(of:))
    if sessions[schema.id] == nil {
      sessions[schema.id] = SchemaSession(files: files, uris: uris, sources: sources)
    } else {
      sessions[schema.id]?.replace(files: files, uris: uris, sources: sources)
    }
  }

  /// The address of a file, as the client spells it.
  func uri(of file: FileID) -> DocumentURI {
    if let known = documents[file]?.uri ?? spellings[file] { return known }
    for folder in workspaceFolders {
      if let relative = FilePath.relative(file, to: folder.uri.fileID), folder.uri.path != nil {
        let base = folder.uri.string
        let rest = DocumentURI(path: "/" + relative).string.dropFirst("file://".count)
        return DocumentURI((base.hasSuffix("/") ? String(base.dropLast()) : base) + rest)
      }
    }
    return DocumentURI(path: file)
  }

  // MARK: Progress

  /// Notes that something is being loaded; if it takes long, the client shows it.
  func beginLoading() {
    if loading == nil { loading = beginWork("Loading Prisma schema") }
  }

  /// Notes that nothing is being loaded any more.
  func endLoading() {
    if let loading { endWork(loading) }
    loading = nil
  }
}

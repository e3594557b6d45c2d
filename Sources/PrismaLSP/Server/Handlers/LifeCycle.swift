import Glibc
import LanguageServerProtocol

/// `initialize`, `initialized` and `shutdown`.
extension Server {
  func initialize(_ params: InitializeParams, _ id: RequestID) {
    phase = .running
    client = params.capabilities
    trace = params.trace ?? .off
    // Offsets are bytes, so the client's wish for bytes comes first; UTF-16 is the protocol's own.
    let encodings = client.positionEncodings
    let encoding: PositionEncodingKind =
      encodings.contains(.utf8)
      ? .utf8 : encodings.contains(.utf16) || !encodings.contains(.utf32) ? .utf16 : .utf32
    conversions = Conversions(encoding: encoding)
    workspaceFolders =
      params.workspaceFolders ?? params.rootURI.map { [WorkspaceFolder(uri: $0)] } ?? []
    toldSettings.own = params.initializationOptions
    settings = Settings(toldSettings.own, official: nil)
    clientCommands = Set(
      params.initializationOptions?["clientCommands"]?.array?.compactMap(\.string) ?? [])
    if let process = params.processID { watch(process) }
    var capabilities = ServerCapabilities(positionEncoding: encoding)
    capabilities.semanticTokensProvider = Self.semanticTokensOptions
    capabilities.executeCommandProvider = ServerCapabilities.ExecuteCommandOptions(
      commands: ServerCommand.allCases.map(\.rawValue))
    capabilities.workspace.textDocumentContent = ServerCapabilities.TextDocumentContentOptions(
      schemes: [PreviewAddress.scheme])
    if !client.pullsDiagnostics { capabilities.diagnosticProvider = nil }
    if client.preparesRename { capabilities.renameProvider = ["prepareProvider": true] }
    reply(
      to: id,
      with: InitializeResult(
        capabilities: capabilities,
        serverInfo: InitializeResult.ServerInfo(
          name: ProgramVersion.name, version: ProgramVersion.version)))
  }

  func initialized() {
    register()
    if !client.registersWatchedFiles { watchFiles() }
    if client.hasConfiguration {
      isConfigured = false
      askForConfiguration()
      // A client that never answers shall not be without diagnostics for good.
      Task {
        try? await Task.sleep(for: .seconds(1))
        self.setConfigured()
      }
    }
  }

  func shutDown(_ id: RequestID) {
    phase = .shutDown
    for (id, request) in inFlight {
      request.stop()
      reply(to: id, with: ResponseError(.requestCancelled, "the server is shut down"))
    }
    inFlight = [:]
    waiting = []
    reply(to: id, with: JSONValue.null)
  }

  /// Takes a request back.
  func cancel(_ id: RequestID) {
    guard let request = inFlight[id] else { return }
    request.stop()
    waiting.removeAll { $0.id == id }
    for (number, work) in works where work.request == id { endWork(number) }
    finish(id, with: ResponseError(.requestCancelled, "the request was cancelled"))
  }

  private func register() {
    var registrations: [Registration] = []
    if client.registersWatchedFiles {
      let script = "{js,ts,mjs,cjs,mts,cts}"
      let patterns = [
        "**/*.prisma", "**/package.json", "**/{prisma,prisma7}.config.\(script)",
        "**/.config/prisma*.\(script)",
        "**/{\(PrismaVersionLookup.lockFiles.joined(separator: ","))}",
        "**/{\(PrismaVersionLookup.pythonProjects.joined(separator: ","))}",
      ]
      registrations.append(
        Registration(
          id: "watched-files", method: DidChangeWatchedFilesParams.method,
          registerOptions: [
            "watchers": .array(patterns.map { ["globPattern": .string($0)] })
          ]))
    }
    if client.registersConfiguration {
      registrations.append(
        Registration(
          id: "configuration", method: DidChangeConfigurationParams.method,
          registerOptions: ["section": ["prisma-lsp", "prisma"]]))
    }
    if registrations.isEmpty { return }
    ask(RegistrationParams(registrations: registrations), .registration)
  }

  /// Looks at the files now and then, for a client that does not tell when they change. It takes a
  /// thirtieth of a processor at most.
  private func watchFiles() {
    Task { @concurrent [weak self, watchInterval] in
      var pause = watchInterval
      while true {
        try? await Task.sleep(for: pause)
        guard let duration = await self?.lookAtFiles() else { return }
        pause = max(watchInterval, duration * 30)
      }
    }
  }

  /// Ends the server when `process` is gone: a client that was killed says nothing, and its end of
  /// the pipe may live on in another process.
  private func watch(_ process: Int) {
    guard let process = pid_t(exactly: process), process > 0, exists(process) else {
      return  // in another container, say
    }
    Task { @concurrent [watchInterval, terminate] in
      while exists(process) {
        try? await Task.sleep(for: watchInterval)
        if Task.isCancelled { return }
      }
      terminate(1)
    }
  }
}

private func exists(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno != ESRCH }

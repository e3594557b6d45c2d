import LanguageServerProtocol

/// `workspace/configuration`, `workspace/didChangeConfiguration` and the folders it is asked for.
extension Server {
  func askForConfiguration() {
    // The settings of each folder; without folders those of the workspace.
    let folders: [DocumentURI?] = workspaceFolders.isEmpty ? [nil] : workspaceFolders.map(\.uri)
    let items = folders.flatMap { folder in
      ["prisma-lsp", "prisma"].map { ConfigurationParams.Item(scopeUri: folder, section: $0) }
    }
    ask(ConfigurationParams(items: items), .configuration(folders.map { $0?.fileID }))
  }

  func takeConfiguration(_ result: Result<JSONValue, ResponseError>, for folders: [FileID?]) {
    if case .success(let value) = result, let values = value.array {
      for (index, folder) in folders.enumerated() {
        let own = values.indices.contains(2 * index) ? values[2 * index] : .null
        let official = values.indices.contains(2 * index + 1) ? values[2 * index + 1] : .null
        // A client without settings answers null: then those that came with `initialize` hold.
        let read =
          own.object == nil && official.object == nil
          ? settings : Settings(own, official: official)
        if let folder { folderSettings[folder] = read } else { settings = read }
      }
    }
    settingsChanged()
    setConfigured()
  }

  func didChangeConfiguration(_ params: DidChangeConfigurationParams) {
    if client.hasConfiguration {
      askForConfiguration()
    } else if let pushed = params.settings, let members = pushed.object {
      let official = pushed["prisma"]
      // Some clients send the section's content alone.
      let isContent =
        official == nil && pushed["prisma-lsp"] == nil
        && members.keys.contains(where: Settings.names.contains)
      let own = isContent ? pushed : pushed["prisma-lsp"]
      // A section that is not spoken of stays as it was: many clients push whatever they have, or nothing.
      guard own?.object != nil || official?.object != nil else { return }
      if own?.object != nil { toldSettings.own = own }
      if official?.object != nil { toldSettings.official = official }
      settings = Settings(toldSettings.own, official: toldSettings.official)
      folderSettings = [:]
      settingsChanged()
    }
  }

  func didChangeWorkspaceFolders(_ params: DidChangeWorkspaceFoldersParams) {
    let removed = Set(params.event.removed.map(\.uri))
    workspaceFolders.removeAll { removed.contains($0.uri) }
    let known = Set(workspaceFolders.map(\.uri))
    workspaceFolders += params.event.added.filter { !known.contains($0.uri) }
    for uri in removed { folderSettings[uri.fileID] = nil }
    if client.hasConfiguration, !params.event.added.isEmpty { askForConfiguration() }
    everythingChanged()
  }

  /// Begins to work, if it has not begun yet: the settings are known.
  func setConfigured() {
    if isConfigured { return }
    isConfigured = true
    scanIfNeeded()
    answerWaiting()
  }

  /// The settings that hold for a file.
  func settings(for file: FileID) -> Settings {
    let folder = workspaceFolders.map(\.uri.fileID)
      .filter { FilePath.relative(file, to: $0) != nil }.max { $0.utf8.count < $1.utf8.count }
    return folder.flatMap { folderSettings[$0] } ?? settings
  }

  private func settingsChanged() {
    for id in sessions.keys { sessions[id]?.revision += 1 }
    everythingChanged()
    // What clients ask for only after an edit.
    guard isConfigured else { return }
    if client.refreshesInlayHints { askToRefresh(InlayHintRefresh.method) }
    if client.refreshesCodeLenses { askToRefresh(CodeLensRefresh.method) }
  }
}

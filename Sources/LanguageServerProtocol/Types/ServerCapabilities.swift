/// What the server can do.
package struct ServerCapabilities: Codable, Hashable, Sendable {
  /// What ``Position/character`` counts from now on.
  package var positionEncoding: PositionEncodingKind
  /// How documents are kept in step.
  package var textDocumentSync = TextDocumentSyncOptions()
  /// Whether diagnostics can be pulled, and how.
  package var diagnosticProvider: DiagnosticOptions? = DiagnosticOptions()
  /// Whether documents can be formatted.
  package var documentFormattingProvider = true
  /// Whether parts of documents can be formatted.
  package var documentRangeFormattingProvider = true
  /// Which code actions there are.
  package var codeActionProvider = CodeActionOptions()
  /// How what can be written at a place is asked for.
  package var completionProvider = CompletionOptions()
  /// Whether the declaration of a name can be found.
  package var definitionProvider = true
  /// Whether the declaration of a name's type can be found.
  package var typeDefinitionProvider = true
  /// Whether the fields of a type can be found.
  package var implementationProvider = true
  /// Whether the uses of a name can be found.
  package var referencesProvider = true
  /// Whether the uses of a name in its document can be found.
  package var documentHighlightProvider = true
  /// How names can be changed: `RenameOptions` for clients that prepare, else just true.
  package var renameProvider: JSONValue = true
  /// Whether names are changed together.
  package var linkedEditingRangeProvider = true
  /// Whether it can be told what a type refers to, and what to it.
  package var typeHierarchyProvider = true
  /// Whether documents tell what they declare.
  package var documentSymbolProvider = true
  /// Whether names can be looked for in the whole workspace.
  package var workspaceSymbolProvider = true
  /// Whether documents tell what can be folded.
  package var foldingRangeProvider = true
  /// Whether documents tell what can be selected around a place.
  package var selectionRangeProvider = true
  /// Whether documents tell what their words mean, and how.
  package var semanticTokensProvider: SemanticTokensOptions?
  /// When the client asks for signatures.
  package var signatureHelpProvider = SignatureHelpOptions()
  /// Whether there is something to say about places.
  package var hoverProvider = true
  /// Whether documents tell what is implied in them.
  package var inlayHintProvider = true
  /// How documents tell what is shown over their lines.
  package var codeLensProvider = CodeLensOptions()
  /// How documents tell what leads somewhere.
  package var documentLinkProvider = DocumentLinkOptions()
  /// How documents are laid out while someone types.
  package var documentOnTypeFormattingProvider = DocumentOnTypeFormattingOptions()
  /// Which commands there are, nil for none.
  package var executeCommandProvider: ExecuteCommandOptions?
  /// What is done for the workspace.
  package var workspace = WorkspaceOptions()

  package init(positionEncoding: PositionEncodingKind) { self.positionEncoding = positionEncoding }

  /// How documents are kept in step.
  package struct TextDocumentSyncOptions: Codable, Hashable, Sendable {
    /// Opening and closing is told.
    package var openClose = true
    /// 2: changes are sent as edits.
    package var change = 2
    /// Saving is told.
    package var save = true
  }

  /// How diagnostics can be pulled.
  package struct DiagnosticOptions: Codable, Hashable, Sendable {
    /// The name under which the client keeps them.
    package var identifier = "prisma-lsp"
    /// A change of one file may change the diagnostics of another.
    package var interFileDependencies = true
    /// Those of the whole workspace can be pulled.
    package var workspaceDiagnostics = true
  }

  /// Which code actions there are.
  package struct CodeActionOptions: Codable, Hashable, Sendable {
    /// Their kinds.
    package var codeActionKinds = [
      "quickfix", "refactor", "source.fixAll.prisma-lsp", "source.migration",
    ]
    /// Their edits can be asked for one by one.
    package var resolveProvider = true
  }

  /// How documents tell what their words mean.
  package struct SemanticTokensOptions: Codable, Hashable, Sendable {
    /// What the numbers of tokens stand for.
    package var legend: Legend
    /// Those of a part can be asked for.
    package var range = true
    /// Those of a document can be asked for.
    package var full = Full()

    package init(tokenTypes: [String], tokenModifiers: [String]) {
      legend = Legend(tokenTypes: tokenTypes, tokenModifiers: tokenModifiers)
    }

    /// What the numbers of tokens stand for.
    package struct Legend: Codable, Hashable, Sendable {
      /// By index.
      package var tokenTypes: [String]
      /// By bit.
      package var tokenModifiers: [String]
    }

    /// How those of a document can be asked for.
    package struct Full: Codable, Hashable, Sendable {
      /// As what has changed.
      package var delta = true
    }
  }

  /// When the client asks for signatures.
  package struct SignatureHelpOptions: Codable, Hashable, Sendable {
    /// What opens them.
    package var triggerCharacters = ["(", ",", ":"]
    /// What changes them while they are shown.
    package var retriggerCharacters = [")"]
  }

  /// How documents tell what is shown over their lines.
  package struct CodeLensOptions: Codable, Hashable, Sendable {
    /// The command has to be asked for.
    package var resolveProvider = true
  }

  /// How documents tell what leads somewhere.
  package struct DocumentLinkOptions: Codable, Hashable, Sendable {
    /// The target need not be asked for.
    package var resolveProvider = false
  }

  /// Which commands there are.
  package struct ExecuteCommandOptions: Codable, Hashable, Sendable {
    /// Their names.
    package var commands: [String]
    /// It is told how far they are.
    package var workDoneProgress = true

    package init(commands: [String]) { self.commands = commands }
  }

  /// How documents are laid out while someone types.
  package struct DocumentOnTypeFormattingOptions: Codable, Hashable, Sendable {
    /// What has to be typed.
    package var firstTriggerCharacter = "\n"
    /// What else.
    package var moreTriggerCharacter = ["}"]
  }

  /// What is done for the workspace.
  package struct WorkspaceOptions: Codable, Hashable, Sendable {
    /// Several folders.
    package var workspaceFolders = WorkspaceFoldersServerCapabilities()
    /// What shall be told of files.
    package var fileOperations = FileOperationOptions()
    /// Which documents only the server has, nil for none.
    package var textDocumentContent: TextDocumentContentOptions?
  }

  /// Which documents only the server has.
  package struct TextDocumentContentOptions: Codable, Hashable, Sendable {
    /// The schemes of their addresses.
    package var schemes: [String]

    package init(schemes: [String]) { self.schemes = schemes }
  }

  /// What shall be told of files.
  package struct FileOperationOptions: Codable, Hashable, Sendable {
    /// Before they get another name.
    package var willRename = Registration()
    /// After they got one.
    package var didRename = Registration()

    /// Which files: those of schemas, and folders, which may hold some.
    package struct Registration: Codable, Hashable, Sendable {
      package var filters = [
        Filter(glob: "**/*.prisma", matches: "file"), Filter(glob: "**", matches: "folder"),
      ]
    }

    /// Files that match a pattern.
    package struct Filter: Codable, Hashable, Sendable {
      package var scheme = "file"
      package var pattern: Pattern

      init(glob: String, matches: String) { pattern = Pattern(glob: glob, matches: matches) }

      /// A pattern of paths.
      package struct Pattern: Codable, Hashable, Sendable {
        package var glob: String
        /// `file` or `folder`.
        package var matches: String
      }
    }
  }

  /// How several folders are dealt with.
  package struct WorkspaceFoldersServerCapabilities: Codable, Hashable, Sendable {
    /// They are.
    package var supported = true
    /// Changes of them shall be told.
    package var changeNotifications = true
  }
}

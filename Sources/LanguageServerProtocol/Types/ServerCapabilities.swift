/// What the server can do.
public struct ServerCapabilities: Codable, Hashable, Sendable {
  /// What ``Position/character`` counts from now on.
  public var positionEncoding: PositionEncodingKind
  /// How documents are kept in step.
  public var textDocumentSync = TextDocumentSyncOptions()
  /// Whether diagnostics can be pulled, and how.
  public var diagnosticProvider: DiagnosticOptions? = DiagnosticOptions()
  /// Whether documents can be formatted.
  public var documentFormattingProvider = true
  /// Whether parts of documents can be formatted.
  public var documentRangeFormattingProvider = true
  /// Which code actions there are.
  public var codeActionProvider = CodeActionOptions()
  /// How what can be written at a place is asked for.
  public var completionProvider = CompletionOptions()
  /// Whether the declaration of a name can be found.
  public var definitionProvider = true
  /// Whether the declaration of a name's type can be found.
  public var typeDefinitionProvider = true
  /// Whether the fields of a type can be found.
  public var implementationProvider = true
  /// Whether the uses of a name can be found.
  public var referencesProvider = true
  /// Whether the uses of a name in its document can be found.
  public var documentHighlightProvider = true
  /// How names can be changed: `RenameOptions` for clients that prepare, else just true.
  public var renameProvider: JSONValue = true
  /// Whether names are changed together.
  public var linkedEditingRangeProvider = true
  /// Whether it can be told what a type refers to, and what to it.
  public var typeHierarchyProvider = true
  /// Whether documents tell what they declare.
  public var documentSymbolProvider = true
  /// Whether names can be looked for in the whole workspace.
  public var workspaceSymbolProvider = true
  /// Whether documents tell what can be folded.
  public var foldingRangeProvider = true
  /// Whether documents tell what can be selected around a place.
  public var selectionRangeProvider = true
  /// Whether documents tell what their words mean, and how.
  public var semanticTokensProvider: SemanticTokensOptions?
  /// When the client asks for signatures.
  public var signatureHelpProvider = SignatureHelpOptions()
  /// Whether there is something to say about places.
  public var hoverProvider = true
  /// Whether documents tell what is implied in them.
  public var inlayHintProvider = true
  /// How documents tell what is shown over their lines.
  public var codeLensProvider = CodeLensOptions()
  /// How documents tell what leads somewhere.
  public var documentLinkProvider = DocumentLinkOptions()
  /// How documents are laid out while someone types.
  public var documentOnTypeFormattingProvider = DocumentOnTypeFormattingOptions()
  /// Which commands there are, nil for none.
  public var executeCommandProvider: ExecuteCommandOptions?
  /// What is done for the workspace.
  public var workspace = WorkspaceOptions()

  public init(positionEncoding: PositionEncodingKind) { self.positionEncoding = positionEncoding }

  /// How documents are kept in step.
  public struct TextDocumentSyncOptions: Codable, Hashable, Sendable {
    /// Opening and closing is told.
    public var openClose = true
    /// 2: changes are sent as edits.
    public var change = 2
    /// Saving is told.
    public var save = true
  }

  /// How diagnostics can be pulled.
  public struct DiagnosticOptions: Codable, Hashable, Sendable {
    /// The name under which the client keeps them.
    public var identifier = "prisma-lsp"
    /// A change of one file may change the diagnostics of another.
    public var interFileDependencies = true
    /// Those of the whole workspace can be pulled.
    public var workspaceDiagnostics = true
  }

  /// Which code actions there are.
  public struct CodeActionOptions: Codable, Hashable, Sendable {
    /// Their kinds.
    public var codeActionKinds = [
      "quickfix", "refactor", "source.fixAll.prisma-lsp", "source.migration",
    ]
    /// Their edits can be asked for one by one.
    public var resolveProvider = true
  }

  /// How documents tell what their words mean.
  public struct SemanticTokensOptions: Codable, Hashable, Sendable {
    /// What the numbers of tokens stand for.
    public var legend: Legend
    /// Those of a part can be asked for.
    public var range = true
    /// Those of a document can be asked for.
    public var full = Full()

    public init(tokenTypes: [String], tokenModifiers: [String]) {
      legend = Legend(tokenTypes: tokenTypes, tokenModifiers: tokenModifiers)
    }

    /// What the numbers of tokens stand for.
    public struct Legend: Codable, Hashable, Sendable {
      /// By index.
      public var tokenTypes: [String]
      /// By bit.
      public var tokenModifiers: [String]
    }

    /// How those of a document can be asked for.
    public struct Full: Codable, Hashable, Sendable {
      /// As what has changed.
      public var delta = true
    }
  }

  /// When the client asks for signatures.
  public struct SignatureHelpOptions: Codable, Hashable, Sendable {
    /// What opens them.
    public var triggerCharacters = ["(", ",", ":"]
    /// What changes them while they are shown.
    public var retriggerCharacters = [")"]
  }

  /// How documents tell what is shown over their lines.
  public struct CodeLensOptions: Codable, Hashable, Sendable {
    /// The command has to be asked for.
    public var resolveProvider = true
  }

  /// How documents tell what leads somewhere.
  public struct DocumentLinkOptions: Codable, Hashable, Sendable {
    /// The target need not be asked for.
    public var resolveProvider = false
  }

  /// Which commands there are.
  public struct ExecuteCommandOptions: Codable, Hashable, Sendable {
    /// Their names.
    public var commands: [String]
    /// It is told how far they are.
    public var workDoneProgress = true

    public init(commands: [String]) { self.commands = commands }
  }

  /// How documents are laid out while someone types.
  public struct DocumentOnTypeFormattingOptions: Codable, Hashable, Sendable {
    /// What has to be typed.
    public var firstTriggerCharacter = "\n"
    /// What else.
    public var moreTriggerCharacter = ["}"]
  }

  /// What is done for the workspace.
  public struct WorkspaceOptions: Codable, Hashable, Sendable {
    /// Several folders.
    public var workspaceFolders = WorkspaceFoldersServerCapabilities()
    /// What shall be told of files.
    public var fileOperations = FileOperationOptions()
    /// Which documents only the server has, nil for none.
    public var textDocumentContent: TextDocumentContentOptions?
  }

  /// Which documents only the server has.
  public struct TextDocumentContentOptions: Codable, Hashable, Sendable {
    /// The schemes of their addresses.
    public var schemes: [String]

    public init(schemes: [String]) { self.schemes = schemes }
  }

  /// What shall be told of files.
  public struct FileOperationOptions: Codable, Hashable, Sendable {
    /// Before they get another name.
    public var willRename = Registration()
    /// After they got one.
    public var didRename = Registration()

    /// Which files: those of schemas, and folders, which may hold some.
    public struct Registration: Codable, Hashable, Sendable {
      public var filters = [
        Filter(glob: "**/*.prisma", matches: "file"), Filter(glob: "**", matches: "folder"),
      ]
    }

    /// Files that match a pattern.
    public struct Filter: Codable, Hashable, Sendable {
      public var scheme = "file"
      public var pattern: Pattern

      init(glob: String, matches: String) { pattern = Pattern(glob: glob, matches: matches) }

      /// A pattern of paths.
      public struct Pattern: Codable, Hashable, Sendable {
        public var glob: String
        /// `file` or `folder`.
        public var matches: String
      }
    }
  }

  /// How several folders are dealt with.
  public struct WorkspaceFoldersServerCapabilities: Codable, Hashable, Sendable {
    /// They are.
    public var supported = true
    /// Changes of them shall be told.
    public var changeNotifications = true
  }
}

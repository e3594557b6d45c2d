import Diagnostics
import Dispatch
import LanguageServerProtocol
import SchemaParser

/// The language server: its state, and what each message does to it.
///
/// Messages are taken one after the other by ``run(_:)``, and ``receive(_:)`` is synchronous, so the
/// state is always that after the messages so far. Analysing, formatting and reading files happens
/// elsewhere on values of that state, and comes back through methods that look whether it is still
/// what was asked for.
actor Server {
  /// How far the life cycle has come.
  enum Phase { case new, running, shutDown }

  let writer: MessageWriter
  /// Ends the process when the client is gone without a word.
  let terminate: @Sendable (Int32) -> Void
  /// How often it is looked whether the client is still there, and whether files have changed that it does
  /// not tell of.
  let watchInterval: Duration
  /// After how long a piece of work is shown to the user.
  let progressDelay: Duration

  var phase = Phase.new
  var trace = TraceValue.off
  var client = ClientCapabilities()
  var conversions = Conversions(encoding: .utf16)

  /// The requests that are not answered yet.
  var inFlight: [RequestID: OpenRequest] = [:]
  /// The long lane.
  let longWork: DispatchQueue
  /// The requests to the client that it has not answered yet.
  var asked: [RequestID: Question] = [:]
  var lastQuestion = 0

  // Settings.
  var workspaceFolders: [WorkspaceFolder] = []
  /// What the client has told by itself: the sections `prisma-lsp` and `prisma`, at the start or since.
  var toldSettings: (own: JSONValue?, official: JSONValue?) = (nil, nil)
  /// The settings without a folder, and those of each folder by its ``FileID``.
  var settings = Settings()
  var folderSettings: [FileID: Settings] = [:]
  /// Whether the settings are known, or will not come: nothing is analysed before.
  var isConfigured = true

  /// The commands of its own that the client has, see ``ClientCommand``.
  var clientCommands: Set<String> = []

  // Documents and schemas.
  var documents: [FileID: Document] = [:]
  /// The client's spelling of addresses, by file.
  var spellings: [FileID: DocumentURI] = [:]
  var sessions: [String: SchemaSession] = [:]
  /// The schema that each file belongs to.
  var schemaOf: [FileID: String] = [:]
  /// nil while files are read.
  var scanner: ProjectScanner? = ProjectScanner()
  var needsScan = false
  /// How long the last look at the files took.
  var scanDuration = Duration.zero
  /// The files whose schema may be another one after the next look at the files; their schemas are
  /// not analysed before.
  var moved: Set<FileID> = []
  /// Whether that holds for all files.
  var isAllMoved = false
  /// Whether schemas without open documents are wanted too.
  var wantsWholeWorkspace = false

  /// What clients hold of the tokens of documents.
  let tokensMemory = SemanticTokensMemory()
  /// What was told of the symbols of documents.
  let symbolsMemory = SymbolsMemory()
  /// What is known of the layout of documents.
  let formattingMemory = FormattingMemory()

  // Diagnostics.
  var lastResult = 0
  /// What the client was last told by a push.
  var published: [FileID: (version: Int?, resultID: String)] = [:]
  /// What was pushed for files that name a schema where there is none.
  var publishedLost: [FileID: LanguageServerProtocol.Diagnostic] = [:]
  /// The requests that wait for an analysis.
  var waiting: [Waiting] = []
  /// Whether the client shall be asked to pull anew once all is analysed.
  var needsRefresh = false
  /// The reading of files, as a piece of work.
  var loading: Int?

  // Work that the user sees, and migrations.
  var works: [Int: Work] = [:]
  var lastWork = 0
  /// The schemas whose next migration was asked for.
  var migrations: [String: MigrationSession] = [:]
  /// Finds out what migrations start from.
  let readBaseline: BaselineReading
  let previewFiles = PreviewFiles()

  /// What was asked of the client.
  enum Question {
    case configuration([FileID?])
    case registration
    case refresh
    case progress(Int)
  }

  init(
    writer: MessageWriter, watchInterval: Duration = .seconds(3),
    progressDelay: Duration = .seconds(1),
    longWork: DispatchQueue = DispatchQueue(label: "prisma-lsp.long-work", qos: .userInteractive),
    readBaseline: @escaping BaselineReading = BaselineReader.read,
    terminate: @escaping @Sendable (Int32) -> Void
  ) {
    self.writer = writer
    self.watchInterval = watchInterval
    self.progressDelay = progressDelay
    self.longWork = longWork
    self.readBaseline = readBaseline
    self.terminate = terminate
  }

  /// Takes messages until the client says `exit` or the input ends. Returns the exit code.
  func run(_ messages: AsyncStream<ClientMessage>) async -> Int32 {
    defer { previewFiles.remove() }
    for await message in messages {
      if let code = receive(message) { return code }
    }
    return phase == .shutDown ? 0 : 1
  }

  /// Takes one message. Returns the exit code if it was the last.
  private func receive(_ message: ClientMessage) -> Int32? {
    switch message {
    case .request(let id, let method, let request):
      traceReceived("request", method, id)
      if let error = refusal(of: method) {
        reply(to: id, with: error)
      } else {
        take(request, id)
      }
    case .refusedRequest(let id, let method, let error):
      reply(to: id, with: refusal(of: method) ?? error)
    case .invalid(let id, let error): reply(to: id, with: error)
    case .notification(let method, let notification):
      traceReceived("notification", method, nil)
      if case .exit = notification { return phase == .shutDown ? 0 : 1 }
      if phase == .running { take(notification) }
    case .refusedNotification(let method, let error):
      // The client learns of it only by its log; unknown ones are none of our business.
      if phase == .running, error.code == ErrorCode.invalidParams.rawValue {
        notify(LogMessageParams(type: .warning, message: "\(method): \(error.message)"))
      }
    case .response(let id, let result): takeAnswer(to: id, result)
    }
    return nil
  }

  /// Why a request can't be served now, nil when it can.
  private func refusal(of method: String) -> ResponseError? {
    switch phase {
    case .new where method != InitializeParams.method:
      ResponseError(.serverNotInitialized, "`initialize` has to come first")
    case .running where method == InitializeParams.method:
      ResponseError(.invalidRequest, "the server is initialized already")
    case .shutDown: ResponseError(.invalidRequest, "the server is shut down")
    default: nil
    }
  }

  private func takeAnswer(to id: RequestID, _ result: Result<JSONValue, ResponseError>) {
    switch asked.removeValue(forKey: id) {
    case .configuration(let folders): takeConfiguration(result, for: folders)
    case .progress(let work):
      if case .success = result { beginProgress(work) }
    case .registration, .refresh, nil: break
    }
  }

  // MARK: Answers

  /// Notes that a request will be answered later.
  func begin(_ id: RequestID, _ request: OpenRequest = OpenRequest()) { inFlight[id] = request }

  /// Answers a request, unless that has been done.
  func finish(_ id: RequestID, with result: some JSONWritable) {
    guard inFlight.removeValue(forKey: id) != nil else { return }
    reply(to: id, with: result)
  }

  /// Answers a request by an error, unless it has been answered.
  func finish(_ id: RequestID, with error: ResponseError) {
    guard inFlight.removeValue(forKey: id) != nil else { return }
    reply(to: id, with: error)
  }

  /// Sends an answer.
  func reply(to id: RequestID, with result: some JSONWritable) {
    writer.write(ServerMessage.response(to: id, result: result))
  }

  /// Sends an error.
  func reply(to id: RequestID, with error: ResponseError) {
    writer.write(ServerMessage.response(to: id, error: error))
  }

  /// Sends a notification.
  func notify<Params: MessageParams & JSONWritable>(_ params: Params) {
    writer.write(ServerMessage.notification(params))
  }

  /// Sends a request.
  func ask<Params: MessageParams & JSONWritable>(_ params: Params, _ question: Question) {
    let id = nextQuestion(question)
    writer.write(ServerMessage.request(id, params))
  }

  /// Asks the client to ask for something anew, by a request without parameters.
  func askToRefresh(_ method: String) {
    let id = nextQuestion(.refresh)
    writer.write(ServerMessage.request(id, method: method))
  }

  /// Makes an id for a request.
  func nextQuestion(_ question: Question) -> RequestID {
    lastQuestion += 1
    let id = RequestID.integer(lastQuestion)
    asked[id] = question
    return id
  }

  private func traceReceived(_ kind: String, _ method: String, _ id: RequestID?) {
    guard trace != .off, phase == .running else { return }
    let name = id.map { "\(method) - (\($0))" } ?? method
    notify(LogTraceParams(message: "Received \(kind) '\(name)'"))
  }
}

import Dispatch
import LanguageServerProtocol
import SchemaIDE

/// Requests that an analysis answers: they wait until the newest text is analysed, and are then worked
/// on away from the actor.
extension Server {
  /// Makes the message with the answer.
  typealias DocumentWork = @Sendable (DocumentQuery) throws(ResponseError) -> [UInt8]
  /// Makes the message with the answer.
  typealias WorkspaceWork = @Sendable ([SchemaQuery]) throws(ResponseError) -> [UInt8]

  /// Answers a request about a document from the analysis of its schema; by null when the document
  /// belongs to none.
  ///
  /// The text must still be the one that the client saw when it asked: otherwise the answer is the
  /// error `ContentModified`. So it is when the text changes while the answer is made in the long lane.
  func answer(
    _ id: RequestID, about document: TextDocumentIdentifier, in lane: WorkLane = .short,
    _ work: @escaping @Sendable (DocumentQuery) throws(ResponseError) -> some JSONWritable
  ) {
    let file = document.uri.fileID
    wait(
      id,
      .document(file, version: documents[file]?.version) { query throws(ResponseError) in
        ServerMessage.response(to: id, result: try work(query))
      }, in: lane)
  }

  /// Answers a request about all schemas, in the order of their places.
  func answer(
    _ id: RequestID, in lane: WorkLane = .short,
    _ work: @escaping @Sendable ([SchemaQuery]) throws(ResponseError) -> some JSONWritable
  ) {
    wait(
      id,
      .workspace { schemas throws(ResponseError) in
        ServerMessage.response(to: id, result: try work(schemas))
      }, in: lane)
  }

  /// What a request about a schema may look at.
  func query(
    _ session: SchemaSession, _ analysis: Analysis, _ interest: Interest = Interest()
  ) -> SchemaQuery {
    var project = ProjectFacts()
    project.namesFolder = session.files.isNamedFolder
    project.allowsNewFiles = client.hasDocumentChanges && client.createsFiles
    let roots = workspaceFolders.map(\.uri.fileID)
    project.hasConfiguration = { ConfigFile.isFound(from: $0, upTo: roots) }
    return SchemaQuery(
      analysis: analysis, uris: session.uris, documents: documents, conversions: conversions,
      client: client, settings: settings(for: session.files.id), project: project,
      migration: migrations[session.files.id]?.preview, interest: interest)
  }

  /// Works on a request away from the actor: `work` makes the whole message, which may be megabytes.
  ///
  /// - Parameters:
  ///   - interest: what ends the work.
  ///   - document: whose change ends the work, nil when none does.
  func start(
    _ id: RequestID, in lane: WorkLane = .short, _ interest: Interest = Interest(),
    about document: FileID? = nil,
    _ work: @escaping @Sendable () throws(ResponseError) -> [UInt8]
  ) {
    begin(id, OpenRequest(interest: interest, longWorkDocument: document))
    let queue = lane == .long ? longWork : DispatchQueue.global(qos: .userInteractive)
    queue.async {
      guard interest.isThere else { return }
      let result = Result(catching: work)
      Task { await self.finish(id, with: result) }
    }
  }

  /// Ends long work on a document that has changed: the answer would be one about a text that is gone.
  func stopLongWork(on document: FileID) {
    for (id, request) in inFlight where request.longWorkDocument == document {
      request.stop()
      finish(id, with: .contentModified)
    }
  }

  private func finish(_ id: RequestID, with result: Result<[UInt8], ResponseError>) {
    switch result {
    case .success(let message):
      guard inFlight.removeValue(forKey: id) != nil else { return }
      writer.write(message)
    case .failure(let error): finish(id, with: error)
    }
  }
}

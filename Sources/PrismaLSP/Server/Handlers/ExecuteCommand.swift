import LanguageServerProtocol

/// `workspace/executeCommand` and `workspace/textDocumentContent`.
extension Server {
  func executeCommand(_ params: ExecuteCommandParams, _ id: RequestID) {
    guard let command = ServerCommand(rawValue: params.command) else {
      reply(
        to: id,
        with: ResponseError(.invalidParams, "there is no command `\(params.command)`"))
      return
    }
    let arguments = params.arguments ?? []
    guard let uri = arguments.first?.string else {
      reply(
        to: id,
        with: ResponseError(
          .invalidParams,
          "`\(command.rawValue)` needs the address of a schema file as its first argument"))
      return
    }
    let request = MigrationCommand(
      command: command, file: DocumentURI(uri).fileID, token: params.workDoneToken,
      name: arguments.dropFirst().first?.string,
      isOnline: arguments.dropFirst(2).first?.string == "online")
    run(request, id)
  }

  func textDocumentContent(_ params: TextDocumentContentParams, _ id: RequestID) {
    for session in migrations.values {
      for (address, text) in session.documents where address.uri == params.uri {
        reply(to: id, with: TextDocumentContentResult(text: text))
        return
      }
    }
    reply(
      to: id,
      with: ResponseError(
        .invalidParams, "there is no such preview any more; ask for a new one in the schema"))
  }
}

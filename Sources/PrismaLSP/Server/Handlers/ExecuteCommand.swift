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
    let renames: [RenameArgument]?
    do throws(UsageError) {
      renames = try Self.renames(among: arguments)
    } catch {
      reply(to: id, with: ResponseError(.invalidParams, error.message))
      return
    }
    let name = arguments.dropFirst().first?.string
    let request = MigrationCommand(
      command: command, file: DocumentURI(uri).fileID, token: params.workDoneToken,
      name: name?.isEmpty == false ? name : nil,
      isOnline: arguments.dropFirst(2).first?.string == "online", renames: renames)
    run(request, id)
  }

  /// The list of renames among the arguments of a command, nil without one.
  private static func renames(
    among arguments: [JSONValue]
  ) throws(UsageError) -> [RenameArgument]? {
    guard let list = arguments.lazy.compactMap(\.array).first else { return nil }
    var renames: [RenameArgument] = []
    for text in list { renames.append(try RenameArgument(text.string ?? "")) }
    return renames
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

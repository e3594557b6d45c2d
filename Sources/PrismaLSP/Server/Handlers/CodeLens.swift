import LanguageServerProtocol
import SchemaIDE
import SchemaParser

/// `textDocument/codeLens` and `codeLens/resolve`.
extension Server {
  func codeLens(_ params: CodeLensParams, _ id: RequestID) {
    // A lens has to name a command. The protocol has none that shows places, so without one of the
    // client's own there is nothing to offer but the server's.
    let isKnown = clientCommands.contains(ClientCommand.showReferences)
    answer(id, about: params.textDocument, in: .long) {
      query -> [LanguageServerProtocol.CodeLens] in
      guard query.schema.settings.showsCodeLenses else { return [] }
      return query.migrationLenses + (isKnown ? query.codeLenses : [])
    }
  }

  func codeLensResolve(_ params: CodeLensResolveParams, _ id: RequestID) {
    answer(id, about: TextDocumentIdentifier(uri: params.data.uri)) {
      query throws(ResponseError) in
      guard let lens = query.resolved(params) else {
        throw ResponseError(.contentModified, "the declaration is gone")
      }
      return lens
    }
  }
}

/// The commands that clients may have, and tell by `clientCommands` in `initializationOptions`.
enum ClientCommand {
  /// Shows places. Its arguments are the URI and the position that it is about, and the places.
  static let showReferences = "prisma-lsp.showReferences"
}

extension DocumentQuery {
  /// A document with more blocks has no lenses: clients would ask for all of them after each edit.
  private static let blockLimit = 5000

  fileprivate var codeLenses: [LanguageServerProtocol.CodeLens] {
    guard tree.blocks.count <= Self.blockLimit else { return [] }
    let lenses = meant.codeLenses(ofFile: file)
    let uri = uri
    return zip(lenses, ranges(lenses.map(\.place.range))).map { entry, range in
      LanguageServerProtocol.CodeLens(
        range: range,
        data: LanguageServerProtocol.CodeLens.Origin(
          uri: uri, kind: entry.lens.kind.rawValue, name: entry.lens.name))
    }
  }

  fileprivate func resolved(
    _ params: CodeLensResolveParams
  ) -> LanguageServerProtocol.CodeLens? {
    guard let kind = SchemaIDE.CodeLens.Kind(rawValue: params.data.kind) else { return nil }
    let lens = SchemaIDE.CodeLens(kind: kind, name: params.data.name)
    guard let places = meant.places(of: lens) else { return nil }
    return LanguageServerProtocol.CodeLens(
      range: params.range,
      command: Command(
        title: lens.title(count: places.count), command: ClientCommand.showReferences
      ) { writer in
        uri.string.write(to: &writer)
        params.range.start.write(to: &writer)
        schema.locations(places).write(to: &writer)
      },
      data: params.data)
  }
}

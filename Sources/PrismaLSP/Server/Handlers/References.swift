import LanguageServerProtocol
import SchemaIDE

/// `textDocument/references`.
extension Server {
  func references(_ params: ReferenceParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query -> [Location]? in
      let places = query.analysis.references(
        at: query.offset(of: params.position), inFile: query.file,
        includesDeclaration: params.context.includeDeclaration)
      return places.map { query.schema.locations($0) }
    }
  }
}

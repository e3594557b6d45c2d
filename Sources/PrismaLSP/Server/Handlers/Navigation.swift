import LanguageServerProtocol
import SchemaIDE

/// `textDocument/definition`, `textDocument/typeDefinition` and `textDocument/implementation`.
extension Server {
  func definition(_ params: DefinitionParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query in
      query.links(for: .definition) {
        query.meant.definition(at: query.offset(of: params.position), inFile: query.file)
      }
    }
  }

  func typeDefinition(_ params: TypeDefinitionParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query in
      query.links(for: .typeDefinition) {
        query.meant.typeDefinition(at: query.offset(of: params.position), inFile: query.file)
      }
    }
  }

  func implementation(_ params: ImplementationParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query in
      query.links(for: .implementation) {
        query.meant.implementation(at: query.offset(of: params.position), inFile: query.file)
      }
    }
  }
}

extension DocumentQuery {
  /// Where something leads, in the form that the client takes.
  fileprivate func links(
    for request: ClientCapabilities.LinkRequest, _ navigation: () -> Navigation?
  ) -> NavigationAnswer {
    guard let navigation = navigation(), !navigation.targets.isEmpty else { return .nothing }
    let locations = schema.locations(navigation.targets.map(\.name))
    guard schema.client.takesLinks.contains(request) else { return .locations(locations) }
    let origin = range(navigation.origin.range)
    let declarations = schema.locations(navigation.targets.map(\.declaration))
    return .links(
      zip(locations, declarations).map { name, declaration in
        LocationLink(
          origin: origin, uri: name.uri, range: declaration.range, selectionRange: name.range)
      })
  }
}

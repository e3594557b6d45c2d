import LanguageServerProtocol
import SchemaIDE
import SchemaParser

/// `textDocument/prepareTypeHierarchy`, `typeHierarchy/supertypes` and `typeHierarchy/subtypes`.
extension Server {
  func prepareTypeHierarchy(_ params: PrepareTypeHierarchyParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query -> [TypeHierarchyItem]? in
      let items = query.meant.hierarchyItems(
        at: query.offset(of: params.position), inFile: query.file)
      return items.isEmpty ? nil : query.schema.presented(items)
    }
  }

  func typeHierarchySupertypes(_ params: TypeHierarchySupertypesParams, _ id: RequestID) {
    answer(id, about: TextDocumentIdentifier(uri: params.item.uri)) { query in
      query.schema.presented(query.meant.hierarchySupertypes(of: params.item.name))
    }
  }

  func typeHierarchySubtypes(_ params: TypeHierarchySubtypesParams, _ id: RequestID) {
    answer(id, about: TextDocumentIdentifier(uri: params.item.uri)) { query in
      query.schema.presented(query.meant.hierarchySubtypes(of: params.item.name))
    }
  }
}

extension SchemaQuery {
  /// Items as the protocol has them, in their order.
  fileprivate func presented(_ items: [HierarchyItem]) -> [TypeHierarchyItem] {
    let names = locations(items.map(\.target.name))
    let declarations = locations(items.map(\.target.declaration))
    return zip(items, zip(names, declarations)).map { item, places in
      let kind: TypeHierarchyItem.Kind =
        switch item.kind {
        case .enumeration: .enum
        case .compositeType: .struct
        default: .class
        }
      return TypeHierarchyItem(
        name: item.name, kind: kind,
        detail: item.fields.isEmpty ? nil : item.fields.joined(separator: ", "),
        uri: places.0.uri, range: places.1.range, selectionRange: places.0.range)
    }
  }
}

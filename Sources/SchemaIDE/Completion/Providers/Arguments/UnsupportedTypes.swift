import SchemaModel

/// Types of the database that Prisma has no type for, in `Unsupported("…")`.
extension CompletionRequest {
  func unsupportedTypeItems() -> [CompletionItem] {
    Self.unsupportedTypes(of: connector).map { name in
      switch context.word.quotes {
      case .inside(let isClosed):
        return CompletionItem(
          name, .nativeType, text: CompletionText(isClosed ? name : name + "\""))
      case .none:
        var item = CompletionItem("\"\(name)\"", .nativeType)
        item.filterText = name
        return item
      }
    }
  }

  private static func unsupportedTypes(of connector: Connector) -> [String] {
    switch connector {
    case .postgresql:
      [
        "tsvector", "tsquery", "interval", "point", "polygon", "circle", "line", "lseg", "box",
        "path", "cidr", "macaddr", "int4range", "int8range", "numrange", "daterange", "tsrange",
        "tstzrange", "ltree", "hstore", "geometry", "geography", "vector(1536)",
      ]
    case .cockroachdb: ["interval", "geometry", "geography", "tsvector", "tsquery"]
    case .mysql: ["geometry", "point", "linestring", "polygon", "set('a','b')"]
    case .sqlserver: ["geography", "geometry", "hierarchyid", "sql_variant", "rowversion"]
    case .sqlite, .mongodb, .none: []
    }
  }
}

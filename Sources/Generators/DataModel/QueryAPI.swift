import JSON
import SchemaModel

/// The types of a client's queries: the member `schema` of the data model meta format.
///
/// Prisma makes it with its query engine: fourteen megabytes for seventy models. Here it holds the enums
/// alone, which is what generators that are not Prisma's own look at; `docs/generate.md` says which do.
struct QueryAPI {
  let schema: Schema

  /// Writes the types.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("inputObjectTypes")
      writer.object { writeNoTypes("prisma", to: &$0) }
      writer.key("outputObjectTypes")
      writer.object { writer in
        writeNoTypes("prisma", to: &writer)
        writeNoTypes("model", to: &writer)
      }
      writer.key("enumTypes")
      writer.object { writer in
        writer.key("prisma")
        writer.array { writer in
          let levels = schema.configuration.connector.isolationLevels
          if !levels.isEmpty { write("TransactionIsolationLevel", levels, to: &writer) }
        }
        writer.key("model")
        writer.array(schema.enumerations) { writer, type in
          write(type.name, type.values.map(\.identifier.text), to: &writer)
        }
      }
      writer.key("fieldRefTypes")
      writer.object { writeNoTypes("prisma", to: &$0) }
    }
  }

  private func writeNoTypes(_ name: StaticString, to writer: inout JSONWriter) {
    writer.key(name)
    writer.array { _ in }
  }

  private func write(_ name: String, _ values: [String], to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.key("values")
      writer.array(values) { $0.string($1) }
    }
  }
}

extension Connector {
  /// The isolation levels that transactions of a client can ask for.
  ///
  /// Source: https://www.prisma.io/docs/orm/prisma-client/queries/transactions#supported-isolation-levels
  fileprivate var isolationLevels: [String] {
    switch self {
    case .postgresql, .mysql:
      ["ReadUncommitted", "ReadCommitted", "RepeatableRead", "Serializable"]
    case .sqlserver:
      ["ReadUncommitted", "ReadCommitted", "RepeatableRead", "Snapshot", "Serializable"]
    case .cockroachdb, .sqlite: ["Serializable"]
    case .mongodb, .none: []
    }
  }
}

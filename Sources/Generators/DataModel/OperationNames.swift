import JSON
import SchemaModel

/// The names of the operations that a client has for each model: the member `mappings` of the data
/// model meta format.
public struct OperationNames {
  let schema: Schema

  /// The operations of a schema without errors.
  public init(_ schema: Schema) { self.schema = schema }

  /// Writes the names.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("modelOperations")
      writer.array(schema.clientModels) { write($1, to: &$0) }
      writer.key("otherOperations")
      writer.object { writer in
        writer.key("read")
        writer.array { _ in }
        writer.key("write")
        writer.array(isMongo ? ["runCommandRaw"] : ["executeRaw", "queryRaw"]) { $0.string($1) }
      }
    }
  }

  private func write(_ model: Model, to writer: inout JSONWriter) {
    let name = model.name
    // A view of Prisma 5 is a model to the client; later only reads are offered.
    let isWritable = !model.isView || schema.configuration.version == .five
    let canCreate = isWritable && model.canBeCreated
    let hasUnique = !model.uniqueCriteria.isEmpty
    writer.object { writer in
      writer.member("model", name)
      writer.member("aggregate", "aggregate\(name)")
      if isMongo { writer.member("aggregateRaw", "aggregate\(name)Raw") }
      if canCreate {
        writer.member("createMany", "createMany\(name)")
        if returnsRows { writer.member("createManyAndReturn", "createMany\(name)AndReturn") }
        writer.member("createOne", "createOne\(name)")
      }
      if isWritable {
        writer.member("deleteMany", "deleteMany\(name)")
        if hasUnique { writer.member("deleteOne", "deleteOne\(name)") }
      }
      writer.member("findFirst", "findFirst\(name)")
      writer.member("findFirstOrThrow", "findFirst\(name)OrThrow")
      writer.member("findMany", "findMany\(name)")
      if isMongo { writer.member("findRaw", "find\(name)Raw") }
      if hasUnique {
        writer.member("findUnique", "findUnique\(name)")
        writer.member("findUniqueOrThrow", "findUnique\(name)OrThrow")
      }
      writer.member("groupBy", "groupBy\(name)")
      if isWritable {
        writer.member("updateMany", "updateMany\(name)")
        if returnsRows, schema.configuration.version != .five {
          writer.member("updateManyAndReturn", "updateMany\(name)AndReturn")
        }
        if hasUnique {
          writer.member("updateOne", "updateOne\(name)")
          if canCreate { writer.member("upsertOne", "upsertOne\(name)") }
        }
      }
    }
  }

  private var isMongo: Bool { schema.configuration.connector == .mongodb }

  /// Whether the database can give back the rows that a statement wrote.
  private var returnsRows: Bool {
    schema.configuration.connector.isOne(of: .postgresql, .cockroachdb, .sqlite)
  }
}

extension Model {
  /// Whether a client knows how to fill all that has to be filled: a required field of an unsupported
  /// type needs a default.
  fileprivate var canBeCreated: Bool {
    !fields.contains {
      $0.type.isUnsupported && $0.arity == .required && $0.defaultValue == nil
    }
  }
}

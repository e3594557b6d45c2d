import SchemaModel
import SchemaParser

extension CompletionRequest {
  /// Values that `@default` of a field can have, the likeliest first, as they are written; an empty
  /// one where only the user can know.
  func defaults(of field: FieldLine, _ type: FieldType) -> [String] {
    if field.arity == .list {
      switch type {
      case .scalar, .enumeration: return ["[]"]
      default: return []
      }
    }
    let isKey = field.has("id")
    switch type {
    case .enumeration(let id):
      return (schema.enumeration(id)?.values ?? []).map(\.identifier.text)
    case .unsupported:
      return connector == .mongodb ? [] : ["dbgenerated()"]
    case .composite, .model, .unresolved: return []
    case .scalar(let scalar): return defaults(of: scalar, field, isKey: isKey)
    }
  }

  private func defaults(
    of scalar: ScalarType, _ field: FieldLine, isKey: Bool
  ) -> [String] {
    switch scalar {
    case .int, .bigInt:
      let isCounted =
        isKey && connector.supportsAutoincrement
        && (connector != .cockroachdb || scalar == .bigInt) && context.block?.kind != .compositeType
      return isCounted ? ["autoincrement()", "0"] : ["0"]
    case .float, .decimal: return ["0"]
    case .boolean: return ["false", "true"]
    case .string:
      let functions = ["uuid()", "cuid()", "ulid()"]
      if field.attributes.contains(where: { $0.name.hasSuffix(".ObjectId") }) {
        return isKey ? ["auto()"] : []
      }
      return isKey ? functions : ["\"\""] + functions
    case .dateTime: return ["now()"]
    case .json: return ["\"{}\""]
    case .bytes: return ["\"\""]
    }
  }
}

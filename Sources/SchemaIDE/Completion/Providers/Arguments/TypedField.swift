import SchemaModel
import SchemaParser

/// A field as far as it is typed, with what its type means.
struct TypedField {
  let line: FieldLine
  /// What the type resolves to; `unresolved` when it names nothing.
  let type: FieldType
  /// The name of the native type, without the datasource's; of several the last.
  let nativeType: String?

  var name: String { line.name }
  var arity: FieldArity { line.arity }
  var isList: Bool { line.arity == .list }
  var isOptional: Bool { line.arity == .optional }
  /// Whether its type is a model or view.
  var isRelation: Bool { type.modelID != nil }
}

extension CompletionRequest {
  /// What the type of a field means.
  func typed(_ line: FieldLine) -> TypedField {
    let native = line.attributes.last { $0.name.contains(".") }.map { attribute in
      String(
        attribute.name[
          attribute.name.index(
            after: attribute.name.firstIndex(of: ".")
              ?? attribute.name.startIndex)...])
    }
    return TypedField(line: line, type: type(of: line), nativeType: native)
  }
}

/// Asks what refers to a type; answered by a list of ``TypeHierarchyItem``, or null.
package struct TypeHierarchySubtypesParams: MessageParams, Codable {
  package static let method = "typeHierarchy/subtypes"

  /// The type.
  package let item: TypeHierarchyItem.Known
}

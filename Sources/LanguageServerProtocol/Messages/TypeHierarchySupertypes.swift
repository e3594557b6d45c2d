/// Asks what a type refers to; answered by a list of ``TypeHierarchyItem``, or null.
package struct TypeHierarchySupertypesParams: MessageParams, Codable {
  package static let method = "typeHierarchy/supertypes"

  /// The type.
  package let item: TypeHierarchyItem.Known
}

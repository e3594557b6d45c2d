/// Asks what a type refers to; answered by a list of ``TypeHierarchyItem``, or null.
public struct TypeHierarchySupertypesParams: MessageParams, Codable {
  public static let method = "typeHierarchy/supertypes"

  /// The type.
  public let item: TypeHierarchyItem.Known
}

/// Asks what refers to a type; answered by a list of ``TypeHierarchyItem``, or null.
public struct TypeHierarchySubtypesParams: MessageParams, Codable {
  public static let method = "typeHierarchy/subtypes"

  /// The type.
  public let item: TypeHierarchyItem.Known
}

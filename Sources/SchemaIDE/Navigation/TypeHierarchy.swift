import SchemaModel
import SchemaParser

/// A model, view, enum or composite type among those that it refers to, and that refer to it.
public struct HierarchyItem: Hashable, Sendable {
  /// The declaration.
  public let id: BlockID
  /// Its name.
  public let name: String
  /// `model`, `view`, `compositeType` or `enumeration`.
  public let kind: SyntaxKind
  /// The fields that lead from one to the other, empty at the start.
  public let fields: [String]
  /// Where it stands.
  public let target: NavigationTarget
}

extension Analysis {
  /// The types at `offset` (UTF-8 bytes from the start of the file): that which is named there, or that
  /// of the field that is. Empty when there is none.
  public func hierarchyItems(at offset: Int, inFile file: Int) -> [HierarchyItem] {
    typeDefinition(at: offset, inFile: file)?.targets.compactMap { target in
      guard let cursor = cursor(at: target.name.range.start, inFile: target.name.file) else {
        return nil
      }
      return cursor.declaration.flatMap { item($0, fields: []) }
    } ?? []
  }

  /// What the type of this name refers to, in the order of its fields: the models whose key it holds, those
  /// on the other side of a many-to-many relation, its enums and its composite types.
  public func hierarchySupertypes(of name: String) -> [HierarchyItem] {
    guard let id = schema.dataType(named: Name(name)) else { return [] }
    var order: [BlockID] = []
    var fields: [BlockID: [String]] = [:]
    for field in schema.fields(of: id) where refers(field, of: id) {
      guard let type = field.type.declaration else { continue }
      if fields[type] == nil { order.append(type) }
      fields[type, default: []].append(field.name)
    }
    return order.compactMap { item($0, fields: fields[$0] ?? []) }
  }

  /// What refers to the type of this name, in file and source order.
  public func hierarchySubtypes(of name: String) -> [HierarchyItem] {
    guard let id = schema.dataType(named: Name(name)) else { return [] }
    return schema.declarations(mentioning: Name(name)).compactMap { other in
      let fields = schema.fields(of: other).filter {
        $0.type.declaration == id && refers($0, of: other)
      }
      return fields.isEmpty ? nil : item(other, fields: fields.map(\.name))
    }
  }

  /// Whether a field refers to its type, rather than being referred to by it.
  private func refers(_ field: Field, of owner: BlockID) -> Bool {
    guard field.isRelation else { return field.type.declaration != nil }
    guard let relation = schema.relation(of: field, in: owner) else { return true }
    return relation.isManyToMany
      || relation.referencingModel == owner && relation.forward == field.index
  }

  private func item(_ id: BlockID, fields: [String]) -> HierarchyItem? {
    guard let kind = schema.kind(of: id), let range = schema.declarationRange(id),
      let nameRange = schema.declarationNameRange(id),
      let declaration = fileRange(of: range, in: id), let name = fileRange(of: nameRange, in: id)
    else { return nil }
    return HierarchyItem(
      id: id, name: schema.declarationName(id), kind: kind, fields: fields,
      target: NavigationTarget(name: name, declaration: declaration))
  }
}

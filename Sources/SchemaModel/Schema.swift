import SchemaParser

/// One file of a schema.
public struct SourceFile: Sendable {
  /// How the file is called; equal paths are the same file in successive updates.
  public let path: String
  public let tree: SyntaxTree

  public init(path: String, tree: SyntaxTree) {
    self.path = path
    self.tree = tree
  }
}

/// A schema: the declarations of all its files, resolved against each other.
///
/// A value: a copy stays as it is while the original goes on with later edits. ``update(files:version:)``
/// resolves again only what an edit can have changed.
public struct Schema: Sendable {
  /// What its datasources and generators say.
  public internal(set) var configuration = Configuration(
    datasource: nil, previewFeatures: [], version: .seven)
  /// The files, in order.
  public internal(set) var files: [FileState] = []

  /// One file with the declarations in it.
  public struct FileState: Sendable {
    public let path: String
    public internal(set) var tree: SyntaxTree
    /// For each block of the tree the slot of its declaration, -1 without one.
    var slots: [Int32]

    /// The declaration in the block at `index`, nil without one.
    public func declaration(inBlock index: Int) -> BlockID? {
      slots.indices.contains(index) && slots[index] >= 0 ? BlockID(Int(slots[index])) : nil
    }
  }

  // By slot.

  /// What each declaration says on its own; nil in a free slot.
  var lowered: [LoweredDeclaration?] = []
  /// The file and block of each declaration.
  var places: [Place] = []
  /// The types of the fields of models and composite types.
  var types: [[FieldType]] = []
  /// Each data type resolved.
  var resolved: [ResolvedDeclaration?] = []
  /// The relations that each model's fields create.
  var pairings: [Pairing?] = []

  var freeSlots: [Int32] = []

  // By name.

  /// The data type of each name; of several the last.
  var names: [Name: BlockID] = [:]
  /// The data types of names that several have.
  var repeatedNames: [Name: [BlockID]] = [:]
  /// The declarations with a field whose type is written so.
  var mentions: [Name: SlotList] = [:]
  /// The declarations with a field of an unknown type.
  var unresolved: SlotSet = []
  /// The composite types.
  var compositeTypeSlots: SlotSet = []
  /// The datasources and generators.
  var configurationSlots: SlotSet = []

  /// The declarations with something wrong in themselves.
  var faulty: SlotSet = []
  /// Names that must be unique in the whole database.
  var globalNames = GlobalNames()
  /// The models in which two constraints share a name.
  var clashingModels: SlotSet = []
  /// The models with a list field that has no opposite.
  var backOnlyModels: SlotSet = []
  /// Problems that lie between declarations, and those of the configuration.
  public internal(set) var sharedProblems: [(block: BlockID, problem: Problem)] = []

  public init() {}

  /// Where a declaration stands.
  struct Place: Sendable {
    var file: Int32
    var block: Int32
  }

  // MARK: Declarations

  /// The number of slots: ids are below it.
  public var slotCount: Int { lowered.count }

  /// All declarations of some kinds, in file and source order.
  private func all<T>(_ pick: (ResolvedDeclaration) -> T?) -> [T] {
    var found: [T] = []
    for file in files {
      for slot in file.slots where slot >= 0 {
        if let declaration = resolved[Int(slot)], let value = pick(declaration) {
          found.append(value)
        }
      }
    }
    return found
  }

  /// The models and views, in file and source order.
  public var models: [Model] {
    all { if case .model(let model) = $0.declaration { model } else { nil } }
  }
  /// The enums, in file and source order.
  public var enumerations: [EnumType] {
    all { if case .enumeration(let type) = $0.declaration { type } else { nil } }
  }
  /// The composite types, in file and source order.
  public var compositeTypes: [CompositeType] {
    if compositeTypeSlots.isEmpty { return [] }
    return all { if case .compositeType(let type) = $0.declaration { type } else { nil } }
  }

  /// The relations in creation order: that of their creating fields (the forward field; side A; the list
  /// field of a relation without forward field). Models come before views where rules ask for order;
  /// here all stand as in the source.
  public var relations: [Relation] {
    var found: [Relation] = []
    for file in files {
      for slot in file.slots where slot >= 0 {
        if let pairing = pairings[Int(slot)] { found += pairing.relations }
      }
    }
    return found
  }

  /// The relations that fields of this model create.
  public func relations(createdBy id: BlockID) -> [Relation] {
    pairings.indices.contains(id.index) ? pairings[id.index]?.relations ?? [] : []
  }

  /// What a slot declares.
  public func declaration(_ id: BlockID) -> Declaration? {
    resolved.indices.contains(id.index) ? resolved[id.index]?.declaration : nil
  }
  /// The model or view in a slot, nil for anything else.
  public func model(_ id: BlockID) -> Model? {
    if case .model(let model)? = declaration(id) { model } else { nil }
  }
  /// The enum in a slot, nil for anything else.
  public func enumeration(_ id: BlockID) -> EnumType? {
    if case .enumeration(let type)? = declaration(id) { type } else { nil }
  }
  /// The composite type in a slot, nil for anything else.
  public func compositeType(_ id: BlockID) -> CompositeType? {
    if case .compositeType(let type)? = declaration(id) { type } else { nil }
  }

  /// Whether the type of some field is written so.
  public func isMentioned(_ name: Name) -> Bool { mentions[name] != nil }

  // MARK: Places

  /// A number that grows with the place of a declaration in the schema: files in order, then source
  /// order.
  public func position(of id: BlockID) -> Int {
    guard places.indices.contains(id.index) else { return 0 }
    return Int(places[id.index].file) << 32 | Int(places[id.index].block)
  }

  /// The file of a declaration, and the offset of its block in it.
  public func place(of id: BlockID) -> (file: Int, offset: Int)? {
    guard places.indices.contains(id.index), lowered[id.index] != nil else { return nil }
    let place = places[id.index]
    let file = Int(place.file)
    let block = Int(place.block)
    guard files.indices.contains(file), files[file].tree.starts.indices.contains(block) else {
      return nil
    }
    return (file, files[file].tree.starts[block])
  }

  /// The file of a declaration, and the index of its block in the file's tree; nil for a free slot.
  public func blockIndex(of id: BlockID) -> (file: Int, block: Int)? {
    guard places.indices.contains(id.index), lowered[id.index] != nil else { return nil }
    return (Int(places[id.index].file), Int(places[id.index].block))
  }

  /// Where a declaration stands in its block (span class BLOCK), nil for a free slot.
  public func declarationRange(_ id: BlockID) -> TextRange? {
    lowered.indices.contains(id.index) ? lowered[id.index]?.range : nil
  }

  /// Where the name of a declaration stands in its block, nil for a free slot.
  public func declarationNameRange(_ id: BlockID) -> TextRange? {
    lowered.indices.contains(id.index) ? lowered[id.index]?.identifier.range : nil
  }

  /// The name of a declaration, empty for a free slot.
  public func declarationName(_ id: BlockID) -> String {
    lowered.indices.contains(id.index) ? lowered[id.index]?.identifier.text ?? "" : ""
  }

  /// The block of a declaration, nil for a free slot.
  public func block(of id: BlockID) -> SyntaxBlock? {
    lowered.indices.contains(id.index) ? lowered[id.index]?.block : nil
  }

  /// What is wrong with a declaration itself: in its names, types and attributes.
  public func problems(of id: BlockID) -> [[Problem]] {
    guard lowered.indices.contains(id.index), let declaration = lowered[id.index] else { return [] }
    return [declaration.problems, resolved[id.index]?.problems ?? []]
  }

  /// Whether there is a datasource block, loaded or not.
  public var hasDatasourceBlock: Bool {
    configurationSlots.contains { lowered[Int($0)]?.kind == .datasource }
  }

  /// The declarations with something wrong in their names, types and attributes, in any order.
  public var faultyDeclarations: [BlockID] { faulty.map { BlockID(Int($0)) } }

  /// The names that several data types have.
  public var repeatedDeclarations: [[BlockID]] { Array(repeatedNames.values) }
}

/// Anything that a block can declare.
public enum Declaration: Sendable {
  case model(Model)
  case enumeration(EnumType)
  case compositeType(CompositeType)
}

/// A declaration with what the resolution found.
final class ResolvedDeclaration: Sendable {
  let declaration: Declaration
  let problems: [Problem]
  let dependencies: [Dependency]
  /// What related models see of it, reduced to a number. 0 for anything but models.
  let interface: UInt64
  /// Finds relation fields by what they are related to. Nil for anything but models.
  let relationIndex: RelationIndex?

  init(
    _ declaration: Declaration, problems: [Problem], dependencies: [Dependency] = [],
    interface: UInt64 = 0, relationIndex: RelationIndex? = nil
  ) {
    self.declaration = declaration
    self.problems = problems
    self.dependencies = dependencies
    self.interface = interface
    self.relationIndex = relationIndex
  }
}

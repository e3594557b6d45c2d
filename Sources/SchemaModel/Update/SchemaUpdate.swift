import SchemaParser

/// What an update can have changed.
public struct SchemaUpdate: Sendable {
  /// The declarations whose own checks must run again: those edited, and those that rest on something
  /// that changed.
  public var affected = SlotSet()
  /// The slots that hold nothing anymore.
  public var removed = SlotSet()
  /// Whether the configuration changed, so that all checks must run again.
  public var isConfigurationChanged = false
}

/// The update goes through the stages of the resolution, each with the declarations that can have
/// changed in it:
///
/// 1. blocks that are other objects than before are lowered (a block's own text decides alone);
/// 2. types are looked up again in them and wherever a name is mentioned that came, went or became
///    something else;
/// 3. attributes are resolved again in those, and in models that reference fields which changed;
/// 4. relations are paired and constraints named again in those, and in models related to one whose
///    interface changed.
///
/// The invariant is that the result equals that of a schema made anew; a test holds it on random
/// edits.
extension Schema {
  /// Takes over the files of a schema, in order.
  ///
  /// The work is proportional to what changed, apart from a comparison of the block objects.
  public mutating func update(files new: [SourceFile], version: PrismaVersion) -> SchemaUpdate {
    var update = Update(
      isNewVersion: version != configuration.version, isFirst: lowered.isEmpty)
    takeBlocks(of: new, update: &update)
    if !update.touchedNames.isEmpty { findNames(update.touchedNames, update: &update) }
    let context = ResolutionContext(
      declarations: lowered, names: names, version: version,
      suggestions: NameSuggestions(lowered))
    resolveTypes(context, update: &update)
    resolveAttributes(context, update: &update)
    var result = SchemaUpdate(removed: update.removed)
    if update.isConfigurationTouched || update.isNewVersion {
      result.isConfigurationChanged = loadConfiguration(version: version)
      shareRepeatedConfigurationNames()
    }
    if update.isNameRepeated || update.isConfigurationTouched || update.isNewVersion {
      shareRepeatedNames()
    }
    if result.isConfigurationChanged {
      update.paired = SlotSet(update.allSlots(self))
      globalNames.removeAll()
      clashingModels = []
      backOnlyModels = []
      pairings = Array(repeating: nil, count: pairings.count)
    }
    pairRelations(isRebuild: result.isConfigurationChanged, update: &update)
    for (name, wasMentioned) in update.wereMentioned where isMentioned(name) != wasMentioned {
      // An enum is in use now, or no more.
      if let id = names[name], enumeration(id) != nil { update.paired.insert(Int32(id.index)) }
    }
    result.affected = update.paired.union(update.lowered)
    result.affected.subtract(result.removed)
    return result
  }

  /// What an update has found so far.
  struct Update {
    let isNewVersion: Bool
    /// Whether there was nothing before.
    let isFirst: Bool
    /// Slots with another block than before.
    var lowered: SlotSet = []
    var removed: SlotSet = []
    /// Names of data types that were declared or are now, in blocks that changed.
    var touchedNames: Set<Name> = []
    /// Names that now stand for another declaration.
    var changedNames: Set<Name> = []
    /// Slots whose types were looked up again.
    var typed: SlotSet = []
    /// Slots whose attributes were resolved again.
    var resolved: SlotSet = []
    /// Slots whose relations are to be paired again.
    var paired: SlotSet = []
    /// The global keys of slots as they were.
    var oldKeys: [Int32: [Name]] = [:]
    /// Of type names whose first mention came, or whose last one went, whether there was one before.
    var wereMentioned: [Name: Bool] = [:]
    var isConfigurationTouched = false
    var isNameRepeated = false

    init(isNewVersion: Bool, isFirst: Bool) {
      self.isNewVersion = isNewVersion
      self.isFirst = isFirst
    }

    func allSlots(_ schema: Schema) -> [Int32] {
      schema.lowered.indices.filter { schema.lowered[$0] != nil }.map { Int32($0) }
    }
  }
}

import SchemaParser

/// What an update can have changed.
package struct SchemaUpdate: Sendable {
  /// The declarations whose own checks must run again: those edited, and those that rest on something
  /// that changed.
  package var affected = SlotSet()
  /// The slots that hold nothing anymore.
  package var removed = SlotSet()
  /// Whether the configuration changed, so that all checks must run again.
  package var isConfigurationChanged = false
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
  package mutating func update(files new: [SourceFile], version: PrismaVersion) -> SchemaUpdate {
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
  private struct Update {
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

  // MARK: Blocks

  private mutating func takeBlocks(of new: [SourceFile], update: inout Update) {
    if new.count == files.count,
      zip(new, files).allSatisfy({ $0.path == $1.path })
    {
      for index in new.indices where !files[index].tree.isCopy(of: new[index].tree) {
        takeBlocks(of: new[index], file: index, update: &update)
      }
      return
    }
    // The set of files changed: files keep their blocks by path.
    update.isConfigurationTouched = true
    var old: [String: [FileState]] = [:]
    for file in files { old[file.path, default: []].append(file) }
    files = new.map { source in
      old[source.path]?.popLast()
        ?? FileState(
          path: source.path, tree: SyntaxTree.parsed([], dialect: source.tree.dialect), slots: [])
    }
    for file in old.values.joined() {
      for slot in file.slots where slot >= 0 { free(slot, update: &update) }
    }
    for index in new.indices {
      takeBlocks(of: new[index], file: index, update: &update)
      for (block, slot) in files[index].slots.enumerated() where slot >= 0 {
        places[Int(slot)] = Place(file: Int32(clamping: index), block: Int32(clamping: block))
      }
      // Which of several declarations of a name comes last can have changed.
      for slot in files[index].slots where slot >= 0 {
        if let declaration = lowered[Int(slot)], repeatedNames[declaration.identifier.name] != nil {
          update.touchedNames.insert(declaration.identifier.name)
        }
      }
    }
  }

  private mutating func takeBlocks(of source: SourceFile, file: Int, update: inout Update) {
    let oldBlocks = files[file].tree.blocks
    let newBlocks = source.tree.blocks
    var prefix = 0
    let shorter = min(oldBlocks.count, newBlocks.count)
    while prefix < shorter, oldBlocks[prefix] === newBlocks[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
      oldBlocks[oldBlocks.count - 1 - suffix] === newBlocks[newBlocks.count - 1 - suffix]
    {
      suffix += 1
    }
    files[file].tree = source.tree
    let oldRange = prefix..<(oldBlocks.count - suffix)
    let newRange = prefix..<(newBlocks.count - suffix)
    if oldRange.isEmpty && newRange.isEmpty { return }

    let old = files[file].slots[oldRange].filter { $0 >= 0 }
    let declarations = newBlocks[newRange].map { Lowering.declaration(of: $0) }
    var byName: [Name: [Int32]] = [:]
    for slot in old.reversed() {
      if let declaration = lowered[Int(slot)] {
        byName[declaration.identifier.name, default: []].append(slot)
      }
    }
    let newCount = declarations.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
    var slots: [Int32] = []
    slots.reserveCapacity(declarations.count)
    var reused: SlotSet = []
    for declaration in declarations {
      guard let declaration else {
        slots.append(-1)
        continue
      }
      var slot: Int32?
      if let same = byName[declaration.identifier.name]?.popLast() {
        slot = same
      } else if old.count == 1, newCount == 1 {
        slot = old.first  // The name was edited.
      }
      let index = slot ?? freeSlots.popLast() ?? addSlot()
      reused.insert(index)
      slots.append(index)
      put(declaration, into: index, update: &update)
    }
    for slot in old where !reused.contains(slot) { free(slot, update: &update) }
    files[file].slots.replaceSubrange(oldRange, with: slots)
    let isShifted = oldRange.count != newRange.count
    let end = isShifted ? files[file].slots.count : newRange.upperBound
    for block in newRange.lowerBound..<end where files[file].slots[block] >= 0 {
      places[Int(files[file].slots[block])] = Place(
        file: Int32(clamping: file), block: Int32(clamping: block))
    }
  }

  private mutating func addSlot() -> Int32 {
    lowered.append(nil)
    places.append(Place(file: 0, block: 0))
    types.append([])
    resolved.append(nil)
    pairings.append(nil)
    return Int32(clamping: lowered.count - 1)
  }

  private mutating func put(
    _ declaration: LoweredDeclaration, into slot: Int32, update: inout Update
  ) {
    let index = Int(slot)
    if let old = lowered[index] { forget(old, slot: slot, update: &update) }
    update.removed.remove(slot)
    lowered[index] = declaration
    update.lowered.insert(slot)
    switch declaration.kind {
    case .datasource, .generator:
      configurationSlots.insert(slot)
      update.isConfigurationTouched = true
    default:
      update.touchedNames.insert(declaration.identifier.name)
    }
    for name in declaration.mentions {
      mentions[name, default: SlotList()].insert(slot)
      if !update.isFirst, mentions[name]?.count == 1, update.wereMentioned[name] == nil {
        update.wereMentioned[name] = false
      }
    }
    if declaration.kind == .compositeType { compositeTypeSlots.insert(slot) }
  }

  private mutating func free(_ slot: Int32, update: inout Update) {
    let index = Int(slot)
    if let old = lowered[index] { forget(old, slot: slot, update: &update) }
    lowered[index] = nil
    types[index] = []
    resolved[index] = nil
    pairings[index] = nil
    unresolved.remove(slot)
    faulty.remove(slot)
    clashingModels.remove(slot)
    backOnlyModels.remove(slot)
    update.lowered.remove(slot)
    update.removed.insert(slot)
    freeSlots.append(slot)
  }

  private mutating func forget(
    _ old: LoweredDeclaration, slot: Int32, update: inout Update
  ) {
    if update.oldKeys[slot] == nil { update.oldKeys[slot] = globalKeys(of: BlockID(Int(slot))) }
    switch old.kind {
    case .datasource, .generator:
      configurationSlots.remove(slot)
      update.isConfigurationTouched = true
    default:
      update.touchedNames.insert(old.identifier.name)
      if names[old.identifier.name] == BlockID(Int(slot)) {
        names[old.identifier.name] = nil
        update.changedNames.insert(old.identifier.name)
      }
    }
    if old.kind == .compositeType { compositeTypeSlots.remove(slot) }
    for name in old.mentions {
      mentions[name]?.remove(slot)
      guard mentions[name]?.isEmpty == true else { continue }
      mentions[name] = nil
      if update.wereMentioned[name] == nil { update.wereMentioned[name] = true }
    }
  }

  // MARK: Names

  /// Finds which declaration each touched name stands for.
  private mutating func findNames(_ touched: Set<Name>, update: inout Update) {
    var candidates: [Name: [BlockID]] = [:]
    for slot in update.lowered {
      guard let declaration = lowered[Int(slot)] else { continue }
      switch declaration.kind {
      case .datasource, .generator: break
      default: candidates[declaration.identifier.name, default: []].append(BlockID(Int(slot)))
      }
    }
    for name in touched {
      var all = Set(candidates[name] ?? [])
      if let known = names[name] { all.insert(known) }
      for known in repeatedNames[name] ?? [] where isDataType(known, called: name) {
        all.insert(known)
      }
      let before = names[name]
      if all.count > 1 || repeatedNames[name] != nil { update.isNameRepeated = true }
      let ordered = all.sorted { position(of: $0) < position(of: $1) }
      repeatedNames[name] = ordered.count > 1 ? ordered : nil
      names[name] = ordered.last
      // A declaration that was edited may be of another kind now; `forget` has dropped its name.
      if before != ordered.last
        || ordered.last.map({ update.lowered.contains(Int32($0.index)) }) == true
      {
        update.changedNames.insert(name)
      }
    }
  }

  /// Whether a slot declares something by this name that can be a type.
  private func isDataType(_ id: BlockID, called name: Name) -> Bool {
    guard let declaration = lowered[id.index], declaration.identifier.name == name else {
      return false
    }
    switch declaration.kind {
    case .datasource, .generator: return false
    default: return true
    }
  }

  // MARK: Types

  private mutating func resolveTypes(_ context: ResolutionContext, update: inout Update) {
    var slots = update.lowered
    for name in update.changedNames {
      // Only where the name now stands for something else.
      for slot in mentions[name] ?? SlotList() where !slots.contains(slot) {
        guard let declaration = lowered[Int(slot)] else { continue }
        let isSame = zip(declaration.fields, types[Int(slot)]).allSatisfy { field, type in
          field.builtIn != nil || field.typeName != name || context.type(of: field) == type
        }
        if !isSame { slots.insert(slot) }
      }
    }
    if !update.changedNames.isEmpty { slots.formUnion(unresolved) }
    if update.isNewVersion { slots = SlotSet(update.allSlots(self)) }
    for slot in slots {
      guard let declaration = lowered[Int(slot)] else { continue }
      switch declaration.kind {
      case .model, .view, .compositeType:
        types[Int(slot)] = declaration.fields.map { context.type(of: $0) }
        if types[Int(slot)].contains(.unresolved) {
          unresolved.insert(slot)
        } else {
          unresolved.remove(slot)
        }
      default:
        types[Int(slot)] = []
        unresolved.remove(slot)
      }
    }
    update.typed = slots
  }

  // MARK: Attributes

  private mutating func resolveAttributes(_ context: ResolutionContext, update: inout Update) {
    var slots = update.typed
    var isCompositeChanged = false
    for slot in update.typed.union(update.removed) {
      guard let declaration = lowered[Int(slot)] else { continue }
      switch declaration.kind {
      case .compositeType: isCompositeChanged = true
      case .enumeration where names[declaration.identifier.name]?.index == Int(slot):
        // Defaults name the values.
        for other in mentions[declaration.identifier.name] ?? SlotList() { slots.insert(other) }
      // Of several declarations of a name, types mean the last.
      case .model where names[declaration.identifier.name]?.index == Int(slot),
        .view where names[declaration.identifier.name]?.index == Int(slot):
        for other in mentions[declaration.identifier.name] ?? SlotList()
        where !slots.contains(other) {
          let isSame = (resolved[Int(other)]?.dependencies ?? []).allSatisfy { dependency in
            dependency.model.index != Int(slot)
              || context.fieldKind(dependency.field, in: dependency.model) == dependency.kind
          }
          if !isSame { slots.insert(other) }
        }
      default: break
      }
    }
    // Index paths walk through composite types.
    if isCompositeChanged { slots = SlotSet(update.allSlots(self)) }
    for slot in slots { resolve(slot, context: context, update: &update) }
    update.resolved = slots
  }

  private mutating func resolve(
    _ slot: Int32, context: ResolutionContext, update: inout Update
  ) {
    let index = Int(slot)
    let id = BlockID(index)
    guard let declaration = lowered[index] else { return }
    if !update.isFirst, update.oldKeys[slot] == nil { update.oldKeys[slot] = globalKeys(of: id) }
    let before = resolved[index]
    switch declaration.kind {
    case .model, .view:
      var resolver = ModelResolver(
        context: context, id: id, declaration: declaration, types: types[index])
      reportTypes(declaration, types: types[index], context: context, into: &resolver.problems)
      let model = resolver.resolve()
      let interface = model.interfaceDigest
      resolved[index] = ResolvedDeclaration(
        .model(model), problems: resolver.problems, dependencies: resolver.dependencies,
        interface: interface, relationIndex: RelationIndex(model))
      update.paired.insert(slot)
      if before?.interface != interface, names[declaration.identifier.name] == id {
        for other in mentions[declaration.identifier.name] ?? SlotList() {
          update.paired.insert(other)
        }
      }
    case .enumeration:
      let (type, problems) = EnumResolver.resolve(declaration, id: id)
      resolved[index] = ResolvedDeclaration(.enumeration(type), problems: problems)
      update.paired.insert(slot)
    case .compositeType:
      let own = types[index].map { type -> FieldType in
        if case .model = type { .unresolved } else { type }
      }
      let (type, found) = CompositeTypeResolver.resolve(
        declaration, id: id, types: own, context: context)
      var problems = found
      reportTypes(declaration, types: types[index], context: context, into: &problems)
      resolved[index] = ResolvedDeclaration(.compositeType(type), problems: problems)
      update.paired.insert(slot)
    default:
      // A datasource or generator; it may have been something else.
      resolved[index] = nil
      update.paired.insert(slot)
    }
    noteFaults(slot)
  }

  /// Keeps ``faulty`` true of a slot.
  private mutating func noteFaults(_ slot: Int32) {
    let hasProblems =
      lowered[Int(slot)]?.problems.isEmpty == false
      || resolved[Int(slot)]?.problems.isEmpty == false
    if hasProblems { faulty.insert(slot) } else { faulty.remove(slot) }
  }

  /// Phase 3: the types of the fields.
  private func reportTypes(
    _ declaration: LoweredDeclaration, types: [FieldType], context: ResolutionContext,
    into problems: inout [Problem]
  ) {
    for (field, type) in zip(declaration.fields, types) {
      switch type {
      case .unresolved:
        let owner = declaration.identifier.text
        if let meant = context.suggestions.suggestion(for: field.typeText) {
          problems.append(
            Problem(
              .typeWrongCase, at: field.typeRange,
              [field.typeText, meant, field.identifier.text, owner]))
        } else {
          problems.append(
            Problem(
              .typeNotFound, at: field.typeRange, [field.typeText, field.identifier.text, owner]))
        }
      case .model(let related) where declaration.kind == .compositeType:
        problems.append(
          Problem(
            .compositeFieldRelationType, at: field.typeRange,
            [field.typeText, field.identifier.text, declaration.identifier.text],
            relatedBlock: related))
      default: break
      }
    }
  }

  // MARK: Relations and constraints

  private mutating func pairRelations(isRebuild: Bool, update: inout Update) {
    // A model rests on the fields that it references, which need not be part of a key.
    for slot in update.resolved {
      guard let declaration = lowered[Int(slot)],
        names[declaration.identifier.name]?.index == Int(slot)
      else { continue }
      for other in mentions[declaration.identifier.name] ?? SlotList()
      where !update.paired.contains(other) {
        guard let model = model(BlockID(Int(other))), let pairing = pairings[Int(other)] else {
          continue
        }
        if pairing.references != referencesDigest(of: model) { update.paired.insert(other) }
      }
    }
    for slot in update.removed {
      if !isRebuild {
        for key in update.oldKeys[slot] ?? [] { globalNames.remove(key, owner: slot) }
      }
    }
    for slot in update.paired where lowered[Int(slot)] != nil {
      let id = BlockID(Int(slot))
      if !isRebuild, !update.isFirst {
        for key in update.oldKeys[slot] ?? globalKeys(of: id) {
          globalNames.remove(key, owner: slot)
        }
      }
      if let model = model(id) {
        let relations = pair(model)
        let constraints = constraints(of: model, relations: relations)
        let clashes = modelClashes(constraints)
        pairings[Int(slot)] = Pairing(
          relations: relations, references: referencesDigest(of: model), constraints: constraints,
          clashes: clashes)
        if clashes.isEmpty { clashingModels.remove(slot) } else { clashingModels.insert(slot) }
        if relations.contains(where: { $0.forward == nil }) {
          backOnlyModels.insert(slot)
        } else {
          backOnlyModels.remove(slot)
        }
      } else {
        pairings[Int(slot)] = nil
        clashingModels.remove(slot)
        backOnlyModels.remove(slot)
      }
      for key in globalKeys(of: id) { globalNames.insert(key, owner: slot) }
    }
  }

  /// What a model sees of the fields that it references.
  private func referencesDigest(of model: Model) -> UInt64 {
    var digest = Digest()
    for field in model.fields {
      guard let related = field.type.modelID, let references = field.relation?.references,
        let target = self.model(related)
      else { continue }
      for reference in references.fields {
        guard let field = target.field(reference.name) else { continue }
        field.addDetails(to: &digest)
      }
    }
    return digest.value
  }

  // MARK: Configuration

  /// Loads datasources and generators; returns whether the rules see another configuration than before.
  private mutating func loadConfiguration(version: PrismaVersion) -> Bool {
    sharedProblems.removeAll()
    var datasource: Datasource?
    var features: Set<String> = []
    var rest = orderedConfigurationSlots[...]
    while let first = rest.first {
      var resolver = ConfigurationResolver(version: version)
      let slots = rest.prefix { places[Int($0)].file == places[Int(first)].file }
      rest = rest.dropFirst(slots.count)
      var datasources: [ConfigurationResolver.Block] = []
      var generators: [ConfigurationResolver.Block] = []
      for slot in slots {
        guard let declaration = lowered[Int(slot)] else { continue }
        let block = ConfigurationResolver.Block(id: BlockID(Int(slot)), declaration: declaration)
        if declaration.kind == .datasource {
          datasources.append(block)
        } else {
          generators.append(block)
        }
      }
      resolver.load(datasources: datasources, generators: generators)
      sharedProblems += resolver.problems.map { (block: $0.0, problem: $0.1) }
      if datasource == nil { datasource = resolver.datasources.first }
      features.formUnion(resolver.previewFeatures)
    }
    let new = Configuration(
      datasource: datasource, previewFeatures: features, version: version)
    let isChanged = !new.isEqual(to: configuration)
    configuration = new
    return isChanged
  }

  /// The datasources and generators in file and source order.
  private var orderedConfigurationSlots: [Int32] {
    configurationSlots.sorted { position(of: BlockID(Int($0))) < position(of: BlockID(Int($1))) }
  }

  /// Reports datasources that share a name, and generators that do.
  private mutating func shareRepeatedConfigurationNames() {
    var datasources: [Name: BlockID] = [:]
    var generators: [Name: BlockID] = [:]
    for slot in orderedConfigurationSlots {
      guard let declaration = lowered[Int(slot)] else { continue }
      let id = BlockID(Int(slot))
      let name = declaration.identifier.name
      let earlier =
        declaration.kind == .datasource
        ? datasources.updateValue(id, forKey: name) : generators.updateValue(id, forKey: name)
      if let earlier {
        sharedProblems.append(
          (
            id,
            Problem(
              declaration.kind == .datasource
                ? .duplicateDatasourceName : .duplicateGeneratorName,
              at: declaration.identifier.range, [declaration.identifier.text],
              relatedBlock: earlier)
          ))
      }
    }
  }

  /// Reports data types that share a name.
  private mutating func shareRepeatedNames() {
    sharedProblems.removeAll { $0.problem.kind == .duplicateTypeName }
    let groups = repeatedNames.values.sorted {
      ($0.first.map { position(of: $0) } ?? 0) < ($1.first.map { position(of: $0) } ?? 0)
    }
    for ids in groups {
      for (earlier, later) in zip(ids, ids.dropFirst()) {
        guard let declaration = lowered[later.index], let other = lowered[earlier.index] else {
          continue
        }
        sharedProblems.append(
          (
            later,
            Problem(
              .duplicateTypeName, at: declaration.identifier.range,
              [declaration.identifier.text, declaration.keyword, other.keyword],
              relatedBlock: earlier)
          ))
      }
    }
  }
}

extension Configuration {
  /// Whether rules see no difference. Places count too, since findings name them.
  func isEqual(to other: Configuration) -> Bool {
    guard version == other.version, previewFeatures == other.previewFeatures else { return false }
    switch (datasource, other.datasource) {
    case (nil, nil): return true
    case (let one?, let two?):
      func entries(_ names: [SchemaName]?) -> [String] {
        (names ?? ["-"].map { SchemaName(value: $0, range: TextRange(0, 0)) })
          .map { "\($0.value) \($0.range.start) \($0.range.end)" }
      }
      return one.id == two.id && one.identifier.text == two.identifier.text
        && one.connector == two.connector && one.relationMode == two.relationMode
        && entries(one.schemas) == entries(two.schemas)
        && entries(one.extensions?.entries) == entries(two.extensions?.entries)
        && one.extensions?.propertyRange == two.extensions?.propertyRange
        && one.range == two.range
    default: return false
    }
  }
}

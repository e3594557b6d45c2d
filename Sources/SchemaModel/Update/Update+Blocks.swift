import SchemaParser

/// The first stage of an update: which blocks are others than before, and what they are called.
extension Schema {
  /// Takes over the blocks of all files, in order: slots keep what is the same object, and what is called the
  /// same.
  mutating func takeBlocks(of new: [SourceFile], update: inout Update) {
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
    let (prefix, suffix) = SyntaxBlock.sameEnds(oldBlocks, newBlocks)
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
  mutating func findNames(_ touched: Set<Name>, update: inout Update) {
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
}

import SchemaParser

/// The second and third stage of an update: the types of fields, and the attributes.
extension Schema {
  // MARK: Types

  /// Looks up the types of fields again, where they can mean something else.
  mutating func resolveTypes(_ context: ResolutionContext, update: inout Update) {
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

  /// Resolves attributes again, where they can mean something else.
  mutating func resolveAttributes(_ context: ResolutionContext, update: inout Update) {
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
}

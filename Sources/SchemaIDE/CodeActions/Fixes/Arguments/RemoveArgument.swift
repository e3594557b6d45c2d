import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes an argument that its attribute or function does not take there, or that says nothing.
  static let removeArgument = QuickFix("Remove an argument", rules: namesOfRule.keys.sorted()) {
    context in
    // Beside the key actions are where they belong.
    if context.diagnostic.id == "one-to-one-actions-on-back", context.relationField?.hasKey == true
    {
      return []
    }
    let names = namesOfRule[context.diagnostic.id] ?? []
    let found = context.arguments(named: names)
    guard let first = found.first else { return [] }
    let attribute = context.attributeAround(first.argument)
    let written = first.argument.name?.text ?? first.argument.value?.text ?? ""
    let label = written.count > 40 ? written.prefix(40) + "…" : written[...]
    return [
      context.fix(
        "Remove `\(label)`",
        isPreferred: saysNothing.contains(context.diagnostic.id) || context.isRepetition(first)
      ) { edit in
        let editor = context.editor
        // Without its only arguments `@relation` says nothing.
        let own = attribute?.arguments.map(\.range) ?? []
        if let attribute, attribute.path?.text == "relation", !own.isEmpty,
          own.allSatisfy({ range in found.contains { $0.argument.range == range } })
        {
          editor.remove(attribute, in: &edit)
          return
        }
        for (list, arguments) in grouped(found) {
          editor.remove(arguments, of: list, in: &edit)
        }
      }
    ]
  }

  /// The names of the arguments that each rule is about; none for the argument that the finding stands
  /// in.
  private static let namesOfRule: [String: [String]] = [
    "argument-default-twice": [], "argument-duplicate": [], "argument-empty": [],
    "extension-argument-duplicate": [],
    "argument-unknown": [], "clustered-unsupported": ["clustered"],
    "clustered-index-and-id": ["clustered"], "clustered-multiple": ["clustered"],
    "default-autoincrement-named": ["map"], "default-composite-map": ["map"],
    "default-constraint-name-clash": ["map"], "default-map-empty": ["map"],
    "default-map-too-long": ["map"], "default-map-unsupported": ["map"],
    "field-name-clashes-with-id-name": ["name"], "field-name-clashes-with-unique-name": ["name"],
    "fulltext-length": ["length"], "fulltext-sort-unsupported": ["sort"],
    "id-constraint-name-clash": ["map"], "id-constraint-name-too-long": ["map"],
    "id-custom-name-clash": ["name"], "id-length-unsupported": ["length"], "id-map-empty": ["map"],
    "id-map-unsupported": ["map"], "id-name-characters": ["name"],
    "id-name-empty": ["name"],
    "id-sort-invalid": ["sort"], "id-sort-unsupported": ["sort"],
    "index-constraint-name-clash": ["map", "name"], "index-field-sort-invalid": [],
    "index-gin-ops-unsupported": ["ops"], "index-hash-sort": ["sort"],
    "index-length-type": ["length"], "index-length-unsupported": ["length"],
    "index-map-empty": ["map"], "index-map-too-long": ["map", "name"],
    "index-name-and-map": ["name"], "index-name-empty": ["name"],
    "index-ops-not-allowed": ["ops"], "index-ops-raw-argument-count": ["ops"],
    "index-type-unsupported": ["type"],
    "m2m-embedded-referential-action": ["onDelete", "onUpdate"], "m2m-references": ["references"],
    "m2m-references-not-id": ["references"], "m2m-referential-action": ["onDelete", "onUpdate"],
    "one-to-many-actions-on-back": ["onDelete", "onUpdate"],
    "one-to-many-fields-on-back": ["fields", "references"],
    "one-to-one-actions-on-back": ["onDelete", "onUpdate"],
    "relation-constraint-name-clash": ["map"], "relation-map-empty": ["map"],
    "relation-map-too-long": ["map"], "relation-map-unsupported": ["map"],
    "relation-name-empty": ["name", ""], "unique-custom-name-clash": ["name"],
    "unique-name-characters": ["name"], "unique-sort-invalid": ["sort"],
    "view-unique-clustered": ["clustered"],
    "view-unique-field-arguments": ["length", "ops", "sort"],
    "view-unique-mapped": ["map"], "where-empty-object": ["where"], "where-raw-argument": ["where"],
    "where-raw-empty": ["where"], "where-unsupported": ["where"],
    "where-preview-missing": ["where"],
  ]

  /// Rules about arguments that are empty. To remove others is never obvious: somebody wrote them for a
  /// reason, and has to say it anew.
  private static let saysNothing: Set<String> = [
    "default-map-empty", "id-map-empty", "id-name-empty", "index-map-empty", "index-name-empty",
    "relation-map-empty", "relation-name-empty", "where-empty-object", "where-raw-empty",
  ]

  /// The arguments by the list that they stand in.
  private static func grouped(
    _ found: [(argument: ArgumentSyntax, list: Syntax)]
  ) -> [(list: Syntax, arguments: [ArgumentSyntax])] {
    var groups: [(list: Syntax, arguments: [ArgumentSyntax])] = []
    for (argument, list) in found {
      if let index = groups.firstIndex(where: { $0.list == list }) {
        groups[index].arguments.append(argument)
      } else {
        groups.append((list, [argument]))
      }
    }
    return groups
  }
}

extension QuickFixContext {
  /// The arguments that the diagnostic is about, with the lists that they stand in: the one that it
  /// stands in when no name is asked for, else those of these names in the attribute that it stands
  /// in, or in those of its field or block.
  fileprivate func arguments(
    named names: [String]
  ) -> [(argument: ArgumentSyntax, list: Syntax)] {
    if names.isEmpty {
      guard
        let place = cursor.nodes.lastIndex(where: { $0.kind == .argument && $0.range == range })
          ?? cursor.nodes.lastIndex(where: { $0.kind == .argument }),
        let argument = ArgumentSyntax(cursor.nodes[place]),
        let list = cursor.nodes[..<place].last(where: { $0.kind == .argumentList })
      else { return [] }
      return [(argument, list)]
    }
    var attributes: [Syntax] = []
    if let attribute {
      attributes = [attribute.syntax]
    } else if let fieldSyntax {
      attributes = fieldSyntax.attributes.map(\.syntax)
    } else if let declaration = editor.declaration {
      attributes = declaration.children.filter { $0.kind == .blockAttribute }
      // The id can be that of a field.
      if diagnostic.id == "id-map-unsupported" {
        attributes += declaration.children.compactMap { FieldSyntax($0) }.flatMap(\.attributes)
          .map(\.syntax)
        attributes = attributes.filter { $0.first(.path)?.text == "id" }
      }
    }
    return attributes.flatMap { $0.arguments(named: names) }
  }

  /// Whether an argument of the same value stands before in the list, where there may be one only.
  fileprivate func isRepetition(_ found: (argument: ArgumentSyntax, list: Syntax)) -> Bool {
    let rules = [
      "argument-default-twice", "argument-duplicate", "extension-argument-duplicate",
      "index-name-and-map",
    ]
    guard rules.contains(diagnostic.id), let value = found.argument.value?.text else {
      return false
    }
    return ArgumentSyntax.arguments(of: found.list).contains {
      $0.value?.text == value
        && ($0.range.start < found.argument.range.start
          || diagnostic.id == "index-name-and-map" && $0.range != found.argument.range)
    }
  }

  /// The attribute that an argument belongs to.
  fileprivate func attributeAround(_ argument: ArgumentSyntax) -> AttributeSyntax? {
    block.nodes(holding: argument.range.start)
      .last { $0.kind == .attribute || $0.kind == .blockAttribute }.flatMap { AttributeSyntax($0) }
  }
}

extension Syntax {
  /// The arguments of these names in this node, at any depth, with the lists that they stand in; `""`
  /// is an unnamed string.
  ///
  /// Walks the arena, in which the nodes stand in pre-order, since expressions nest without limit.
  fileprivate func arguments(named names: [String]) -> [(argument: ArgumentSyntax, list: Syntax)] {
    var found: [(argument: ArgumentSyntax, list: Syntax)] = []
    var lists: [Syntax] = []
    for at in index..<node.next {
      let current = Syntax(block: block, index: at)
      while let last = lists.last, at >= last.node.next { lists.removeLast() }
      if current.kind == .argumentList { lists.append(current) }
      guard let argument = ArgumentSyntax(current), let list = lists.last else { continue }
      let name = argument.name?.text ?? (argument.value?.kind == .string ? "" : nil)
      // One within another goes with it.
      if let last = found.last, argument.range.start < last.argument.range.end { continue }
      if name.map(names.contains) ?? false { found.append((argument, list)) }
    }
    return found
  }
}

import SchemaModel
import SchemaParser

/// Arguments written elsewhere than at the cursor: those that follow the list or string that it is in, and
/// those that are given already, moved to where they are asked for.
extension ArgumentCompletion {
  /// Arguments behind the one that the cursor is in, which stays as it is.
  func followingArgumentItems() -> [CompletionItem] {
    guard let outermost = levels.first, word.quotes != .inside(isClosed: false),
      let value = scan.valueRange(outermost.entry), outermost.bracket.isClosed,
      isOnOneLine(outermost.bracket.inside)
    else { return [] }
    let end = TextRange(value.end, value.end)
    let whole = isInQuotes ? relationItems(behind: end) : []
    let arguments = parameters.compactMap { parameter -> CompletionItem? in
      if let entry = givenEntry(parameter, in: outermost) {
        guard let given = scan.valueRange(entry.entry) else { return nil }
        let text = "\(parameter.name): "
        if entry.index == outermost.entryIndex {
          guard entry.entry.name == nil, !isPositionalOnly else { return nil }
          return namingItem(parameter, given)
        }
        var item = elsewhereItem(parameter, scan.text(given))
        item.detail = "moved here"
        item.additionalEdits = [
          TextEdit(range: end, replacement: ", " + text + scan.text(given)),
          TextEdit(range: rangeWithComma(entry.index, in: outermost), replacement: ""),
        ].sorted { $0.range.start < $1.range.start }
        return item
      }
      guard isOffered(parameter) else { return nil }
      let written = unquoted.placeholder(parameter)
      if written.isUnfinished || written.plain.isEmpty { return nil }
      var item = elsewhereItem(parameter, written.plain)
      item.detail = "behind this argument"
      item.needsMore = parameter.value.isRelationName
      item.additionalEdits = [
        TextEdit(range: end, replacement: ", \(parameter.name): " + written.plain)
      ]
      if let comma = danglingComma {
        item.additionalEdits.insert(TextEdit(range: comma, replacement: ""), at: 0)
      }
      return item
    }
    return whole + arguments
  }

  /// The name of the argument that the cursor is in, before its value, which loses the comma that nothing
  /// is typed behind.
  private func namingItem(_ parameter: ReferenceParameter, _ given: TextRange) -> CompletionItem {
    let name = TextEdit(
      range: TextRange(given.start, given.start), replacement: "\(parameter.name): ")
    let comma = danglingComma ?? TextRange(given.end, given.end)
    var item = elsewhereItem(
      parameter,
      scan.text(TextRange(given.start, comma.start)) + scan.text(TextRange(comma.end, given.end)))
    item.detail = "names the argument"
    item.additionalEdits =
      comma.isEmpty ? [name] : [name, TextEdit(range: comma, replacement: "")]
    return item
  }

  /// Arguments that are given further on or before, at the cursor instead.
  func movedArgumentItems() -> [CompletionItem] {
    guard let outermost = levels.first, !isInQuotes, isOnOneLine(outermost.bracket.inside) else {
      return []
    }
    return parameters.compactMap { parameter in
      if isPositionalOnly { return nil }
      if case .defaultValue = parameter.value { return nil }
      guard let entry = givenEntry(parameter, in: outermost), entry.index != outermost.entryIndex,
        let given = scan.valueRange(entry.entry)
      else { return nil }
      var item = elsewhereItem(parameter, scan.text(given))
      // What the colon behind the cursor belongs to stays.
      let rest = isFollowedByColon ? ", " + scan.text(word.range) : ""
      item.text = CompletionText("\(parameter.name): \(scan.text(given))\(rest)")
      item.detail = "moved here"
      item.needsMore = parameters.contains { !$0.isOptional && !isGiven($0) }
      item.additionalEdits = [
        TextEdit(range: rangeWithComma(entry.index, in: outermost), replacement: "")
      ]
      return item
    }
  }

  /// Arguments behind one that is whole, with the comma that is missing between them.
  func itemsBehindMissingComma(_ outermost: Level) -> [CompletionItem] {
    guard levels.count == 1, !isInQuotes,
      let last = scan.tokens[outermost.entry.value].last(where: {
        $0.range.end <= word.range.start && $0.kind != .comment
      }), last.range.end < word.range.start
    else { return [] }
    switch last.kind {
    case .close, .string(isClosed: true): break
    default: return []
    }
    let own = parameter(of: outermost)?.name
    return parameters.filter { $0.name != own && isOffered($0) }.map { parameter in
      var item = nameItem(parameter)
      item.additionalEdits = [
        TextEdit(range: TextRange(last.range.end, last.range.end), replacement: ",")
      ]
      return item
    }
  }

  /// An item that leaves alone what is typed; told from the fields of a list by the value that it shows.
  private func elsewhereItem(_ parameter: ReferenceParameter, _ value: String) -> CompletionItem {
    let shown = value.count > 40 ? value.prefix(40) + "…" : value[...]
    var item = item(
      "\(parameter.name): \(shown)", .argument, text: CompletionText(scan.text(word.range)),
      subject: .argument(parameter.name, attribute: attribute), rank: .elsewhere)
    item.filterText = parameter.name
    item.replaced = word.range
    return item
  }

  /// Whether no argument of the attribute has a name.
  private var isPositionalOnly: Bool { parameters.allSatisfy(\.isUnnamed) }

  /// The entry that gives an argument, with or without its name.
  private func givenEntry(
    _ parameter: ReferenceParameter, in outermost: Level
  ) -> (index: Int, entry: StatementScan.Entry)? {
    outermost.bracket.entries.enumerated().first { index, entry in
      !entry.value.isEmpty
        && (entry.name == parameter.name
          || entry.name == nil && parameter.isUnnamed
            && (index != outermost.entryIndex || levels.count > 1 || isInQuotes))
    }.map { ($0.offset, $0.element) }
  }

  /// An entry with the comma that sets it apart from those before it; of the first, from the one behind
  /// it.
  private func rangeWithComma(_ index: Int, in level: Level) -> TextRange {
    let entries = level.bracket.entries
    if index > 0 { return TextRange(entries[index - 1].range.end, entries[index].range.end) }
    guard entries.count > 1 else { return entries[index].range }
    let next =
      entries[1].nameRange?.start ?? scan.valueRange(entries[1])?.start
      ?? (level.entryIndex == 1 ? word.range.start : entries[1].range.start)
    return TextRange(entries[0].range.start, max(entries[1].range.start, next))
  }

  /// Whether nothing can be added to the brackets that the cursor is in: to a list that is still empty,
  /// or shorter than the one that it goes with, something has to be.
  var isComplete: Bool {
    guard levels.count > 1, levels[1].bracket.kind == .list else { return true }
    let isField = fieldName(of: levels[1].entry).flatMap { model?.field(Name($0)) } != nil
    let count = otherNames(in: levels[1]).count + (isField ? 1 : 0)
    if count == 0 { return false }
    guard attribute == "@relation" else { return true }
    return ["fields", "references"].allSatisfy { argument in
      names(inArgument: argument).map { $0.count == count } ?? true
    }
  }

  /// The comma in a list before the cursor behind which nothing is typed.
  var danglingComma: TextRange? {
    guard let list = levels.last, levels.count > 1, list.entryIndex > 0, word.range.isEmpty,
      list.entry.value.isEmpty
    else { return nil }
    return TextRange(list.bracket.entries[list.entryIndex - 1].range.end, word.range.start)
  }
}

extension ReferenceParameter.Value {
  /// Whether it is the name of a relation.
  var isRelationName: Bool { if case .relationName = self { true } else { false } }
}

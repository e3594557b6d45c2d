import Diagnostics
import SchemaModel
import SchemaParser

/// What the items of a place are made from: the providers, one a file in `Providers/`, extend it.
public struct CompletionRequest: Sendable {
  /// The schema, with closing braces where they are missing around the cursor.
  public let analysis: Analysis
  /// Where the cursor is.
  public let context: CompletionContext
  /// What the caller knows beyond the schema.
  public let environment: CompletionEnvironment

  /// The declarations.
  public var schema: Schema { analysis.schema }
  /// The database and the version.
  public var configuration: Configuration { analysis.schema.configuration }
  /// The database. In a datasource whose line of the cursor keeps it from being loaded, the one that it
  /// names.
  public var connector: Connector {
    let loaded = analysis.schema.configuration.connector
    guard loaded == .none, let block = context.block, block.kind == .datasource,
      let provider = block.string(of: "provider")
    else { return loaded }
    return Connector(provider: provider) ?? .none
  }
  /// Whether a word of the language can be used in the schema.
  public func isAvailable(_ entry: ReferenceEntry) -> Bool {
    let availability = entry.availability
    return availability.holds(for: connector, configuration.version)
      && availability.previewFeature.map(configuration.hasPreviewFeature) != false
  }
  /// The model or view around the cursor.
  public var model: Model? { context.block?.declaration.flatMap { schema.model($0) } }
}

extension EnclosingBlock {
  /// The value of a property that is a string, nil for any other.
  func string(of key: String) -> String? {
    for member in syntax.children {
      if let property = PropertySyntax(member), property.name?.text == key {
        return property.value?.stringValue
      }
    }
    return nil
  }
}

/// What completion has to be told, since it reads no files.
public struct CompletionEnvironment: Sendable {
  /// Tells the names of environment variables that `env("…")` may mean; asked only where they matter.
  public var variables: @Sendable () -> [String]
  /// The most items that are returned.
  public var limit: Int
  /// Whether somebody asked, rather than typing a character that asks by itself.
  public var isAskedFor: Bool

  public init(
    variables: @escaping @Sendable () -> [String] = { [] }, limit: Int = 1000,
    isAskedFor: Bool = true
  ) {
    self.variables = variables
    self.limit = limit
    self.isAskedFor = isAskedFor
  }
}

extension Analysis {
  /// What can be written at `offset` (UTF-8 bytes from the start of the file, clamped); nil when there
  /// is nothing to write there, or no such file.
  public func completions(
    at offset: Int, inFile file: Int, _ environment: CompletionEnvironment = CompletionEnvironment()
  ) -> CompletionList? {
    guard let (closed, blocks) = closingBlocks(at: offset, inFile: file) else {
      return completionsOfClosedBlocks(at: offset, inFile: file, environment)
    }
    var list = closed.completionsOfClosedBlocks(
      at: blocks.closedOffset(offset), inFile: file, environment)
    list?.move(blocks.originalOffset)
    return list
  }

  private func completionsOfClosedBlocks(
    at offset: Int, inFile file: Int, _ environment: CompletionEnvironment
  ) -> CompletionList? {
    guard let context = completionContext(at: offset, inFile: file) else { return nil }
    let request =
      requestWithoutSign(context, environment)
      ?? CompletionRequest(analysis: self, context: context, environment: environment)
    var items = request.items()
    if !environment.isAskedFor { items.removeAll { $0.rank == .elsewhere } }
    return items.isEmpty ? nil : request.list(items)
  }
}

extension Analysis {
  /// The request at an `@` that has no name yet and keeps its line from being a field: in the schema with
  /// a blank in its place, so that the field is known. Nil anywhere else, and where nothing asks for the
  /// field.
  private func requestWithoutSign(
    _ context: CompletionContext, _ environment: CompletionEnvironment
  ) -> CompletionRequest? {
    guard case .fieldAttribute(let line) = context.position, context.word.prefix == "@",
      let fields = context.block?.declaration.map({ schema.fields(of: $0) }),
      !fields.contains(where: { $0.name == line.name }),
      context.needsField(line, besides: fields.map(\.name))
    else { return nil }
    var tree = files[context.file].tree
    let sign = TextRange(context.word.range.start, context.word.range.start + 1)
    _ = tree.apply(TextEdit(range: sign, replacement: " "))
    let blanked = unchecked([context.file: tree])
    guard
      let block = blanked.completionContext(at: context.offset, inFile: context.file)?.block
    else { return nil }
    let inBlock = CompletionContext(
      file: context.file, offset: context.offset, block: block, word: context.word,
      position: context.position, statement: context.statement)
    return CompletionRequest(analysis: blanked, context: inBlock, environment: environment)
  }
}

extension CompletionContext {
  /// Whether the field of a line has to be known for what can stand on it: something in the block names
  /// it, it may be the key of a relation, or it alone tells how words are joined.
  fileprivate func needsField(_ line: FieldLine, besides names: [String]) -> Bool {
    line.has("id") || line.has("unique") || isMentionedElsewhere(line.name)
      || CompletionRequest.keyEndings.contains { line.name.hasSuffix($0) }
      || FieldNaming.isSnakeCase(line.name) != nil
        && names.allSatisfy { FieldNaming.isSnakeCase($0) == nil }
  }

  /// Whether a text stands in the block, away from the line that is being typed.
  private func isMentionedElsewhere(_ text: String) -> Bool {
    guard let block else { return false }
    let bytes = block.syntax.block.bytes
    let own = statement.range.shifted(by: -block.blockStart)
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return false }
    return bytes.indices.contains { index in
      bytes[index] == first && !(own.start <= index && index <= own.end)
        && bytes[index...].starts(with: wanted)
    }
  }
}

extension CompletionRequest {
  /// The items of the context, in any order of their ranks.
  fileprivate func items() -> [CompletionItem] {
    switch context.position {
    case .nothing: []
    case .comment: commentItems()
    case .topLevel: topLevelItems()
    case .declarationName(let keyword): declarationNameItems(keyword)
    case .fieldName: fieldNameItems()
    case .enumValueName: enumValueNameItems()
    case .blockAttribute: blockAttributeItems()
    case .fieldType(let field): behindSign(typesAndRelations(field))
    case .fieldAttribute(let field): relationScaffoldItems(field) + fieldAttributeItems(field)
    case .nativeType(let field, let prefix): nativeTypeItems(field, prefix: prefix)
    case .enumValueAttribute: enumValueAttributeItems()
    case .argument(let place): argumentItems(place)
    case .unsupportedType: unsupportedTypeItems()
    case .propertyKey: propertyKeyItems()
    case .propertyValue(let place): propertyValueItems(place)
    }
  }

  private func typesAndRelations(_ field: FieldLine) -> [CompletionItem] {
    let types = fieldTypeItems(field)
    return types + relationItems(among: types, field)
  }

  /// Items in place of an `@` that is typed where it can't stand, which they must match.
  private func behindSign(_ items: [CompletionItem]) -> [CompletionItem] {
    guard context.word.prefix.hasPrefix("@") else { return items }
    return items.map { item in
      var item = item
      item.filterText = "@" + (item.filterText ?? item.label)
      return item
    }
  }

  /// Sorts the items and cuts the list to the size that is wanted, the rest being asked for again
  /// when more is typed.
  fileprivate func list(_ items: [CompletionItem]) -> CompletionList {
    var kept = items
    var isIncomplete = items.count > environment.limit
    if isIncomplete {
      kept = items.filter { ($0.filterText ?? $0.label).match(context.word.prefix) != .none }
    }
    if case .fieldType = context.position { isIncomplete = isIncomplete || hasManyTypes }
    if isFollowedByParenthesis { kept = kept.compactMap(\.withoutArguments) }
    kept = kept.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    return CompletionList(
      replaced: context.word.range,
      items: Array(kept.prefix(environment.limit)), isIncomplete: isIncomplete)
  }
}

extension CompletionRequest {
  /// Whether the arguments of what stands at the cursor follow.
  private var isFollowedByParenthesis: Bool {
    let tree = analysis.files[context.file].tree
    let end = context.word.range.end
    return context.word.range.start < end
      && tree.bytes(in: TextRange(end, end + 1)) == [UInt8(ascii: "(")]
  }
}

extension CompletionItem {
  /// The item for where arguments stand already; nil for one that brings others, with what they name.
  fileprivate var withoutArguments: CompletionItem? {
    guard replaced == nil, let bare = text.withoutArguments else { return self }
    if !additionalEdits.isEmpty { return nil }
    var item = self
    item.text = bare
    return item
  }
}

extension CompletionList {
  /// Moves all offsets.
  fileprivate mutating func move(_ moved: (Int) -> Int) {
    func move(_ range: TextRange) -> TextRange { TextRange(moved(range.start), moved(range.end)) }
    replaced = move(replaced)
    for index in items.indices {
      items[index].replaced = items[index].replaced.map(move)
      for edit in items[index].additionalEdits.indices {
        items[index].additionalEdits[edit].range = move(
          items[index].additionalEdits[edit].range)
      }
    }
  }
}

extension Analysis {
  /// Whether something has to follow a space at `offset`, so that it helps to offer it unasked; in
  /// other places a list in the way would be a nuisance.
  public func needsCompletion(behindSpace offset: Int, inFile file: Int) -> Bool {
    guard let context = completionContext(at: offset, inFile: file),
      context.word.quotes == .none
    else { return false }
    return switch context.position {
    case .fieldType: true
    case .fieldAttribute(let line): isRelationMissing(line, context)
    case .propertyValue(let place): place.call.brackets.isEmpty
    case .argument(let place): !place.call.isName
    default: false
    }
  }

  /// Whether nothing but its type is written of a relation that can be written whole.
  private func isRelationMissing(_ line: FieldLine, _ context: CompletionContext) -> Bool {
    let request = CompletionRequest(
      analysis: self, context: context, environment: CompletionEnvironment())
    return line.attributes.isEmpty && !request.hasRest
      && !request.relationScaffoldItems(line).isEmpty
  }
}

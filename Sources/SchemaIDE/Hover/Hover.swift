import SchemaModel
import SchemaParser

/// What is shown about a place in the text.
public struct Hover: Sendable {
  /// The text in Markdown.
  public let markdown: String
  /// What the text is about.
  public let place: FileRange
}

/// Where an environment variable is set.
public enum VariableSource: Hashable, Sendable {
  /// In the environment of the process.
  case process
  /// In a file, by its name.
  case file(String)
}

/// What hovers show that the schema does not know.
public struct HoverSurroundings: Sendable {
  /// Where an environment variable is set, nil when it is not. Its value is nobody's business.
  public let source: @Sendable (String) -> VariableSource?

  public init(source: @escaping @Sendable (String) -> VariableSource?) { self.source = source }

  /// Without any variables.
  public static let none = HoverSurroundings { _ in nil }
}

extension Analysis {
  /// What there is to say about the place at `offset` (UTF-8 bytes from the start of the file), nil when
  /// there is nothing.
  public func hover(
    at offset: Int, inFile file: Int, _ surroundings: HoverSurroundings
  ) -> Hover? {
    guard let cursor = cursor(at: offset, inFile: file) else { return nil }
    let place = HoverPlace(analysis: self, cursor: cursor, surroundings: surroundings)
    guard let node = cursor.node else { return place.wordHover }
    switch node.kind {
    case .comment, .docComment, .blockComment: return nil
    case .invalidLine, .invalidMember, .unknownBlock: return place.wordHover
    case .model, .view, .compositeType, .enumeration, .datasource, .generator:
      return place.keywordHover(node)
    case .name: return place.nameHover(node)
    case .type, .unsupportedType: return place.typeHover
    case .attribute, .blockAttribute: return place.attributeHover(node)
    case .path: return place.pathHover(node)
    case .constant, .number, .string, .array, .object, .argument: return place.valueHover(node)
    case .argumentList:
      // Right behind the name that it belongs to.
      guard node.range.start == cursor.blockOffset, let owner = place.parent(of: node) else {
        return nil
      }
      return place.nameHover(ofOwner: owner)
    case .trailingComma, .legacyColon, .field, .enumValue, .property, .typeAlias,
      .functionCall, .objectMember:
      return nil
    }
  }
}

/// A place that is hovered over, with what the parts of the text about it share.
struct HoverPlace {
  let analysis: Analysis
  let cursor: Cursor
  let surroundings: HoverSurroundings

  var schema: Schema { analysis.schema }
  var configuration: Configuration { analysis.schema.configuration }
  var connector: Connector { configuration.connector }

  /// A hover about a stretch of the block.
  func hover(_ text: MarkdownText, at range: TextRange) -> Hover? {
    text.isEmpty ? nil : Hover(markdown: text.markdown, place: cursor.fileRange(range))
  }

  /// The node around another, of those that hold the place.
  func parent(of node: Syntax) -> Syntax? {
    guard let index = cursor.nodes.lastIndex(of: node), index > 0 else { return nil }
    return cursor.nodes[index - 1]
  }

  /// A hover about what a name stands for, nil when it stands for nothing.
  var symbolHover: Hover? {
    guard let (symbol, place) = analysis.symbol(at: cursor.offset, inFile: cursor.file) else {
      return nil
    }
    let text: MarkdownText
    switch symbol {
    case .type(let id): text = declarationText(id)
    case .builtInType(let type):
      text = page(LanguageReference.scalarType(type), titled: type.name)
    case .field(let id, let name): text = fieldText(name, of: id)
    case .enumValue(let id, let name): text = enumValueText(name, of: id)
    case .relation(let name, let one, let other): text = relationNameText(name, one, other)
    case .constraint(let id, let name): text = constraintText(name, of: id)
    case .clientName(let id, let name): text = clientNameText(name, of: id)
    case .datasource(let name): text = datasourceText(name)
    case .generator(let name): text = generatorText(name)
    case .databaseSchema(let name): text = databaseSchemaText(name)
    }
    return text.isEmpty ? nil : Hover(markdown: text.markdown, place: place)
  }

  /// The model, view, enum or composite type, whatever it is.
  func declarationText(_ id: BlockID) -> MarkdownText {
    switch schema.declaration(id) {
    case .model(let model): modelText(model)
    case .enumeration(let type): enumText(type)
    case .compositeType(let type): compositeTypeText(type)
    case nil: MarkdownText()
    }
  }

  /// A name.
  func nameHover(_ name: Syntax) -> Hover? {
    guard let parent = parent(of: name) else { return nil }
    switch parent.kind {
    case .property: return propertyHover(parent, key: name)
    case .argument: return argumentHover(parent)
    case .type: return typeHover
    case .typeAlias, .unknownBlock: return wordHover
    default: return symbolHover
    }
  }

  /// The name of an attribute, function or entry of a list.
  func pathHover(_ path: Syntax) -> Hover? { parent(of: path).flatMap(nameHover(ofOwner:)) }

  /// The name in front of arguments.
  func nameHover(ofOwner owner: Syntax) -> Hover? {
    switch owner.kind {
    case .attribute, .blockAttribute: attributeHover(owner)
    case .functionCall:
      symbolHover ?? owner.first(.path).flatMap { functionHover(owner, path: $0) }
    default: nil
    }
  }

  /// A value, or a part of one.
  func valueHover(_ node: Syntax) -> Hover? {
    if let property = cursor.innermost(.property) { return propertyValueHover(property, node) }
    if cursor.innermost(.unsupportedType) != nil { return typeHover }
    if let hover = symbolHover { return hover }
    guard let argument = cursor.innermost(.argument) else { return nil }
    return wordValueHover(node, in: argument) ?? argumentHover(argument, at: node)
  }
}

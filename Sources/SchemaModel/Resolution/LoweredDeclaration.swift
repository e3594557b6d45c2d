import SchemaParser

/// A declaration as its block alone tells it: names, types as written, and where the attributes are.
final class LoweredDeclaration: Sendable {
  /// `model`, `view`, `compositeType`, `enumeration`, `datasource` or `generator`.
  let kind: SyntaxKind
  let block: SyntaxBlock
  /// The declaration's node.
  let node: Int
  let identifier: Identifier
  /// The span class BLOCK.
  let range: TextRange
  /// Of models, views and composite types; without the fields that the syntax drops.
  let fields: [LoweredField]
  /// Finds fields, in an enum its values, by name.
  let lookup: FieldLookup
  /// Of enums.
  let values: [LoweredValue]
  /// The nodes of the block attributes.
  let attributes: [Int]
  /// Of datasources and generators; of a repeated key the last.
  let properties: [LoweredProperty]
  /// The type names of the fields that are not built in, without repetition.
  let mentions: [Name]
  /// What is wrong with it on its own.
  let problems: [Problem]

  init(
    kind: SyntaxKind, block: SyntaxBlock, node: Int, identifier: Identifier, range: TextRange,
    fields: [LoweredField], values: [LoweredValue], attributes: [Int],
    properties: [LoweredProperty], mentions: [Name], problems: [Problem]
  ) {
    self.kind = kind
    self.block = block
    self.node = node
    self.identifier = identifier
    self.range = range
    self.fields = fields
    lookup = FieldLookup(
      kind == .enumeration ? values.map(\.identifier.name) : fields.map(\.identifier.name))
    self.values = values
    self.attributes = attributes
    self.properties = properties
    self.mentions = mentions
    self.problems = problems
  }

  /// The keyword it is written with.
  var keyword: String { LoweredDeclaration.keyword(of: kind) }

  static func keyword(of kind: SyntaxKind) -> String {
    switch kind {
    case .model: "model"
    case .view: "view"
    case .compositeType: "type"
    case .enumeration: "enum"
    case .datasource: "datasource"
    case .generator: "generator"
    default: "block"
    }
  }
}

/// A field as it is written.
struct LoweredField: Sendable {
  let node: Int
  let identifier: Identifier
  let range: TextRange
  let typeRange: TextRange
  let typeText: String
  let typeName: Name
  /// What the type is without looking at other declarations; nil for another declaration's name.
  let builtIn: FieldType?
  let arity: Field.Arity
}

/// An enum value as it is written.
struct LoweredValue: Sendable {
  let node: Int
  let identifier: Identifier
  let range: TextRange
}

/// A property of a datasource or generator as it is written.
struct LoweredProperty: Sendable {
  let identifier: Identifier
  /// The span class PROP.
  let range: TextRange
  /// Nil when it is missing.
  let value: ExpressionSyntax?
}

/// Reads the declaration of a block.
struct Lowering {
  private let block: SyntaxBlock
  private let nodes: [SyntaxNode]
  private var problems: [Problem] = []

  /// The declaration of `block`, nil when it holds none.
  static func declaration(of block: SyntaxBlock) -> LoweredDeclaration? {
    guard let node = block.declaration else { return nil }
    var lowering = Lowering(block: block)
    return lowering.lower(node)
  }

  private init(block: SyntaxBlock) {
    self.block = block
    nodes = block.nodes
  }

  private mutating func lower(_ index: Int) -> LoweredDeclaration? {
    let node = nodes[index]
    guard index + 1 < node.next, nodes[index + 1].kind == .name else { return nil }
    let identifier = block.identifier(nodes[index + 1].range)
    let keyword = LoweredDeclaration.keyword(of: node.kind)
    var fields: [LoweredField] = []
    var values: [LoweredValue] = []
    var attributes: [Int] = []
    var properties: [LoweredProperty] = []

    if BuiltInNames.scalar(block.bytes, identifier.range) != nil {
      problems.append(
        Problem(.reservedScalarTypeName, at: identifier.range, [identifier.text, keyword]))
    }
    switch node.kind {
    case .model, .view, .enumeration:
      checkIdentifier(identifier, what: keyword)
      if ReservedNames.contains(identifier.text) {
        if node.kind == .enumeration {
          problems.append(Problem(.reservedEnumName, at: node.range, [identifier.text]))
        } else {
          problems.append(Problem(.reservedModelName, at: node.range, [identifier.text, keyword]))
        }
      }
    case .compositeType: checkIdentifier(identifier, what: "type")
    default: break
    }

    var at = index + 2
    while at < node.next {
      let member = nodes[at]
      switch member.kind {
      case .field:
        if let field = lowerField(at, in: node.kind, of: identifier.text) { fields.append(field) }
      case .enumValue:
        values.append(lowerValue(at))
      case .blockAttribute:
        if node.kind == .compositeType {
          reportCompositeAttribute(at, type: identifier.text)
        } else {
          checkPath(of: at)
          attributes.append(at)
        }
      case .property:
        if let property = lowerProperty(at) { properties.append(property) }
      default: break
      }
      at = member.next
    }
    reportDuplicates(
      fields: fields, values: values, kind: node.kind, keyword: keyword, name: identifier.text)
    properties = withoutRepetition(properties, keyword: keyword, name: identifier.text)
    return LoweredDeclaration(
      kind: node.kind, block: block, node: index, identifier: identifier, range: node.range,
      fields: fields, values: values, attributes: attributes, properties: properties,
      mentions: mentions(of: fields), problems: problems)
  }

  // MARK: Members

  private mutating func lowerField(
    _ index: Int, in kind: SyntaxKind, of owner: String
  ) -> LoweredField? {
    let node = nodes[index]
    var at = index + 1
    guard at < node.next, nodes[at].kind == .name else { return nil }
    let nameRange = nodes[at].range
    at = nodes[at].next
    // A colon or an impossible arity drops the field, and with it all that could be said of it.
    guard at < node.next, nodes[at].kind == .type,
      let written = FieldArity(rawValue: nodes[at].flags), at + 1 < nodes[at].next
    else {
      if kind == .compositeType { reportCompositeFieldAttributes(index, type: owner) }
      return nil
    }
    let arity: Field.Arity
    switch written {
    case .required: arity = .required
    case .optional: arity = .optional
    case .list: arity = .list
    case .optionalList, .legacyRequired, .legacyList:
      if kind == .compositeType { reportCompositeFieldAttributes(index, type: owner) }
      return nil
    }
    let identifier = block.identifier(nameRange)
    let type = nodes[at + 1]
    let typeRange: TextRange
    let typeText: String
    let builtIn: FieldType?
    if type.kind == .unsupportedType {
      let literal = Syntax(block: block, index: at + 2)
      typeRange = literal.range
      typeText = StringLiteral.value(of: literal)
      builtIn = .unsupported
    } else {
      typeRange = type.range
      typeText = block.text(typeRange)
      builtIn = BuiltInNames.scalar(block.bytes, typeRange).map { .scalar($0) }
    }
    switch kind {
    case .compositeType:
      reportCompositeFieldAttributes(index, type: owner)
    default:
      checkIdentifier(identifier, what: "field")
      checkAttributePaths(of: index)
    }
    return LoweredField(
      node: index, identifier: identifier, range: node.range, typeRange: typeRange,
      typeText: typeText, typeName: builtIn == nil ? block.name(typeRange) : Name(hash: 0),
      builtIn: builtIn, arity: arity)
  }

  private mutating func lowerValue(_ index: Int) -> LoweredValue {
    let node = nodes[index]
    let identifier = block.identifier(
      index + 1 < node.next ? nodes[index + 1].range : TextRange(node.start, node.start))
    checkIdentifier(identifier, what: "enum value")
    checkAttributePaths(of: index)
    return LoweredValue(node: index, identifier: identifier, range: node.range)
  }

  private func lowerProperty(_ index: Int) -> LoweredProperty? {
    guard let property = PropertySyntax(Syntax(block: block, index: index)),
      let name = property.name
    else { return nil }
    return LoweredProperty(
      identifier: block.identifier(name.range), range: property.range, value: property.value)
  }

  private func mentions(of fields: [LoweredField]) -> [Name] {
    var mentions: [Name] = []
    var seen: Set<Name> = []
    for field in fields where field.builtIn == nil {
      if fields.count > 16 {
        if seen.insert(field.typeName).inserted { mentions.append(field.typeName) }
      } else if !mentions.contains(field.typeName) {
        mentions.append(field.typeName)
      }
    }
    return mentions
  }

  // MARK: Names

  private mutating func checkIdentifier(_ identifier: Identifier, what: String) {
    checkName(identifier.range, what: what)
  }

  private mutating func checkName(_ range: TextRange, what: String) {
    let (startsWithDigit, hasDash) = block.bytes.withUnsafeBufferPointer { bytes in
      guard range.start < range.end, range.end <= bytes.count else { return (false, false) }
      let first = bytes[range.start]
      var hasDash = false
      for at in range.start..<range.end where bytes[at] == UInt8(ascii: "-") { hasDash = true }
      return (first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9"), hasDash)
    }
    if startsWithDigit {
      problems.append(
        Problem(.identifierStartsWithDigit, at: range, [block.text(range), what]))
    } else if hasDash {
      problems.append(Problem(.identifierContainsDash, at: range, [block.text(range), what]))
    }
  }

  private mutating func checkAttributePaths(of member: Int) {
    var at = member + 1
    let end = nodes[member].next
    while at < end {
      if nodes[at].kind == .attribute { checkPath(of: at) }
      at = nodes[at].next
    }
  }

  private mutating func checkPath(of attribute: Int) {
    guard attribute + 1 < nodes[attribute].next else { return }
    checkName(nodes[attribute + 1].range, what: "attribute")
  }

  private mutating func reportDuplicates(
    fields: [LoweredField], values: [LoweredValue], kind: SyntaxKind, keyword: String, name: String
  ) {
    var seen: [Name: TextRange] = [:]
    func isRepeated(_ identifier: Identifier, _ index: Int, _ all: (Int) -> Identifier)
      -> TextRange?
    {
      // Small declarations are scanned, without a table.
      for earlier in 0..<index where all(earlier).name == identifier.name {
        return all(earlier).range
      }
      return nil
    }
    let count = max(fields.count, values.count)
    if count > 24 { seen.reserveCapacity(count) }
    for (index, field) in fields.enumerated() {
      let earlier =
        count > 24
        ? seen.updateValue(field.identifier.range, forKey: field.identifier.name)
        : isRepeated(field.identifier, index) { fields[$0].identifier }
      guard let earlier else { continue }
      if kind == .compositeType {
        problems.append(
          Problem(
            .duplicateCompositeField, at: field.identifier.range, [field.identifier.text, name],
            related: earlier))
      } else {
        problems.append(
          Problem(
            .duplicateField, at: field.identifier.range, [field.identifier.text, keyword, name],
            related: earlier))
      }
    }
    for (index, value) in values.enumerated() {
      let earlier =
        count > 24
        ? seen.updateValue(value.identifier.range, forKey: value.identifier.name)
        : isRepeated(value.identifier, index) { values[$0].identifier }
      guard let earlier else { continue }
      problems.append(
        Problem(
          .duplicateEnumValue, at: value.range, [value.identifier.text, name], related: earlier))
    }
  }

  private mutating func withoutRepetition(
    _ properties: [LoweredProperty], keyword: String, name: String
  ) -> [LoweredProperty] {
    var kept: [LoweredProperty] = []
    var places: [Name: Int] = [:]
    for property in properties {
      if let place = places[property.identifier.name] {
        problems.append(
          Problem(
            .duplicateConfigKey, at: property.identifier.range,
            [property.identifier.text, keyword, name], related: kept[place].identifier.range))
        kept[place] = property
      } else {
        places[property.identifier.name] = kept.count
        kept.append(property)
      }
    }
    return kept
  }

  // MARK: Composite types

  private mutating func reportCompositeAttribute(_ index: Int, type: String) {
    let node = nodes[index]
    guard index + 1 < node.next else { return }
    let path = block.text(nodes[index + 1].range)
    let kind: Problem.Kind =
      switch path {
      case "map": .compositeTypeBlockMap
      case "unique": .compositeTypeBlockUnique
      case "index": .compositeTypeBlockIndex
      case "fulltext": .compositeTypeBlockFulltext
      case "id": .compositeTypeBlockId
      default: .compositeTypeBlockAttribute
      }
    problems.append(Problem(kind, at: node.range, [type, "@@" + path]))
  }

  private mutating func reportCompositeFieldAttributes(_ field: Int, type: String) {
    var at = field + 1
    let end = nodes[field].next
    while at < end {
      if nodes[at].kind == .attribute, at + 1 < nodes[at].next {
        let kind: Problem.Kind? =
          switch block.text(nodes[at + 1].range) {
          case "relation": .compositeFieldRelation
          case "unique": .compositeFieldUnique
          case "id": .compositeFieldId
          default: nil
          }
        if let kind {
          problems.append(
            Problem(kind, at: nodes[field].range, [block.text(nodes[field + 1].range), type]))
        }
      }
      at = nodes[at].next
    }
  }
}

extension SyntaxBlock {
  /// The name that stands at `range`, from the start of the block.
  public func name(_ range: TextRange) -> Name {
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(range.end, bytes.count)
      return Name(UnsafeBufferPointer(rebasing: bytes[min(range.start, end)..<end]))
    }
  }

  /// The identifier that stands at `range`.
  func identifier(_ range: TextRange) -> Identifier {
    Identifier(text: text(range), name: name(range), range: range)
  }
}

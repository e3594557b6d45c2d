import SchemaModel
import SchemaParser

/// Reads what the names in one block stand for.
///
/// It goes by the tree, and asks the resolved schema only what names mean: so it also works in lines and
/// attributes that the resolution gave up on.
final class NameReader {
  let schema: Schema
  /// The block that is read now: one reader serves many, since to copy a schema takes its time.
  private(set) var block: SyntaxBlock
  /// What the block declares, nil when it declares nothing.
  private(set) var declaration: BlockID?
  private let datasources: Set<String>

  init(schema: Schema, block: SyntaxBlock, declaration: BlockID?) {
    self.schema = schema
    self.block = block
    self.declaration = declaration
    datasources = Set(schema.datasources.map { schema.declarationName($0) })
  }

  /// Goes on to another block.
  func read(_ block: SyntaxBlock, declaration: BlockID?) {
    self.block = block
    self.declaration = declaration
  }

  /// A name in the block.
  struct Reading {
    let symbol: Symbol
    /// UTF-8 bytes from the start of the block.
    let range: TextRange
    let role: Occurrence.Role
  }

  /// What the innermost of some nodes names: nothing, one thing, or the parts of a path.
  ///
  /// - Parameter path: nodes of the block, the outermost first, each the parent of the next.
  func readings(at path: [Int]) -> [Reading] {
    guard let leaf = path.last else { return [] }
    switch block.nodes[leaf].kind {
    case .name: return name(path).map { [$0] } ?? []
    case .constant: return listEntry(path, value: path.count - 1, name: leaf)
    case .path: return pathName(path)
    case .string: return string(path).map { [$0] } ?? []
    default: return []
    }
  }

  // MARK: Names

  private func name(_ path: [Int]) -> Reading? {
    guard path.count > 1, let leaf = path.last else { return nil }
    let parent = path[path.count - 2]
    let range = block.nodes[leaf].range
    func declares(_ symbol: Symbol) -> Reading {
      Reading(symbol: symbol, range: range, role: .declaration)
    }
    switch block.nodes[parent].kind {
    case .model, .view, .compositeType, .enumeration:
      guard let name = declaration.flatMap({ schema.name(of: $0) }),
        let meant = schema.dataType(named: name)
      else { return nil }
      return declares(.type(meant))
    case .datasource: return declares(.datasource(block.text(range)))
    case .generator: return declares(.generator(block.text(range)))
    case .field: return declaration.map { declares(.field($0, block.text(range))) }
    case .enumValue: return declaration.map { declares(.enumValue($0, block.text(range))) }
    case .type:
      if let type = schema.dataType(at: range, in: block) {
        return Reading(symbol: .type(type), range: range, role: .type)
      }
      return schema.builtInType(at: range, in: block).map {
        Reading(symbol: .builtInType($0), range: range, role: .type)
      }
    case .objectMember: return conditionKey(path)
    default: return nil
    }
  }

  /// The data type of the field among some nodes.
  private func fieldType(_ path: [Int]) -> BlockID? {
    guard let field = path.first(where: { block.nodes[$0].kind == .field }),
      let name = FieldSyntax(Syntax(block: block, index: field))?.type?.name
    else { return nil }
    return schema.dataType(at: name.range, in: block)
  }

  /// A field of the model or composite type `owner`, if it has one of this name.
  private func field(_ range: TextRange, of owner: BlockID, _ role: Occurrence.Role) -> Reading? {
    guard schema.kind(of: owner) != .enumeration, schema.hasMember(block.name(range), in: owner)
    else { return nil }
    return Reading(symbol: .field(owner, block.text(range)), range: range, role: role)
  }

  /// A key of the outermost object of `where`.
  private func conditionKey(_ path: [Int]) -> Reading? {
    // attribute, argumentList, argument, object, objectMember, name
    guard path.count >= 6, let owner = declaration, let leaf = path.last,
      let argument = argument(path, value: path.count - 3), argument.name == "where",
      ["unique", "index"].contains(argument.attribute)
    else { return nil }
    return field(block.nodes[leaf].range, of: owner, .condition)
  }

  // MARK: Arguments

  private struct Argument {
    /// The attribute's name, without `@`.
    let attribute: String
    let isBlockAttribute: Bool
    /// Nil for an unnamed argument.
    let name: String?
  }

  /// The argument of an attribute whose value is the node at the place `value` of `path`.
  private func argument(_ path: [Int], value: Int) -> Argument? {
    guard value >= 3, block.nodes[path[value - 1]].kind == .argument,
      let attribute = AttributeSyntax(Syntax(block: block, index: path[value - 3])),
      let name = attribute.path
    else { return nil }
    return Argument(
      attribute: name.text, isBlockAttribute: attribute.syntax.kind == .blockAttribute,
      name: Syntax(block: block, index: path[value - 1]).first(.name)?.text)
  }

  /// A constant, or the name of a call, as the value of an argument or an element of it.
  ///
  /// - Parameters:
  ///   - value: the place of the constant or call in `path`.
  ///   - name: the node with the name.
  private func listEntry(_ path: [Int], value: Int, name: Int) -> [Reading] {
    let isElement = value > 0 && block.nodes[path[value - 1]].kind == .array
    guard let owner = declaration,
      let argument = argument(path, value: isElement ? value - 1 : value)
    else { return [] }
    let range = block.nodes[name].range
    switch (argument.attribute, argument.name) {
    case ("relation", "fields"):
      return field(range, of: owner, .relationField).map { [$0] } ?? []
    case ("relation", "references"):
      guard let related = fieldType(path) else { return [] }
      return field(range, of: related, .relationReference).map { [$0] } ?? []
    case ("default", nil), ("default", "value"):
      guard let type = fieldType(path), schema.kind(of: type) == .enumeration,
        schema.hasMember(block.name(range), in: type)
      else { return [] }
      return [
        Reading(symbol: .enumValue(type, block.text(range)), range: range, role: .defaultValue)
      ]
    case ("id", nil), ("id", "fields"), ("unique", nil), ("unique", "fields"), ("index", nil),
      ("index", "fields"), ("fulltext", nil), ("fulltext", "fields"), ("shardKey", nil),
      ("shardKey", "fields"):
      return argument.isBlockAttribute ? fieldPath(range, of: owner) : []
    default: return []
    }
  }

  /// The parts of `a.b.c`, each a field of the composite type of the one before it.
  private func fieldPath(_ range: TextRange, of owner: BlockID) -> [Reading] {
    var readings: [Reading] = []
    var owner = owner
    for part in parts(of: range) {
      guard let reading = field(part, of: owner, .indexField) else { break }
      readings.append(reading)
      guard case .composite(let next) = schema.fieldType(block.name(part), in: owner) else { break }
      owner = next
    }
    return readings
  }

  /// The stretches between the dots of a path.
  private func parts(of range: TextRange) -> [TextRange] {
    var parts: [TextRange] = []
    var start = range.start
    for at in range.start..<min(range.end, block.bytes.count)
    where block.bytes[at] == UInt8(ascii: ".") {
      parts.append(TextRange(start, at))
      start = at + 1
    }
    parts.append(TextRange(start, range.end))
    return parts
  }

  /// The name of an attribute or of a call.
  private func pathName(_ path: [Int]) -> [Reading] {
    guard path.count > 1, let leaf = path.last else { return [] }
    switch block.nodes[path[path.count - 2]].kind {
    case .functionCall: return listEntry(path, value: path.count - 2, name: leaf)
    case .attribute:
      let parts = parts(of: block.nodes[leaf].range)
      guard parts.count > 1, let prefix = parts.first else { return [] }
      let name = block.text(prefix)
      guard datasources.contains(name) else { return [] }
      return [Reading(symbol: .datasource(name), range: prefix, role: .nativeTypePrefix)]
    default: return []
    }
  }

  // MARK: Strings

  private func string(_ path: [Int]) -> Reading? {
    guard let leaf = path.last, path.count > 1 else { return nil }
    let node = block.nodes[leaf]
    let inside = TextRange(node.start + 1, node.end - 1)
    let text = StringLiteral.value(of: Syntax(block: block, index: leaf))
    func reading(_ symbol: Symbol, _ role: Occurrence.Role = .declaration) -> Reading {
      Reading(symbol: symbol, range: inside, role: role)
    }
    if let property = path.first(where: { block.nodes[$0].kind == .property }) {
      return databaseSchema(path, property: property).map { reading(.databaseSchema(text), $0) }
    }
    guard let owner = declaration, let argument = argument(path, value: path.count - 1) else {
      return nil
    }
    switch (argument.attribute, argument.name) {
    case ("relation", nil), ("relation", "name"):
      guard let related = fieldType(path), schema.model(related) != nil else { return nil }
      return reading(.relation(text, between: owner, and: related))
    case ("schema", nil), ("schema", "map"):
      return argument.isBlockAttribute ? reading(.databaseSchema(text), .membership) : nil
    case ("id", "name"), ("unique", "name"):
      return argument.isBlockAttribute ? reading(.clientName(owner, text)) : nil
    case ("index", "name"), ("relation", "map"), ("id", "map"), ("unique", "map"),
      ("index", "map"), ("fulltext", "map"), ("default", "map"):
      return reading(.constraint(owner, text))
    default: return nil
    }
  }

  /// What a string in a property of a datasource does, nil when it names no schema of the database.
  private func databaseSchema(_ path: [Int], property: Int) -> Occurrence.Role? {
    guard let declaration, schema.kind(of: declaration) == .datasource,
      let key = Syntax(block: block, index: property).first(.name)?.text
    else { return nil }
    switch key {
    case "schemas": return .declaration
    case "extensions":
      guard path.count > 1, block.nodes[path[path.count - 2]].kind == .argument else { return nil }
      let argument = Syntax(block: block, index: path[path.count - 2])
      return argument.first(.name)?.text == "schema" ? .membership : nil
    default: return nil
    }
  }
}

import SchemaModel
import SchemaParser

extension Analysis {
  /// Adds the tokens of a block of a file to `tokens`: sorted by start, never overlapping, none over a
  /// line end. Lines that can't be read have none.
  ///
  /// They depend on the block, and on what the schema declares under the names of types, see
  /// ``typeNamesDigest``.
  public func addSemanticTokens(
    ofBlock index: Int, inFile file: Int, to tokens: inout [SemanticToken]
  ) {
    guard files.indices.contains(file), files[file].tree.blocks.indices.contains(index) else {
      return
    }
    let block = files[file].tree.blocks[index]
    block.bytes.withUnsafeBufferPointer { bytes in
      block.nodes.withUnsafeBufferPointer { nodes in
        var scan = TokenScan(schema: schema, block: block, bytes: bytes, nodes: nodes)
        scan.run(into: &tokens)
      }
    }
  }

  /// A number that changes when the schema declares other types, or other kinds of types: then tokens
  /// of blocks that did not change may change too.
  public var typeNamesDigest: UInt64 { schema.typeNamesDigest }
}

/// Goes through the nodes of a block, which are in text order, and makes a token of each that has a
/// meaning of its own.
private struct TokenScan {
  /// What constants in an expression stand for.
  private enum Role: UInt8 {
    case value, field
  }

  let schema: Schema
  let block: SyntaxBlock
  let bytes: UnsafeBufferPointer<UInt8>
  let nodes: UnsafeBufferPointer<SyntaxNode>

  /// What constants are in the containers that are open, with the index behind each.
  private var roles: [(end: Int, role: Role)] = []
  /// Whether the documentation before the next name says `@deprecated`.
  private var isDeprecated = false

  init(
    schema: Schema, block: SyntaxBlock, bytes: UnsafeBufferPointer<UInt8>,
    nodes: UnsafeBufferPointer<SyntaxNode>
  ) {
    self.schema = schema
    self.block = block
    self.bytes = bytes
    self.nodes = nodes
  }

  mutating func run(into tokens: inout [SemanticToken]) {
    var at = 0
    while at < nodes.count {
      while let last = roles.last, last.end <= at { roles.removeLast() }
      let node = nodes[at]
      switch node.kind {
      case .model: at = declaration(at, 5, .class, &tokens)
      case .view: at = declaration(at, 4, .class, &tokens)
      case .compositeType: at = declaration(at, 4, .struct, &tokens)
      case .enumeration: at = declaration(at, 4, .enum, &tokens)
      case .datasource: at = declaration(at, 10, .namespace, &tokens)
      case .generator: at = declaration(at, 9, .variable, &tokens)
      case .field: at = member(at, .property, .declaration, &tokens)
      case .enumValue: at = member(at, .enumMember, [.declaration, .readonly], &tokens)
      case .property: at = member(at, .variable, [], &tokens)
      case .attribute, .blockAttribute: at = attribute(at, &tokens)
      case .name: at = name(at, &tokens)
      case .argument, .objectMember: at = argument(at, &tokens)
      case .path:
        // In a list of fields it is one with arguments of its own: `[name(sort: Desc)]`.
        let isField = roles.last?.role == .field
        at = leaf(at, isField ? .property : .function, isField ? [] : .defaultLibrary, &tokens)
      case .constant: at = constant(at, &tokens)
      case .unsupportedType:
        add(node.start, node.start + 11, .type, .defaultLibrary, &tokens)
        at += 1
      case .string: at = leaf(at, .string, [], &tokens)
      case .number: at = leaf(at, .number, [], &tokens)
      case .comment: at = leaf(at, .comment, [], &tokens)
      case .docComment:
        isDeprecated = isDeprecated || Syntax(block: block, index: at).saysDeprecated
        at = leaf(at, .comment, .documentation, &tokens)
      case .blockComment: at = blockComment(at, &tokens)
      // The next nodes are their parts, or they have none.
      case .type, .argumentList, .functionCall, .array, .object, .invalidMember, .invalidLine,
        .legacyColon, .trailingComma, .typeAlias, .unknownBlock:
        at += 1
      }
    }
  }

  private func add(
    _ start: Int, _ end: Int, _ kind: SemanticToken.Kind, _ modifiers: SemanticToken.Modifiers,
    _ tokens: inout [SemanticToken]
  ) {
    guard start < end, end <= bytes.count else { return }
    tokens.append(
      SemanticToken(
        start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: end - start),
        kind: kind, modifiers: modifiers))
  }

  /// - Returns: the index of the next node to look at, as all below.
  private func leaf(
    _ at: Int, _ kind: SemanticToken.Kind, _ modifiers: SemanticToken.Modifiers,
    _ tokens: inout [SemanticToken]
  ) -> Int {
    add(nodes[at].start, nodes[at].end, kind, modifiers, &tokens)
    return at + 1
  }

  /// The keyword and name of a declaration.
  private mutating func declaration(
    _ at: Int, _ keyword: Int, _ kind: SemanticToken.Kind, _ tokens: inout [SemanticToken]
  ) -> Int {
    add(nodes[at].start, nodes[at].start + keyword, .keyword, [], &tokens)
    return member(at, kind, .declaration, &tokens)
  }

  /// The name of a declaration or member, which is its first child.
  private mutating func member(
    _ at: Int, _ kind: SemanticToken.Kind, _ modifiers: SemanticToken.Modifiers,
    _ tokens: inout [SemanticToken]
  ) -> Int {
    let deprecated: SemanticToken.Modifiers = isDeprecated ? .deprecated : []
    isDeprecated = false
    guard at + 1 < nodes.count, nodes[at + 1].kind == .name else { return at + 1 }
    return leaf(at + 1, kind, modifiers.union(deprecated), &tokens)
  }

  /// `@id`, or `@`, `db`, `.VarChar` of a native type.
  private mutating func attribute(_ at: Int, _ tokens: inout [SemanticToken]) -> Int {
    guard at + 1 < nodes.count, nodes[at + 1].kind == .path else { return at + 1 }
    let node = nodes[at]
    let path = nodes[at + 1]
    let isBlock = node.kind == .blockAttribute
    // Of keys and indexes the fields are listed; elsewhere constants are values.
    let isList = isBlock && !isWord("schema", path) && !isWord("map", path)
    roles.append((node.next, isList ? .field : .value))
    let name = bytes[path.start..<min(path.end, bytes.count)]
    if !isBlock, let dot = name.firstIndex(of: UInt8(ascii: ".")) {
      add(node.start, node.start + 1, .decorator, [], &tokens)
      add(path.start, dot, .namespace, [], &tokens)
      add(dot + 1, path.end, .type, .defaultLibrary, &tokens)
    } else {
      add(node.start, path.end, .decorator, [], &tokens)
    }
    return at + 2
  }

  /// The name of an argument decides what its constants are.
  private mutating func argument(_ at: Int, _ tokens: inout [SemanticToken]) -> Int {
    let node = nodes[at]
    guard at + 1 < node.next, nodes[at + 1].kind == .name else { return at + 1 }
    let name = nodes[at + 1]
    if node.kind == .objectMember {
      roles.append((node.next, .value))
      return leaf(at + 1, .property, [], &tokens)
    }
    let isList = isWord("fields", name) || isWord("references", name)
    roles.append((node.next, isList ? .field : .value))
    return leaf(at + 1, .parameter, [], &tokens)
  }

  /// A name that belongs to none of the above: that of a type.
  private func name(_ at: Int, _ tokens: inout [SemanticToken]) -> Int {
    let node = nodes[at]
    switch schema.typeKind(at: node.range, in: block) {
    case .scalar: add(node.start, node.end, .type, .defaultLibrary, &tokens)
    case .model: add(node.start, node.end, .class, [], &tokens)
    case .enumeration: add(node.start, node.end, .enum, [], &tokens)
    case .compositeType: add(node.start, node.end, .struct, [], &tokens)
    case nil: add(node.start, node.end, .type, [], &tokens)
    }
    return at + 1
  }

  private func constant(_ at: Int, _ tokens: inout [SemanticToken]) -> Int {
    let node = nodes[at]
    if isWord("true", node) || isWord("false", node) {
      add(node.start, node.end, .keyword, [], &tokens)
    } else if roles.last?.role == .field {
      add(node.start, node.end, .property, [], &tokens)
    } else {
      add(node.start, node.end, .enumMember, .readonly, &tokens)
    }
    return at + 1
  }

  /// A token for each line, since not every client takes one over several.
  private func blockComment(_ at: Int, _ tokens: inout [SemanticToken]) -> Int {
    let node = nodes[at]
    var start = node.start
    let end = min(node.end, bytes.count)
    for index in start..<end where bytes[index] == 0x0A || bytes[index] == 0x0D {
      add(start, index, .comment, [], &tokens)
      start = index + 1
    }
    add(start, end, .comment, [], &tokens)
    return at + 1
  }

  private func isWord(_ word: StaticString, _ node: SyntaxNode) -> Bool {
    guard node.end - node.start == word.utf8CodeUnitCount, node.end <= bytes.count else {
      return false
    }
    for index in 0..<word.utf8CodeUnitCount where bytes[node.start + index] != word.utf8Start[index]
    {
      return false
    }
    return true
  }
}

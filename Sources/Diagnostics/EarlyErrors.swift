import SchemaModel
import SchemaParser

/// The errors of the phases before the checks: syntax, names, types, attributes, configuration; and
/// which declarations they spoil.
///
/// The reference checks nothing more once it has one of them. Here the checks go on, and a finding
/// is shown if it is sure, that is, if it can't be a consequence of one of these errors.
struct EarlyErrors {
  /// What the errors in one declaration may hide of it.
  struct Damage {
    /// The lines with errors, in the declaration's block.
    fileprivate(set) var lines: Set<Int> = []
    /// The words that stand in those lines.
    fileprivate(set) var words: Set<Name> = []
    /// Whether anything can be hidden: a brace is out of place, or a field has lost its type.
    fileprivate(set) var isOpen = false
  }

  /// Whether the reference would check nothing more.
  private(set) var hasErrors = false
  /// The declarations with an error in them, or that may have lost a part.
  private(set) var damages: [BlockID: Damage] = [:]
  /// Whether it is unsure which database and settings hold.
  private(set) var isConfigurationUnsure = false
  /// Whether it is unsure which preview features are in force.
  private(set) var arePreviewFeaturesUnsure = false

  /// How many words are remembered, and how many bytes of a line are looked at.
  private static let wordLimit = 10_000
  private static let lineLimit = 4096

  /// The words of the lines that look as if they had come from another declaration.
  private(set) var words: Set<Name> = []
  /// Whether a key or unique may stand where it does not belong.
  private(set) var isKeyMisplaced = false

  /// Whether there is an error in a datasource or generator.
  private var hasErrorsInConfiguration = false
  /// Whether a datasource may be in a stretch that can't be read.
  private var hidesDatasource = false

  init(_ schema: Schema) {
    for index in schema.files.indices where schema.files[index].tree.hasErrors {
      addSyntaxErrors(of: schema.files[index], in: schema)
    }
    for id in schema.faultyDeclarations {
      for problems in schema.problems(of: id) where !problems.isEmpty {
        add(problems, of: id, in: schema)
      }
    }
    addSharedProblems(of: schema)
    for group in schema.repeatedDeclarations {
      for id in group { open(id) }
    }
    if schema.configuration.datasource == nil,
      hidesDatasource || hasErrorsInConfiguration || schema.hasDatasourceBlock
    {
      isConfigurationUnsure = true
    }
  }

  /// Whether a declaration has an error in it, or may have lost a part.
  func isSpoilt(_ id: BlockID) -> Bool { damages[id] != nil }

  /// Whether what can't be read in `id` may be a relation field of the type `other`.
  func mayHideRelation(in id: BlockID, to other: BlockID, of schema: Schema) -> Bool {
    guard let damage = damages[id] else { return false }
    return damage.isOpen || damage.words.contains(Name(schema.declarationName(other)))
  }

  private mutating func open(_ id: BlockID) { damages[id, default: Damage()].isOpen = true }

  // MARK: Syntax

  private mutating func addSyntaxErrors(of file: Schema.FileState, in schema: Schema) {
    // The last declaration before a block, found when a block first asks for it.
    var previous: BlockID?
    var passed = 0
    for (index, block) in file.tree.blocks.enumerated() where !block.errors.isEmpty {
      hasErrors = true
      let id = file.declaration(inBlock: index)
      let range = id.flatMap { schema.declarationRange($0) }
      for error in block.errors {
        if let id, let range, range.contains(error.range) {
          add(error, of: id, in: schema, block: block)
          continue
        }
        noteHiddenConfiguration(block.bytes(error.range))
        noteWords(of: block.bytes(error.range))
        while passed < index {
          previous = file.declaration(inBlock: passed) ?? previous
          passed += 1
        }
        guard let previous else { continue }
        open(previous)
        if schema.isDatasource(previous), block.bytes(error.range).mentions(Self.settings) {
          isConfigurationUnsure = true
        }
      }
    }
  }

  private mutating func add(
    _ error: SyntaxError, of id: BlockID, in schema: Schema, block: SyntaxBlock
  ) {
    let line = block.bytes(block.lines(of: error.range).range)
    guard schema.declaration(id) != nil else {
      open(id)
      noteWords(of: line)
      hasErrorsInConfiguration = true
      let isDatasource = schema.isDatasource(id)
      // A line that can't be read hides a property, which matters if it says how the schema is meant.
      if line.mentions(isDatasource ? Self.settings : ["eatures"])
        || line.mentions(["["]) && line.mentions(["\""]) || line.mentions(["{"])
      {
        arePreviewFeaturesUnsure = true
        if isDatasource { isConfigurationUnsure = true }
      }
      return
    }
    switch error.kind {
    case .missingType: open(id)
    case .invalidEnumLine:
      noteHiddenConfiguration(line)
      noteWords(of: line)
    case .invalidMemberLine:
      noteHiddenConfiguration(line)
      if line.mentions(["{"]) || line.mentions(["}"]) || line.lacksType { open(id) }
    default: break
    }
    addLine(at: error.range, of: id, block: block)
  }

  /// Parts of what the settings of a datasource, but for its connection, are made of.
  private static let settings: [StaticString] = [
    "elation", "ntegrity", "Mode", "prisma\"", "foreign", "Keys", "chemas",
  ]

  private mutating func noteHiddenConfiguration(_ text: ArraySlice<UInt8>) {
    if !hidesDatasource, text.mentions(["provider", "datasource"]) { hidesDatasource = true }
    if !arePreviewFeaturesUnsure, text.mentions(["eatures", "generator"]) {
      arePreviewFeaturesUnsure = true
    }
  }

  /// Notes the line of an error; one over several lines leaves nothing sure.
  private mutating func addLine(at range: TextRange, of id: BlockID, block: SyntaxBlock) {
    let lines = block.lines(of: range)
    guard lines.first == lines.last else { return open(id) }
    guard damages[id, default: Damage()].lines.insert(lines.first).inserted else { return }
    for word in block.bytes(lines.range).names { damages[id]?.words.insert(word) }
  }

  /// Notes what a line that does not belong where it stands is made of.
  private mutating func noteWords(of line: ArraySlice<UInt8>) {
    // Beside so much that can't be read nothing is sure, and remembering more would only take time.
    guard words.count < Self.wordLimit else {
      isConfigurationUnsure = true
      return
    }
    let line = line.prefix(Self.lineLimit)
    if !isKeyMisplaced, line.mentions(["@id", "@unique"]) { isKeyMisplaced = true }
    words.formUnion(line.names)
  }

  // MARK: Problems

  private mutating func add(_ problems: [Problem], of id: BlockID, in schema: Schema) {
    let table = RuleTable.shared
    guard let block = schema.block(of: id) else { return }
    let header = schema.declarationNameRange(id).map { block.lines(of: $0).first }
    for problem in problems where table.isError(problem.kind) {
      hasErrors = true
      addLine(at: problem.range, of: id, block: block)
      switch problem.kind {
      case .typeNotFound, .typeWrongCase, .relationAttributeOnScalar: open(id)
      case .idMultipleFields, .idFieldAndBlock: isKeyMisplaced = true
      case .duplicateField, .relationFieldsUnknown:
        noteWords(of: block.bytes(block.lines(of: problem.range).range))
      case .duplicateConfigKey:
        // Two blocks may have become one.
        arePreviewFeaturesUnsure = true
        if schema.isDatasource(id) { isConfigurationUnsure = true }
      case .relationReferencesUnknown, .relationReferencesNotScalar:
        // What isn't there may have gone by mistake, or the type is another than was meant.
        open(id)
        if let related = problem.relatedBlock { open(related) }
      case .reservedScalarTypeName where schema.declaration(id) == nil:
        isConfigurationUnsure = true
      default: break
      }
      if block.lines(of: problem.range).first == header { open(id) }
    }
  }

  private mutating func addSharedProblems(of schema: Schema) {
    let table = RuleTable.shared
    for (id, problem) in schema.sharedProblems where table.isError(problem.kind) {
      hasErrors = true
      open(id)
      if schema.declaration(id) == nil { hasErrorsInConfiguration = true }
      switch problem.kind {
      case .duplicateTypeName:
        if let other = problem.relatedBlock { open(other) }
      case .datasourceRelationModeTwice, .datasourceRelationModeInvalid,
        .datasourceRelationModeUnsupported, .datasourceSchemasDuplicate, .datasourceSchemasEmpty,
        .datasourcePropertyUnknown, .datasourceMultiple, .valueTypeMismatch:
        if schema.configuration.datasource?.id == id { isConfigurationUnsure = true }
        arePreviewFeaturesUnsure = true
      case .generatorProviderMissing, .previewFeatureUnknown, .configPropertyMissingValue:
        arePreviewFeaturesUnsure = true
      default: break
      }
    }
  }
}

extension RuleTable {
  /// Whether a problem is an error.
  func isError(_ kind: Problem.Kind) -> Bool {
    rule(of: kind).map { rules[$0].severity == .error } ?? true
  }
}

extension SyntaxBlock {
  /// The first and last line (counted from 0) of `range`, and the stretch that they take up without
  /// the last line end.
  func lines(of range: TextRange) -> (first: Int, last: Int, range: TextRange) {
    let first = line(at: range.start)
    let last = range.end > range.start ? line(at: range.end - 1) : first
    let start = first > 0 ? Int(lineStarts[first - 1]) : 0
    var end = last < lineStarts.count ? Int(lineStarts[last]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return (first, last, TextRange(start, end))
  }

  /// The bytes of `range`, clamped.
  func bytes(_ range: TextRange) -> ArraySlice<UInt8> {
    let low = min(range.start, bytes.count)
    return bytes[low..<max(low, min(range.end, bytes.count))]
  }

  /// The number of line ends before `offset`.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension UInt8 {
  /// Whether it can be part of a name.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// The names that stand in it.
  fileprivate var names: [Name] {
    split { !$0.isNameByte }.map { word in word.withUnsafeBufferPointer { Name($0) } }
  }

  /// Whether one of `parts` occurs.
  fileprivate func mentions(_ parts: [StaticString]) -> Bool {
    parts.contains { part in
      part.withUTF8Buffer { part in
        guard let first = part.first, part.count <= count else { return false }
        var at = startIndex
        while let place = self[at...].firstIndex(of: first) {
          if self[place...].starts(with: part) { return true }
          at = place + 1
        }
        return false
      }
    }
  }

  /// Whether the line begins like a field, and what should be its type is none, or goes on oddly.
  fileprivate var lacksType: Bool {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let line = drop(while: isBlank)
    guard let first = line.first, first.isNameByte else { return false }
    let type = line.drop(while: \.isNameByte).drop(while: isBlank)
    guard let next = type.first, next.isNameByte else { return true }
    let rest = type.drop(while: \.isNameByte)
    let marks = Array("[]?!".utf8)
    guard let mark = rest.drop(while: { isBlank($0) || marks.contains($0) }).first else {
      return false
    }
    return rest.first == mark || (mark != UInt8(ascii: "@") && mark != UInt8(ascii: "/"))
  }
}

extension Schema {
  /// Whether a slot holds a datasource.
  fileprivate func isDatasource(_ id: BlockID) -> Bool {
    guard let block = block(of: id), let node = block.declaration else { return false }
    return block.nodes.indices.contains(node) && block.nodes[node].kind == .datasource
  }
}

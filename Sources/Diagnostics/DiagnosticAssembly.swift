import SchemaModel
import SchemaParser

/// Puts what was found into files, and decides what the reference would have held back.
struct DiagnosticAssembly {
  private let analyzer: SchemaAnalyzer
  private let schema: Schema
  private let table = RuleTable.shared
  private let early: EarlyErrors
  private let limit: Int
  private var files: [FileDiagnostics]
  /// The pairs of models whose relations can't be told apart.
  private var ambiguousPairs: Set<Set<BlockID>> = []

  init(_ analyzer: SchemaAnalyzer, limit: Int) {
    self.analyzer = analyzer
    self.limit = limit
    schema = analyzer.schema
    early = EarlyErrors(analyzer.schema)
    files = Array(repeating: FileDiagnostics(), count: analyzer.schema.files.count)
  }

  mutating func run() -> [FileDiagnostics] {
    addSyntaxErrors()
    addProblems()
    addFindings()
    addLint()
    for index in files.indices where !files[index].diagnostics.isEmpty {
      finish(&files[index], of: schema.files[index])
    }
    return files
  }

  // MARK: Early phases

  private mutating func addSyntaxErrors() {
    for index in schema.files.indices where schema.files[index].tree.hasErrors {
      let tree = schema.files[index].tree
      for (block, start) in zip(tree.blocks, tree.starts) where !block.errors.isEmpty {
        for error in block.errors {
          if files[index].diagnostics.count >= limit {
            files[index].omittedCount += 1
            continue
          }
          guard let rule = table.rule(of: error.kind),
            case .syntax(_, let words) = table.rules[rule].check
          else { continue }
          files[index].diagnostics.append(
            Diagnostic(
              rule: table.rules[rule], range: error.range.shifted(by: start),
              message: words(error, block), related: [], isGated: false,
              subject: .syntax(error)))
        }
      }
    }
  }

  private mutating func addProblems() {
    for id in schema.faultyDeclarations {
      for problems in schema.problems(of: id) {
        for problem in problems { add(problem, of: id) }
      }
    }
    for (id, problem) in schema.sharedProblems { add(problem, of: id) }
  }

  private mutating func add(_ problem: Problem, of id: BlockID) {
    guard let (file, offset) = schema.place(of: id), let rule = table.rule(of: problem.kind),
      case .problem(let words) = table.rules[rule].check
    else { return }
    if files[file].diagnostics.count >= limit {
      files[file].omittedCount += 1
      return
    }
    var related: [Diagnostic.RelatedInformation] = []
    if let range = problem.related {
      related.append(
        .init(file: file, range: range.shifted(by: offset), text: problem.relatedText))
    }
    if let other = problem.relatedBlock, let place = schema.place(of: other),
      let range = schema.declarationNameRange(other)
    {
      related.append(
        .init(
          file: place.file, range: range.shifted(by: place.offset), text: problem.relatedText))
    }
    files[file].diagnostics.append(
      Diagnostic(
        rule: table.rules[rule], range: problem.range.shifted(by: offset), message: words(problem),
        related: related, isGated: false, subject: .problem(problem, id)))
  }

  // MARK: Checks

  /// Where a finding stands in the order of the reference's checks.
  private struct Order: Comparable {
    let stage: Int
    let isView: Int
    let position: Int
    let step: UInt8
    let field: Int

    static func < (left: Order, right: Order) -> Bool {
      (left.stage, left.isView, left.position, Int(left.step), left.field)
        < (right.stage, right.isView, right.position, Int(right.step), right.field)
    }
  }

  private mutating func addFindings() {
    var all = analyzer.schemaFindings.findings
    for found in analyzer.findings where !found.findings.isEmpty { all += found.findings }
    if all.isEmpty { return }

    // The first ambiguous relation ends the reference's checks, and what hangs on the pair is unsure.
    var firstAmbiguity: Order?
    var ambiguousModels: Set<BlockID> = []
    for finding in all where isAmbiguity(finding) {
      let order = order(of: finding)
      if firstAmbiguity.map({ order < $0 }) ?? true { firstAmbiguity = order }
      if let pair = pair(of: finding) { ambiguousPairs.insert(pair) }
      ambiguousModels.insert(finding.owner)
    }
    var conditional: [(order: Order, finding: Finding)] = []
    var errorOrders: [Order] = []
    var relationErrors: Set<Set<BlockID>> = []
    for finding in all {
      let rule = table.rules[finding.rule]
      if restsOnAmbiguousPair(finding) { continue }
      if finding.isConditional {
        conditional.append((order(of: finding), finding))
        continue
      }
      var isGated = early.hasErrors
      if let firstAmbiguity, firstAmbiguity < order(of: finding) { isGated = true }
      if isGated, !isSure(finding, rule: rule) { continue }
      // One of the ambiguous fields may be meant as the other side.
      if isGated, rule.evidence == .relationFields, let other = finding.otherModel,
        ambiguousModels.contains(other)
      {
        continue
      }
      if rule.severity == .error, !isGated { errorOrders.append(order(of: finding)) }
      if rule.severity == .error, let pair = pair(of: finding) { relationErrors.insert(pair) }
      add(finding, rule: rule, isGated: isGated)
    }
    addConditional(
      conditional, firstError: errorOrders.min(), firstAmbiguity: firstAmbiguity,
      relationErrors: relationErrors)
  }

  /// Adds what our own rules found. No error of another phase makes the reference fall silent about it;
  /// what can be a consequence of one is left out.
  private mutating func addLint() {
    for found in analyzer.findings where !found.lint.isEmpty { addLint(found.lint) }
    addLint(analyzer.schemaFindings.lint)
  }

  private mutating func addLint(_ found: [Finding]) {
    var spoilt: (id: BlockID, isSpoilt: Bool)?
    for finding in found {
      let rule = table.rules[finding.rule]
      if restsOnAmbiguousPair(finding) { continue }
      if early.hasErrors {
        if spoilt?.id != finding.owner {
          spoilt = (finding.owner, early.isSpoilt(finding.owner))
        }
        if !isSure(finding, rule: rule, isOwnerSpoilt: spoilt?.isSpoilt == true) { continue }
      }
      add(finding, rule: rule, isGated: false)
    }
  }

  /// Whether what a rule of our own found can't be a consequence of an early error: ``isSure(_:rule:)``
  /// for very many findings in declarations that are in order.
  private func isSure(_ finding: Finding, rule: Rule, isOwnerSpoilt: Bool) -> Bool {
    if isOwnerSpoilt { return isSure(finding, rule: rule) }
    switch rule.evidence {
    case .text: return true
    case .schema: return false
    case .line, .relationFields, .declarations, .keys:
      if early.isConfigurationUnsure { return false }
      if let other = finding.otherModel, early.isSpoilt(other) { return false }
      return !finding.related.contains {
        $0.place.block != finding.owner && early.isSpoilt($0.place.block)
      }
    }
  }

  private func restsOnAmbiguousPair(_ finding: Finding) -> Bool {
    guard !ambiguousPairs.isEmpty, finding.stage == .relation else { return false }
    return pair(of: finding).map(ambiguousPairs.contains) ?? false
  }

  /// Adds what the reference finds only while it has found no error.
  private mutating func addConditional(
    _ conditional: [(order: Order, finding: Finding)], firstError: Order?, firstAmbiguity: Order?,
    relationErrors: Set<Set<BlockID>>
  ) {
    var firstError = firstError
    var told: (rule: Int, order: Order)?
    for (order, finding) in conditional.sorted(by: { $0.order < $1.order }) {
      let rule = table.rules[finding.rule]
      let continues = told.map { $0.rule == finding.rule && $0.order == order } ?? false
      var isGated = early.hasErrors
      if let firstAmbiguity, firstAmbiguity < order { isGated = true }
      if let firstError, !continues, !(order < firstError) { isGated = true }
      if isGated {
        // Another mistake in the same relation is enough to mend first.
        if let pair = pair(of: finding), relationErrors.contains(pair) { continue }
        if !isSure(finding, rule: rule) { continue }
      } else {
        told = (finding.rule, order)
        firstError = firstError.map { min($0, order) } ?? order
      }
      add(finding, rule: rule, isGated: isGated)
    }
  }

  private func isAmbiguity(_ finding: Finding) -> Bool {
    switch table.rules[finding.rule].id {
    case "relation-ambiguous-self", "relation-unnamed-self", "relation-wrongly-named-self",
      "relation-ambiguous", "relation-wrongly-named":
      true
    default: false
    }
  }

  /// The models of the relation that a finding is about.
  private func pair(of finding: Finding) -> Set<BlockID>? {
    if isAmbiguity(finding), case .field(let id, let field) = finding.place,
      let model = schema.model(id), let related = model.field(at: field)?.type.modelID
    {
      return [id, related]
    }
    guard finding.stage == .relation, let other = finding.otherModel else { return nil }
    return [finding.owner, other]
  }

  private func order(of finding: Finding) -> Order {
    let id = finding.owner
    let isView = schema.model(id)?.isView == true ? 1 : 0
    var field = finding.field
    var step = finding.stage
    if isAmbiguity(finding) {
      // Whatever it was found by, it belongs to its relation field, ahead of the field's other checks.
      step = .relationField
      if case .field(_, let index) = finding.place { field = index }
      return Order(
        stage: 1, isView: isView, position: schema.position(of: id), step: step.rawValue,
        field: field * 2)
    }
    let stage: Int
    switch finding.stage {
    case .schema: stage = 0
    case .model, .relationField, .index: stage = 1
    case .enumeration: stage = 2
    case .relation: stage = 3
    }
    return Order(
      stage: stage, isView: stage == 1 ? isView : 0, position: schema.position(of: id),
      step: step.rawValue, field: field < 0 ? 0 : field * 2 + 1)
  }

  /// Whether a finding can't be a consequence of an early error.
  private func isSure(_ finding: Finding, rule: Rule) -> Bool {
    if rule.evidence == .text { return true }
    if rule.evidence == .schema { return !early.hasErrors }
    // Which fields two models have for each other is the same in all databases.
    if early.isConfigurationUnsure, rule.evidence != .relationFields { return false }
    if rule.dependsOnPreviewFeatures, early.arePreviewFeaturesUnsure { return false }
    let id = finding.place.block
    // The line itself must be in order, and what its type stands for.
    if early.isSpoilt(id), hasErrorOnLine(of: finding.place) { return false }
    if let field = field(at: finding.place) {
      switch field.type {
      case .enumeration(let type), .composite(let type):
        if early.isSpoilt(type) { return false }
      case .model(let related):
        // Something else may have been meant to be of this name.
        if early.damages[related]?.isOpen == true { return false }
      default: break
      }
    }
    switch rule.evidence {
    case .text, .schema, .line: return true
    case .relationFields:
      guard let other = finding.otherModel else { return false }
      // A field that a broken line names may have been meant as a value.
      if let name = field(at: finding.place)?.identifier.name,
        early.damages[id]?.words.contains(name) == true
      {
        return false
      }
      // A field of this type may have come to stand elsewhere.
      if early.words.contains(Name(schema.declarationName(finding.owner))) { return false }
      return !early.mayHideRelation(in: finding.owner, to: other, of: schema)
        && !early.mayHideRelation(in: other, to: finding.owner, of: schema)
    case .declarations, .keys:
      if rule.evidence == .keys, early.isKeyMisplaced { return false }
      if early.isSpoilt(finding.owner) || early.isSpoilt(id) { return false }
      if let other = finding.otherModel, early.isSpoilt(other) { return false }
      // What a model lacks may stand in a related one.
      if case .declaration = finding.place, finding.stage == .schema || finding.stage == .relation,
        let model = schema.model(id),
        model.fields.contains(where: { $0.type.modelID.map(early.isSpoilt) ?? false })
      {
        return false
      }
      return !finding.related.contains { early.isSpoilt($0.place.block) }
    }
  }

  /// Whether an early error stands on the lines of a place.
  private func hasErrorOnLine(of place: Place) -> Bool {
    guard let damage = early.damages[place.block], let block = schema.block(of: place.block),
      let range = range(of: place)
    else { return true }
    let lines = block.lines(of: range)
    return lines.first != lines.last || damage.lines.contains(lines.first)
  }

  /// The field that a place is in, nil when it is in none.
  private func field(at place: Place) -> Field? {
    switch place {
    case .field(let id, let index), .fieldName(let id, let index),
      .relationPart(let id, let index, _):
      return field(id, index)
    case .range(let id, let range):
      let fields: [Field]
      switch schema.declaration(id) {
      case .model(let model)?: fields = model.fields
      case .compositeType(let type)?: fields = type.fields
      case .enumeration?, nil: return nil
      }
      // The last field that starts no later.
      var low = 0
      var high = fields.count
      while low < high {
        let middle = (low + high) / 2
        if fields[middle].range.start <= range.start { low = middle + 1 } else { high = middle }
      }
      return low > 0 && fields[low - 1].range.contains(range) ? fields[low - 1] : nil
    case .declaration, .declarationName: return nil
    }
  }

  // MARK: Places

  /// The range of a place in its block.
  private func range(of place: Place) -> TextRange? {
    switch place {
    case .range(_, let range): return range
    case .declaration(let id): return schema.declarationRange(id)
    case .declarationName(let id): return schema.declarationNameRange(id)
    case .field(let id, let field): return self.field(id, field)?.range
    case .fieldName(let id, let field): return self.field(id, field)?.identifier.range
    case .relationPart(let id, let field, let part):
      guard let field = self.field(id, field) else { return nil }
      guard let relation = field.relation else { return field.range }
      return relation.range(of: part) ?? relation.range
    }
  }

  private func field(_ id: BlockID, _ index: Int) -> Field? {
    switch schema.declaration(id) {
    case .model(let model)?: model.field(at: index)
    case .compositeType(let type)?: type.fields.indices.contains(index) ? type.fields[index] : nil
    case .enumeration?, nil: nil
    }
  }

  private mutating func add(_ finding: Finding, rule: Rule, isGated: Bool) {
    guard let (file, offset) = schema.place(of: finding.place.block) else { return }
    if files[file].diagnostics.count >= limit {
      files[file].omittedCount += 1
      return
    }
    guard let range = range(of: finding.place) else { return }
    let related = finding.related.compactMap { related -> Diagnostic.RelatedInformation? in
      guard let (file, offset) = schema.place(of: related.place.block),
        let range = self.range(of: related.place)
      else { return nil }
      return .init(file: file, range: range.shifted(by: offset), text: related.text)
    }
    files[file].diagnostics.append(
      Diagnostic(
        rule: rule, range: range.shifted(by: offset), message: finding.message, related: related,
        isGated: isGated, subject: .finding(finding.place, otherModel: finding.otherModel)))
  }

  // MARK: Order and silence

  private func finish(_ file: inout FileDiagnostics, of state: Schema.FileState) {
    if !analyzer.ignoreComments.isEmpty {
      file.diagnostics.removeAll { $0.severity != .error && isSilenced($0, in: state) }
    }
    let all = file.diagnostics
    func precedes(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (all[left].range, all[right].range)
      if first.start != second.start { return first.start < second.start }
      if first.end != second.end { return first.end < second.end }
      return (all[left].id, all[left].message.text) < (all[right].id, all[right].message.text)
    }
    // Their numbers are sorted, since a diagnostic is much to move.
    if all.indices.dropFirst().allSatisfy({ !precedes($0, $0 - 1) }) { return }
    file.diagnostics = all.indices.sorted(by: precedes).map { all[$0] }
  }

  private func isSilenced(_ diagnostic: Diagnostic, in file: Schema.FileState) -> Bool {
    // A comment before a block is part of the block.
    guard let index = file.tree.blockIndex(at: diagnostic.range.start),
      let comments = file.declaration(inBlock: index).flatMap({ analyzer.ignoreComments[$0] })
    else { return false }
    let line = file.tree.blocks[index].line(at: diagnostic.range.start - file.tree.starts[index])
    return comments.silence(diagnostic.id, onLine: line)
  }
}

extension RelationAttribute {
  /// Where a part stands, nil when it is absent.
  fileprivate func range(of part: RelationPart) -> TextRange? {
    switch part {
    case .attribute: range
    case .fields: fields?.range
    case .references: references?.range
    case .map: map?.range
    case .onDelete: onDelete?.range
    case .onUpdate: onUpdate?.range
    case .onDeleteValue: onDelete?.valueRange
    case .onUpdateValue: onUpdate?.valueRange
    }
  }
}

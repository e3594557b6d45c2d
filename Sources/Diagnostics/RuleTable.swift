import SchemaModel
import SchemaParser

/// The rules by what they look at, so that a check goes through a plain list.
struct RuleTable: Sendable {
  // Checks with the indexes of their rules in `rules`. Structs, since functions in an array of
  // tuples would be called through a thunk.

  struct SchemaCheck: Sendable {
    let rule: Int
    let check: @Sendable (SchemaContext, inout Findings) -> Void
  }
  struct CompositeTypeCheck: Sendable {
    let rule: Int
    let check: @Sendable (CompositeTypeContext, inout Findings) -> Void
  }
  struct ModelCheck: Sendable {
    let rule: Int
    let check: @Sendable (ModelContext, inout Findings) -> Void
  }
  struct PrimaryKeyCheck: Sendable {
    let rule: Int
    let check: @Sendable (ModelContext, PrimaryKey, inout Findings) -> Void
  }
  struct FieldCheck: Sendable {
    let rule: Int
    let check: @Sendable (ModelContext, Field, inout Findings) -> Void
  }
  struct ValueFieldCheck: Sendable {
    let rule: Int
    let check: @Sendable (SchemaContext, Field, inout Findings) -> Void
  }
  struct IndexCheck: Sendable {
    let rule: Int
    let check: @Sendable (ModelContext, Index, inout Findings) -> Void
  }
  struct EnumCheck: Sendable {
    let rule: Int
    let check: @Sendable (EnumContext, inout Findings) -> Void
  }
  struct NamespacedCheck: Sendable {
    let rule: Int
    let check: @Sendable (SchemaContext, NamespacedDeclaration, inout Findings) -> Void
  }
  struct RelationCheck: Sendable {
    let rule: Int
    let check: @Sendable (RelationContext, inout Findings) -> Void
  }

  /// All rules, in any order.
  let rules: [Rule]
  private(set) var schema: [SchemaCheck] = []
  private(set) var compositeType: [CompositeTypeCheck] = []
  private(set) var model: [ModelCheck] = []
  private(set) var primaryKey: [PrimaryKeyCheck] = []
  /// By what a field must have for the rule to find something.
  private(set) var scalarField = ByPart<FieldCheck>()
  private(set) var valueField = ByPart<ValueFieldCheck>()
  private(set) var relationField: [FieldCheck] = []
  private(set) var index: [IndexCheck] = []
  private(set) var enumeration: [EnumCheck] = []
  private(set) var namespaced: [NamespacedCheck] = []
  private(set) var relation: [RelationCheck] = []
  // The indexes of the rules of problems, by id, and of syntax errors, by raw value. Tables of other
  // keys would cost more when the program starts than they are used for.
  private var problemRules: [String: Int] = [:]
  private var syntaxRules: [Int] = Array(repeating: -1, count: SyntaxError.Kind.allCases.count)

  /// The one table, of the rules in ``RuleCatalog``.
  static let shared = RuleTable(RuleCatalog.unsorted)

  init(_ rules: [Rule]) {
    self.rules = rules
    for (index, rule) in rules.enumerated() {
      switch rule.check {
      case .syntax(let kind, _):
        let place = Int(kind.rawValue)
        if syntaxRules.indices.contains(place) { syntaxRules[place] = index }
      case .problem: problemRules[rule.id] = index
      case .schema(let check): schema.append(SchemaCheck(rule: index, check: check))
      case .compositeType(let check):
        compositeType.append(CompositeTypeCheck(rule: index, check: check))
      case .model(let check): model.append(ModelCheck(rule: index, check: check))
      case .primaryKey(let check): primaryKey.append(PrimaryKeyCheck(rule: index, check: check))
      case .scalarField(let check):
        scalarField.append(FieldCheck(rule: index, check: check), to: rule.looksAt)
      case .valueField(let check):
        valueField.append(ValueFieldCheck(rule: index, check: check), to: rule.looksAt)
      case .relationField(let check): relationField.append(FieldCheck(rule: index, check: check))
      case .index(let check): self.index.append(IndexCheck(rule: index, check: check))
      case .enumeration(let check): enumeration.append(EnumCheck(rule: index, check: check))
      case .namespaced(let check):
        namespaced.append(NamespacedCheck(rule: index, check: check))
      case .relation(let check): relation.append(RelationCheck(rule: index, check: check))
      }
    }
  }

  /// The index of the rule that puts a problem into words.
  func rule(of kind: Problem.Kind) -> Int? { problemRules[kind.rawValue] }

  /// The index of the rule that puts a syntax error into words.
  func rule(of kind: SyntaxError.Kind) -> Int? {
    let place = Int(kind.rawValue)
    return syntaxRules.indices.contains(place) && syntaxRules[place] >= 0 ? syntaxRules[place] : nil
  }

  // MARK: Running

  /// Checks one declaration with all that belongs to it.
  func check(_ id: BlockID, in base: SchemaContext) -> Findings.Result {
    var findings = Findings(block: id)
    switch base.schema.declaration(id) {
    case .model(let model)?: check(model, in: base, &findings)
    case .enumeration(let type)?:
      let context = EnumContext(base: base, type: type)
      findings.stage = .enumeration
      for entry in enumeration {
        findings.rule = entry.rule
        entry.check(context, &findings)
      }
      check(
        NamespacedDeclaration(
          id: id, keyword: "enum", name: type.name, range: type.range, schema: type.schema),
        in: base, &findings)
    case .compositeType(let type)?:
      let context = CompositeTypeContext(base: base, type: type)
      for entry in compositeType {
        findings.rule = entry.rule
        findings.isConditional = rules[entry.rule].onlyWithoutErrors
        entry.check(context, &findings)
      }
      findings.isConditional = true
      for field in type.fields where field.isScalar {
        check(value: field, in: base, &findings)
      }
    case nil: break
    }
    return findings.result
  }

  /// Checks the schema as a whole.
  func checkSchema(_ base: SchemaContext) -> Findings.Result {
    var findings = Findings(block: BlockID(0))
    findings.isOfSchema = true
    for entry in schema {
      findings.rule = entry.rule
      findings.stage = .schema
      findings.otherModel = nil
      findings.field = -1
      entry.check(base, &findings)
    }
    return findings.result
  }

  private func check(_ model: Model, in base: SchemaContext, _ findings: inout Findings) {
    let context = ModelContext(base: base, model: model)
    findings.stage = .model
    for entry in self.model {
      findings.rule = entry.rule
      entry.check(context, &findings)
    }
    check(
      NamespacedDeclaration(
        id: model.id, keyword: model.keyword, name: model.name, range: model.range,
        schema: model.schema),
      in: base, &findings)
    if let key = model.primaryKey {
      for entry in primaryKey {
        findings.rule = entry.rule
        entry.check(context, key, &findings)
      }
    }
    for field in model.fields {
      if field.isScalar {
        check(scalar: field, in: context, &findings)
        check(value: field, in: base, &findings)
      } else if let related = field.type.modelID {
        findings.stage = .relationField
        findings.otherModel = related
        findings.field = field.index
        for entry in relationField {
          findings.rule = entry.rule
          entry.check(context, field, &findings)
        }
        findings.stage = .model
        findings.otherModel = nil
        findings.field = -1
      }
    }
    findings.stage = .index
    for index in model.indexes {
      for entry in self.index {
        findings.rule = entry.rule
        entry.check(context, index, &findings)
      }
    }
    findings.stage = .relation
    for relation in base.schema.relations(createdBy: model.id) {
      guard let referencing = base.schema.model(relation.referencingModel),
        let referenced = base.schema.model(relation.referencedModel)
      else { continue }
      let context = RelationContext(
        base: base, relation: relation, referencingModel: referencing, referencedModel: referenced)
      let isCreator = relation.referencingModel == model.id && relation.forward != nil
      findings.otherModel = isCreator ? relation.referencedModel : relation.referencingModel
      findings.field = (isCreator ? relation.forward : relation.back) ?? -1
      for entry in self.relation {
        findings.rule = entry.rule
        findings.isConditional = rules[entry.rule].onlyWithoutErrors
        entry.check(context, &findings)
      }
    }
  }

  private func check(
    _ declaration: NamespacedDeclaration, in context: SchemaContext, _ findings: inout Findings
  ) {
    for entry in namespaced {
      findings.rule = entry.rule
      entry.check(context, declaration, &findings)
    }
  }

  /// Runs the checks of a scalar field that can find something in what it has.
  private func check(scalar field: Field, in context: ModelContext, _ findings: inout Findings) {
    func run(_ checks: [FieldCheck]) {
      for entry in checks {
        findings.rule = entry.rule
        entry.check(context, field, &findings)
      }
    }
    run(scalarField.whole)
    if field.defaultValue != nil { run(scalarField.defaultValue) }
    if field.nativeType != nil { run(scalarField.nativeType) }
    if field.map != nil { run(scalarField.map) }
  }

  /// ``check(scalar:in:_:)`` for the checks that fields of composite types have, too.
  private func check(value field: Field, in context: SchemaContext, _ findings: inout Findings) {
    func run(_ checks: [ValueFieldCheck]) {
      for entry in checks {
        findings.rule = entry.rule
        entry.check(context, field, &findings)
      }
    }
    run(valueField.whole)
    if field.defaultValue != nil { run(valueField.defaultValue) }
    if field.nativeType != nil { run(valueField.nativeType) }
    if field.map != nil { run(valueField.map) }
  }
}

/// Checks by what a field must have for them to find something.
struct ByPart<Check: Sendable>: Sendable {
  private(set) var whole: [Check] = []
  private(set) var defaultValue: [Check] = []
  private(set) var nativeType: [Check] = []
  private(set) var map: [Check] = []

  mutating func append(_ check: Check, to part: FieldPart) {
    switch part {
    case .whole: whole.append(check)
    case .defaultValue: defaultValue.append(check)
    case .nativeType: nativeType.append(check)
    case .map: map.append(check)
    }
  }
}

import SchemaModel
import SchemaParser

/// The rules by what they look at, so that a check goes through a plain list.
struct RuleTable: Sendable {
  /// A check with the index of its rule in ``rules``.
  typealias Entry<Check: Sendable> = (rule: Int, check: Check)

  /// All rules, sorted by id.
  let rules: [Rule]
  private(set) var schema: [Entry<@Sendable (SchemaContext, inout Findings) -> Void>] = []
  private(set) var compositeType:
    [Entry<@Sendable (CompositeTypeContext, inout Findings) -> Void>] = []
  private(set) var model: [Entry<@Sendable (ModelContext, inout Findings) -> Void>] = []
  private(set) var primaryKey:
    [Entry<@Sendable (ModelContext, PrimaryKey, inout Findings) -> Void>] = []
  private(set) var scalarField: [Entry<@Sendable (ModelContext, Field, inout Findings) -> Void>] =
    []
  private(set) var valueField: [Entry<@Sendable (SchemaContext, Field, inout Findings) -> Void>] =
    []
  private(set) var relationField: [Entry<@Sendable (ModelContext, Field, inout Findings) -> Void>] =
    []
  private(set) var index: [Entry<@Sendable (ModelContext, Index, inout Findings) -> Void>] = []
  private(set) var enumeration: [Entry<@Sendable (EnumContext, inout Findings) -> Void>] = []
  private(set) var relation: [Entry<@Sendable (RelationContext, inout Findings) -> Void>] = []
  /// The index of the rule of each problem and syntax error.
  private(set) var problemRules: [Problem.Kind: Int] = [:]
  private(set) var syntaxRules: [SyntaxError.Kind: Int] = [:]

  /// The one table, of the rules in ``RuleCatalog``.
  static let shared = RuleTable(RuleCatalog.all)

  init(_ rules: [Rule]) {
    self.rules = rules
    for (index, rule) in rules.enumerated() {
      switch rule.check {
      case .syntax(let kind, _): syntaxRules[kind] = index
      case .problem: if let kind = Problem.Kind(rawValue: rule.id) { problemRules[kind] = index }
      case .schema(let check): schema.append((index, check))
      case .compositeType(let check): compositeType.append((index, check))
      case .model(let check): model.append((index, check))
      case .primaryKey(let check): primaryKey.append((index, check))
      case .scalarField(let check): scalarField.append((index, check))
      case .valueField(let check): valueField.append((index, check))
      case .relationField(let check): relationField.append((index, check))
      case .index(let check): self.index.append((index, check))
      case .enumeration(let check): enumeration.append((index, check))
      case .relation(let check): relation.append((index, check))
      }
    }
  }

  // MARK: Running

  /// Checks one declaration with all that belongs to it.
  func check(_ id: BlockID, in base: SchemaContext) -> [Finding] {
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
    case .compositeType(let type)?:
      let context = CompositeTypeContext(base: base, type: type)
      for entry in compositeType {
        findings.rule = entry.rule
        findings.isConditional = rules[entry.rule].onlyWithoutErrors
        entry.check(context, &findings)
      }
      findings.isConditional = true
      for field in type.fields where field.isScalar {
        for entry in valueField {
          findings.rule = entry.rule
          entry.check(base, field, &findings)
        }
      }
    case nil: break
    }
    return findings.all
  }

  /// Checks the schema as a whole.
  func checkSchema(_ base: SchemaContext) -> [Finding] {
    var findings = Findings(block: BlockID(0))
    findings.isOfSchema = true
    for entry in schema {
      findings.rule = entry.rule
      findings.stage = .schema
      findings.otherModel = nil
      findings.field = -1
      entry.check(base, &findings)
    }
    return findings.all
  }

  private func check(_ model: Model, in base: SchemaContext, _ findings: inout Findings) {
    let context = ModelContext(base: base, model: model)
    findings.stage = .model
    for entry in self.model {
      findings.rule = entry.rule
      entry.check(context, &findings)
    }
    if let key = model.primaryKey {
      for entry in primaryKey {
        findings.rule = entry.rule
        entry.check(context, key, &findings)
      }
    }
    for field in model.fields {
      if field.isScalar {
        for entry in scalarField {
          findings.rule = entry.rule
          entry.check(context, field, &findings)
        }
        for entry in valueField {
          findings.rule = entry.rule
          entry.check(base, field, &findings)
        }
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
}

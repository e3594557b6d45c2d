import SchemaModel
import SchemaParser

/// What a rule sees: the schema at one moment.
public final class SchemaContext: Sendable {
  public let schema: Schema

  /// The database. Stored, since nearly every rule asks for it first.
  public let connector: Connector

  /// What most of the schema does.
  let conventions: Conventions

  /// What is known of the schema as a whole.
  private let survey: SchemaSurvey

  init(schema: Schema, survey: SchemaSurvey) {
    self.schema = schema
    self.survey = survey
    connector = schema.configuration.connector
    conventions = survey.conventions
  }

  /// What was counted of a declaration.
  func census(of id: BlockID) -> Census { survey.census(of: id) }

  /// The relations that close circles of rows which need each other.
  var requiredCascades: [CascadeGraph.Edge] { survey.requiredCascades.circular }

  /// What the datasources and generators say.
  public var configuration: Configuration { schema.configuration }
}

/// One model or view with the schema around it.
public struct ModelContext: Sendable {
  public let base: SchemaContext
  public let model: Model

  public init(base: SchemaContext, model: Model) {
    self.base = base
    self.model = model
  }

  public var schema: Schema { base.schema }
  public var configuration: Configuration { base.configuration }
  public var connector: Connector { base.connector }
}

/// One composite type with the schema around it.
public struct CompositeTypeContext: Sendable {
  public let base: SchemaContext
  public let type: CompositeType

  public init(base: SchemaContext, type: CompositeType) {
    self.base = base
    self.type = type
  }

  public var schema: Schema { base.schema }
  public var connector: Connector { base.connector }
}

/// One enum with the schema around it.
public struct EnumContext: Sendable {
  public let base: SchemaContext
  public let type: EnumType

  public init(base: SchemaContext, type: EnumType) {
    self.base = base
    self.type = type
  }

  public var schema: Schema { base.schema }
  public var connector: Connector { base.connector }
}

/// A model, view or enum: what can be put into a schema of the database.
public struct NamespacedDeclaration: Sendable {
  public let id: BlockID
  /// `model`, `view` or `enum`.
  public let keyword: String
  public let name: String
  /// The span class BLOCK.
  public let range: TextRange
  /// `@@schema`: its value with the span class EXPR.
  public let schema: SchemaName?
}

/// One relation with its sides.
public struct RelationContext: Sendable {
  public let base: SchemaContext
  public let relation: Relation
  /// The model of the forward side, or of side A.
  public let referencingModel: Model
  /// The model of the back side, or of side B.
  public let referencedModel: Model

  public init(
    base: SchemaContext, relation: Relation, referencingModel: Model, referencedModel: Model
  ) {
    self.base = base
    self.relation = relation
    self.referencingModel = referencingModel
    self.referencedModel = referencedModel
  }

  public var schema: Schema { base.schema }
  public var configuration: Configuration { base.configuration }
  public var connector: Connector { base.connector }

  /// The field on the forward side, or of side A.
  public var forward: Field? { relation.forward.flatMap { referencingModel.field(at: $0) } }
  /// The field on the back side, or of side B.
  public var back: Field? { relation.back.flatMap { referencedModel.field(at: $0) } }
  /// Where the forward field stands.
  public var forwardPlace: Place? { relation.forward.map { .field(referencingModel.id, $0) } }
  /// Where the back field stands.
  public var backPlace: Place? { relation.back.map { .field(referencedModel.id, $0) } }
}

extension Model {
  /// The field at `index`, nil when there is none.
  public func field(at index: Int) -> Field? {
    fields.indices.contains(index) ? fields[index] : nil
  }
}

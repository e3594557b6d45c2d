import SchemaModel
import SchemaParser

/// What a rule sees: the schema at one moment.
package final class SchemaContext: Sendable {
  package let schema: Schema

  /// The database. Stored, since nearly every rule asks for it first.
  package let connector: Connector

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
  package var configuration: Configuration { schema.configuration }
}

/// One model or view with the schema around it.
package struct ModelContext: Sendable {
  package let base: SchemaContext
  package let model: Model

  package init(base: SchemaContext, model: Model) {
    self.base = base
    self.model = model
  }

  package var schema: Schema { base.schema }
  package var configuration: Configuration { base.configuration }
  package var connector: Connector { base.connector }
}

/// One composite type with the schema around it.
package struct CompositeTypeContext: Sendable {
  package let base: SchemaContext
  package let type: CompositeType

  package init(base: SchemaContext, type: CompositeType) {
    self.base = base
    self.type = type
  }

  package var schema: Schema { base.schema }
  package var connector: Connector { base.connector }
}

/// One enum with the schema around it.
package struct EnumContext: Sendable {
  package let base: SchemaContext
  package let type: EnumType

  package init(base: SchemaContext, type: EnumType) {
    self.base = base
    self.type = type
  }

  package var schema: Schema { base.schema }
  package var connector: Connector { base.connector }
}

/// A model, view or enum: what can be put into a schema of the database.
package struct NamespacedDeclaration: Sendable {
  package let id: BlockID
  /// `model`, `view` or `enum`.
  package let keyword: String
  package let name: String
  /// The span class BLOCK.
  package let range: TextRange
  /// `@@schema`: its value with the span class EXPR.
  package let schema: SchemaName?
}

/// One relation with its sides.
package struct RelationContext: Sendable {
  package let base: SchemaContext
  package let relation: Relation
  /// The model of the forward side, or of side A.
  package let referencingModel: Model
  /// The model of the back side, or of side B.
  package let referencedModel: Model

  package init(
    base: SchemaContext, relation: Relation, referencingModel: Model, referencedModel: Model
  ) {
    self.base = base
    self.relation = relation
    self.referencingModel = referencingModel
    self.referencedModel = referencedModel
  }

  package var schema: Schema { base.schema }
  package var configuration: Configuration { base.configuration }
  package var connector: Connector { base.connector }

  /// The field on the forward side, or of side A.
  package var forward: Field? { relation.forward.flatMap { referencingModel.field(at: $0) } }
  /// The field on the back side, or of side B.
  package var back: Field? { relation.back.flatMap { referencedModel.field(at: $0) } }
  /// Where the forward field stands.
  package var forwardPlace: Place? { relation.forward.map { .field(referencingModel.id, $0) } }
  /// Where the back field stands.
  package var backPlace: Place? { relation.back.map { .field(referencedModel.id, $0) } }
}

extension Model {
  /// The field at `index`, nil when there is none.
  package func field(at index: Int) -> Field? {
    fields.indices.contains(index) ? fields[index] : nil
  }
}

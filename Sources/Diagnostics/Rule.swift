import SchemaModel
import SchemaParser

/// One rule of the language: its id, how bad its findings are, and how it is checked.
///
/// Rules are static members, one a file in `Rules/`, listed in ``RuleCatalog``. The doc comment of
/// a rule is its manual page and a test: `docs/rules/<id>.md` and `prisma-lsp rules ID` show it, and
/// each example in it must report exactly what it marks.
///
/// An object, since each diagnostic holds its rule.
public final class Rule: Sendable {
  /// The id that users see, such as `duplicate-field`.
  public let id: String
  /// Whether it is one of our own, which the reference has no counterpart for.
  public let isLint: Bool
  /// How bad its findings are.
  public let severity: Severity
  /// How it is checked.
  public let check: Check
  /// What the editor may do with the marked text.
  public let tags: [DiagnosticTag]
  /// Whether a finding rests on the features in `previewFeatures`, and so is unsure while a generator
  /// block is broken.
  public let dependsOnPreviewFeatures: Bool
  /// Whether the reference gives this finding only while it has found no error at all.
  public let onlyWithoutErrors: Bool

  /// What a field must have for a check of fields to find something.
  public let looksAt: FieldPart
  /// How much of the text its findings rest on.
  public let evidence: Evidence

  public init(
    id: String, severity: Severity, tags: [DiagnosticTag] = [], looksAt: FieldPart = .whole,
    evidence: Evidence = .declarations, dependsOnPreviewFeatures: Bool = false,
    onlyWithoutErrors: Bool = false, check: Check
  ) {
    self.id = id
    isLint = id.hasPrefix("lint-")
    self.severity = severity
    self.tags = tags
    self.evidence = evidence
    self.looksAt = looksAt
    self.dependsOnPreviewFeatures = dependsOnPreviewFeatures
    self.onlyWithoutErrors = onlyWithoutErrors
    self.check = check
  }

  /// How much of the text the findings of a rule rest on. Where one of the parts is broken, a finding
  /// may be a consequence and is held back.
  public enum Evidence: Sendable {
    /// On no other part: it says what stands in the text.
    case text
    /// On the line that is marked alone, and on the configuration.
    case line
    /// On the line that is marked, and on the relation fields that two models have for each other.
    case relationFields
    /// On the declarations of the places that it names; of a relation on both models.
    case declarations
    /// On the declarations too, and on no key standing where it does not belong.
    case keys
    /// On all declarations of the schema.
    case schema
  }

  /// How a rule is checked. The cases are in the order in which the reference looks.
  public enum Check: Sendable {
    /// An error that the parser found; the closure puts it into words. The second parameter is the
    /// text of the range.
    case syntax(SyntaxError.Kind, @Sendable (SyntaxError, SyntaxBlock) -> Message)
    /// A problem that the resolution of the schema found (it has the rule's id); the closure puts it
    /// into words.
    case problem(@Sendable (Problem) -> Message)
    /// Looks at the configuration and at the schema as a whole.
    case schema(@Sendable (SchemaContext, inout Findings) -> Void)
    /// Looks at one composite type.
    case compositeType(@Sendable (CompositeTypeContext, inout Findings) -> Void)
    /// Looks at one model or view.
    case model(@Sendable (ModelContext, inout Findings) -> Void)
    /// Looks at the primary key of one model or view.
    case primaryKey(@Sendable (ModelContext, PrimaryKey, inout Findings) -> Void)
    /// Looks at one scalar field of a model or view.
    case scalarField(@Sendable (ModelContext, Field, inout Findings) -> Void)
    /// Looks at one scalar field of a model, view or composite type. The reference looks at those of a
    /// composite type only while it has found no error at all.
    case valueField(@Sendable (SchemaContext, Field, inout Findings) -> Void)
    /// Looks at one relation field of a model or view.
    case relationField(@Sendable (ModelContext, Field, inout Findings) -> Void)
    /// Looks at one unique, index or full-text index of a model or view.
    case index(@Sendable (ModelContext, Index, inout Findings) -> Void)
    /// Looks at one enum.
    case enumeration(@Sendable (EnumContext, inout Findings) -> Void)
    /// Looks at one model, view or enum: at where it is in the database.
    case namespaced(@Sendable (SchemaContext, NamespacedDeclaration, inout Findings) -> Void)
    /// Looks at one relation, with both its sides.
    case relation(@Sendable (RelationContext, inout Findings) -> Void)
  }
}

/// A part of a field that the checks of some rules are about.
public enum FieldPart: Sendable {
  /// The field itself.
  case whole
  /// Its `@default`.
  case defaultValue
  /// Its native type.
  case nativeType
  /// Its `@map`.
  case map
}

/// What an editor may do with the text of a finding.
///
/// Source: LSP 3.18, `DiagnosticTag`.
public enum DiagnosticTag: Int, Sendable {
  /// Shown faded.
  case unnecessary = 1
  /// Shown struck through.
  case deprecated = 2
}

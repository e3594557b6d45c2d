import SchemaModel
import SchemaParser

extension Rule {
  /// The name of a model or enum is written in another style than the rest.
  ///
  /// Names are easier to guess when all are formed alike. A style prevails when four of five names have
  /// it, of at least five; models are compared with models, and enums with enums.
  /// The table can keep its name: `@@map`.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  /// }
  ///
  /// model BlogPost {
  ///   id Int @id
  /// }
  ///
  /// model Comment {
  ///   id Int @id
  /// }
  ///
  /// model Category {
  ///   id Int @id
  /// }
  ///
  /// model mail_queue {
  ///       ~~~~~~~~~~ hint[lint-type-name-style]: `mail_queue` is not written in PascalCase, as other models are
  ///   id Int @id
  /// }
  /// ```
  public static let lintTypeNameStyle = Rule(
    id: "lint-type-name-style", severity: .hint, evidence: .text,
    check: .namespaced { context, declaration, findings in
      let isEnum = declaration.keyword == "enum"
      let conventions = context.conventions
      guard let prevailing = isEnum ? conventions.enumNames : conventions.modelNames,
        let style = context.style(of: declaration.id), style.isUnlike(prevailing, ofType: true)
      else { return }
      findings.report(
        Message(
          "`\(declaration.name)` is not written in \(prevailing.title), as other "
            + "\(isEnum ? "enums" : "models") are",
          help:
            "call it `\(prevailing.styled(declaration.name))`, and keep the name in the database "
            + "with `@@map`"),
        at: .declarationName(declaration.id))
    })
}

extension SchemaContext {
  /// The style of a model's or enum's name; nil where it is of no account.
  fileprivate func style(of id: BlockID) -> NameStyle? {
    switch schema.declaration(id) {
    case .model(let model)?:
      model.isView || model.isIgnored ? nil : NameStyle(of: model.identifier, in: model.block)
    case .enumeration(let type)?: NameStyle(of: type.identifier, in: type.block)
    case .compositeType?, nil: nil
    }
  }
}

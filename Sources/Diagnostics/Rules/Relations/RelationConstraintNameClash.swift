import SchemaModel
import SchemaParser

extension Rule {
  /// The name of a foreign key is taken by another constraint.
  ///
  /// In MySQL and SQL Server the names of all foreign keys of a schema differ, in PostgreSQL and
  /// CockroachDB those of one table. Names that aren't given are made of the table and its columns.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id      Int    @id
  ///   written Post[] @relation("author")
  ///   edited  Post[] @relation("editor")
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation("author", fields: [authorId], references: [id], map: "user_fk")
  ///                                                                           ~~~~~~~~~~~~~~ error[relation-constraint-name-clash]: foreign key name `user_fk` is already taken in this schema
  ///   authorId Int
  ///   editor   User @relation("editor", fields: [editorId], references: [id], map: "user_fk")
  ///                                                                           ~~~~~~~~~~~~~~ error[relation-constraint-name-clash]: foreign key name `user_fk` is already taken in this schema
  ///   editorId Int
  /// }
  /// ```
  public static let relationConstraintNameClash = Rule(
    id: "relation-constraint-name-clash", severity: .error,
    check: .schema { context, findings in
      let schema = context.schema
      for clash in schema.constraintNameClashes(of: .foreignKey) {
        let constraint = clash.constraint
        findings.stage = .relation
        findings.field = constraint.ordinal
        findings.otherModel =
          schema.model(constraint.model)?.field(at: constraint.ordinal)?.type.modelID
          ?? schema.namesake(of: constraint)
        let scope: String
        switch clash.scope {
        case .global: scope = "this schema"
        case .model: scope = "`\(schema.model(constraint.model)?.name ?? "")`"
        }
        let isGiven = schema.foreignKeyMap(constraint) != nil
        findings.report(
          Message(
            "foreign key name `\(constraint.text)` is already taken in \(scope)",
            note: isGiven ? nil : "without `map` the name is made of the table and its columns",
            help: isGiven
              ? "choose another name in `map`" : "give the foreign key a name of its own by `map`"),
          at: schema.place(ofForeignKey: constraint),
          related: [
            RelatedPlace(
              schema.place(of: clash.other),
              "\(clash.other.kind.phrase) of `\(schema.model(clash.other.model)?.name ?? "")` "
                + "has it")
          ]
            + [constraint, clash.other].compactMap(schema.namesake).map {
              RelatedPlace(.declarationName($0), "a relation without a field here takes its name")
            })
      }
    })
}

extension Schema {
  /// The model after whose table the foreign key of a relation without forward field is called; nil for
  /// other constraints.
  fileprivate func namesake(of constraint: ConstraintName) -> BlockID? {
    constraint.backField.flatMap { model(constraint.model)?.field(at: $0)?.type.modelID }
  }

  /// The name written for a foreign key, nil when it is generated.
  fileprivate func foreignKeyMap(_ constraint: ConstraintName) -> NamedArgument? {
    model(constraint.model)?.field(at: constraint.ordinal)?.relation?.map
  }

  /// The argument `map`, else the field; of a relation without forward field the model.
  fileprivate func place(ofForeignKey constraint: ConstraintName) -> Place {
    guard constraint.ordinal >= 0 else { return .declaration(constraint.model) }
    return foreignKeyMap(constraint) == nil
      ? .field(constraint.model, constraint.ordinal)
      : .relationPart(constraint.model, constraint.ordinal, .map)
  }

  fileprivate func place(of constraint: ConstraintName) -> Place {
    switch constraint.kind {
    case .foreignKey: place(ofForeignKey: constraint)
    case .defaultValue where constraint.ordinal >= 0:
      .field(constraint.model, constraint.ordinal)
    default: .declarationName(constraint.model)
    }
  }
}

extension ConstraintName.Kind {
  fileprivate var phrase: String {
    switch self {
    case .primaryKey: "the primary key"
    case .unique: "a unique"
    case .index: "an index"
    case .foreignKey: "a foreign key"
    case .defaultValue: "a default value"
    }
  }
}

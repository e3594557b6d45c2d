import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Replaces a word that does not exist by the one that was probably meant.
  static let changeSpelling = QuickFix("Correct a word", rules: vocabularies.keys.sorted()) {
    context in
    guard let words = vocabularies[context.diagnostic.id]?(context) else { return [] }
    return words.flatMap { word -> [CodeAction] in
      let written = context.block.text(word.range).filter { $0 != "\"" }
      let known = word.candidates.filter { $0 != written }
      let meant =
        known.first { $0.lowercased() == written.lowercased() }
        ?? Suggestion.nearest(to: written, among: known) ?? word.synonyms[written.lowercased()]
      guard let meant, known.contains(meant) else { return [] }
      // A name of one or two letters is like any other one.
      let isObvious =
        words.count == 1 && written.utf8.count > 2
        && !(rulesOfFields.contains(context.diagnostic.id) && context.mayMeanHiddenField(meant))
      return [
        context.fix("Change spelling to '\(meant)'", isPreferred: isObvious) { edit in
          let isQuoted = context.block.text(word.range).hasPrefix("\"")
          context.editor.replace(word.range, with: isQuoted ? "\"\(meant)\"" : meant, in: &edit)
        }
      ]
    }
  }

  /// Rules about names of fields.
  private static let rulesOfFields: Set<String> = [
    "id-unknown-field", "index-unknown-field", "relation-fields-unknown",
    "relation-references-unknown", "shard-key-unknown-field",
  ]

  /// A word that does not exist, and those that could stand in its place.
  fileprivate struct Misspelling {
    let range: TextRange
    let candidates: [String]
    var synonyms: [String: String] = [:]
  }

  /// What can be misspelt, for each of the rules.
  fileprivate static let vocabularies: [String: @Sendable (QuickFixContext) -> [Misspelling]] = [
    "attribute-unknown": { context in
      guard let attribute = context.attribute, let path = attribute.path else { return [] }
      let sign = attribute.syntax.kind == .blockAttribute ? "@@" : "@"
      let names = LanguageReference.attributes.map(\.name).filter {
        $0.hasPrefix(sign) && $0.hasPrefix("@@") == (sign == "@@")
      }.map { String($0.dropFirst(sign.count)) }
      var present = context.fieldSyntax?.attributes.compactMap { $0.path?.text } ?? []
      if context.model?.primaryKey != nil { present.append("id") }
      return [
        Misspelling(
          range: path.range, candidates: names.filter { [present] in !present.contains($0) },
          synonyms: [
            "primary": "id", "pk": "id", "primarykey": "id", "uniq": "unique", "column": "map",
            "name": "map", "table": "map", "references": "relation", "updated_at": "updatedAt",
          ])
      ]
    },
    "argument-unknown": { context in
      guard let argument = context.cursor.innermost(.argument).flatMap({ ArgumentSyntax($0) }),
        let name = argument.name, let attribute = context.attribute,
        context.cursor.innermost(.functionCall) == nil
      else { return [] }
      let sign = attribute.syntax.kind == .blockAttribute ? "@@" : "@"
      let parameters =
        LanguageReference.attribute(sign + (attribute.path?.text ?? ""))?.parameters ?? []
      let present = attribute.arguments.compactMap { $0.name?.text }
      return [
        Misspelling(
          range: name.range,
          candidates: parameters.map(\.name).filter { !present.contains($0) })
      ]
    },
    "id-unknown-field": unknownFields, "index-unknown-field": unknownFields,
    "shard-key-unknown-field": unknownFields,
    "relation-fields-unknown": { context in
      context.relationField.map { side in
        side.misspelt("fields", among: side.model)
      } ?? []
    },
    "relation-references-unknown": { context in
      context.relationField.map { side in
        side.misspelt("references", among: side.related)
      } ?? []
    },
    "where-unknown-field": { context in
      guard let model = context.model, let attribute = context.attribute else { return [] }
      let members = attribute.arguments.compactMap(\.value).flatMap(\.members)
      return members.filter { model.field(Name($0.name.text)) == nil }.map {
        Misspelling(range: $0.name.range, candidates: model.fields.filter(\.isScalar).map(\.name))
      }
    },
    "default-enum-unknown-value": { context in
      guard let id = context.field?.type.declaration, let type = context.schema.enumeration(id)
      else { return [] }
      let values = context.attribute(named: "default")?.arguments.compactMap(\.value) ?? []
      return values.flatMap(\.elements).filter { $0.text == context.problem?[0] }.map {
        Misspelling(range: $0.range, candidates: type.values.map(\.identifier.text))
      }
    },
    "default-unknown-function": functionNames, "default-composite-unknown-function": functionNames,
    "native-type-unknown": { context in
      guard let path = context.attribute?.path, let field = context.field,
        let dot = path.text.firstIndex(of: ".")
      else { return [] }
      let start = path.range.start + path.text[...dot].utf8.count
      let fitting = context.connector.nativeTypes.filter { type in
        field.type.scalar.map(type.scalars.contains) ?? false
      }
      return [
        Misspelling(
          range: TextRange(start, path.range.end), candidates: fitting.map(\.name),
          synonyms: [
            "longtext": "Text", "mediumtext": "Text", "nvarchar": "VarChar", "string": "VarChar",
            "datetime": "Timestamp", "int": "Integer", "double": "DoublePrecision",
            "bool": "Boolean", "guid": "Uuid",
          ])
      ]
    },
    "relation-action-unknown": { context in
      [
        Misspelling(
          range: context.range,
          candidates: context.schema.configuration.referentialActions.actions.map(\.rawValue),
          synonyms: ["delete": "Cascade", "null": "SetNull", "default": "SetDefault"])
      ]
    },
    "index-type-unknown": { context in
      guard let value = context.valueOfArgument("type") else { return [] }
      return [
        Misspelling(
          range: value.range,
          candidates: Index.Method.allCases.filter { context.connector.supports($0) }
            .map(\.rawValue))
      ]
    },
    "index-ops-unknown": { context in
      [Misspelling(range: context.range, candidates: OperatorClasses.all)]
    },
    "datasource-provider-unknown": { context in
      [
        Misspelling(
          range: context.range,
          candidates: Connector.allCases.filter { $0 != .none }.map(\.displayName),
          synonyms: [
            "postgre": "postgresql", "pg": "postgresql", "psql": "postgresql",
            "mariadb": "mysql", "maria": "mysql", "mssql": "sqlserver", "mongo": "mongodb",
            "cockroach": "cockroachdb", "crdb": "cockroachdb", "sqlite3": "sqlite",
          ])
      ]
    },
    "datasource-property-unknown": { context in
      guard let name = context.cursor.innermost(.property)?.first(.name) else { return [] }
      var keys = ["provider", "relationMode", "schemas", "extensions"]
      if context.schema.configuration.version != .seven {
        keys += ["url", "directUrl", "shadowDatabaseUrl"]
      }
      return [
        Misspelling(
          range: name.range, candidates: keys.filter { context.propertyNamed($0) == nil })
      ]
    },
    "preview-feature-unknown": { context in
      let configuration = context.schema.configuration
      let present = context.propertyNamed("previewFeatures")?.value?.elements
        .compactMap(\.stringValue)
      let listed = PreviewFeatures.listed(
        version: configuration.version, connector: configuration.connector)
      guard let element = context.previewFeature else { return [] }
      return [
        Misspelling(
          range: element.range,
          candidates: listed.filter { !(present ?? []).contains($0) })
      ]
    },
    "value-type-mismatch": { context in
      guard context.cursor.innermost(.property)?.first(.name)?.text.hasSuffix("rl") == true,
        let path = context.cursor.innermost(.functionCall)?.first(.path)
      else { return [] }
      return [Misspelling(range: path.range, candidates: ["env"], synonyms: ["evn": "env"])]
    },
    "sequence-argument-unknown": { context in
      guard let name = context.cursor.innermost(.argument)?.first(.name) else { return [] }
      return [
        Misspelling(
          range: name.range, candidates: DefaultFunction.sequenceArguments,
          synonyms: ["step": "increment", "min": "minValue", "max": "maxValue", "by": "increment"])
      ]
    },
    "extension-argument-unknown": { context in
      guard let name = context.cursor.innermost(.argument)?.first(.name) else { return [] }
      return [
        Misspelling(
          range: name.range, candidates: ["map", "schema", "version"], synonyms: ["name": "map"])
      ]
    },
  ]

  fileprivate static let unknownFields: @Sendable (QuickFixContext) -> [Misspelling] = { context in
    guard let model = context.model else { return [] }
    let elements =
      context.attribute?.arguments.compactMap(\.value).flatMap(\.elements) ?? []
    return elements.compactMap { element in
      let name = element.functionName ?? element.constantValue
      guard let name, !name.contains("."), model.field(Name(name)) == nil,
        let range = element.syntax.first(.path)?.range
          ?? (element.kind == .constant ? element.range : nil)
      else { return nil }
      return Misspelling(range: range, candidates: model.scalarNames(notIn: elements))
    }
  }

  fileprivate static let functionNames: @Sendable (QuickFixContext) -> [Misspelling] = { context in
    guard let path = context.cursor.innermost(.functionCall)?.first(.path) else { return [] }
    return [
      Misspelling(
        range: path.range, candidates: DefaultFunction.names(on: context.connector),
        synonyms: [
          "today": "now", "current_timestamp": "now", "currenttimestamp": "now", "guid": "uuid",
          "gen_random_uuid": "uuid", "serial": "autoincrement", "auto_increment": "autoincrement",
        ])
    ]
  }
}

extension QuickFixContext {
  /// Whether a name may be that of a field that is gone or can't be read, rather than be meant for the one
  /// that is like it: the id of a model is named where it is meant.
  fileprivate func mayMeanHiddenField(_ likely: String) -> Bool {
    let id = model?.primaryKey?.fields.compactMap { model?.field(at: $0.field)?.name } ?? []
    return diagnostic.id != "relation-references-unknown" && id.contains(likely)
      || analysis.hasOtherErrors(around: self)
  }
}

extension RelationField {
  /// The entries of `fields` or `references` that a model does not have. Only a field of the type of its
  /// counterpart in the other list can be meant.
  fileprivate func misspelt(_ argument: String, among model: Model) -> [QuickFix.Misspelling] {
    let isFields = argument == "fields"
    let others = attribute?.arguments.first {
      $0.name?.text == (isFields ? "references" : "fields")
    }?.value?.elements.map { (isFields ? related : self.model).field(Name($0.text)) }
    let value = attribute?.arguments.first { $0.name?.text == argument }?.value
    let elements = value?.elements ?? []
    return elements.enumerated().compactMap { index, element in
      guard let name = element.constantValue, model.field(Name(name)) == nil else { return nil }
      let other = others.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      let candidates = model.scalarNames(notIn: elements).filter { candidate in
        other.map { model.field(Name(candidate))?.type == $0.type } ?? true
      }
      return QuickFix.Misspelling(range: element.range, candidates: candidates)
    }
  }
}

extension Model {
  /// The names of its scalar fields without those that a list has already.
  fileprivate func scalarNames(notIn elements: [ExpressionSyntax]) -> [String] {
    let present = Set(elements.map { $0.functionName ?? $0.text })
    return fields.filter { $0.isScalar && !present.contains($0.name) }.map(\.name)
  }
}

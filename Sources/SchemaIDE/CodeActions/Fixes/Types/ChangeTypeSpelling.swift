import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Replaces an unknown type by the one that was probably meant.
  static let changeTypeSpelling = QuickFix(
    "Correct the spelling of a type", rules: ["type-not-found", "type-wrong-case"]
  ) { context in
    let name = context.text
    var meant: [String?] = []
    var isNear = true
    if context.diagnostic.id == "type-wrong-case" {
      meant = [context.problem?[1]]
    } else {
      let builtIn = ScalarType.allCases.filter { context.connector.supports($0) }.map(\.name)
      let length = name.utf8.count
      // Those that are far off are perhaps meant all the same; the nearest of all comes first.
      let declared = Suggestion.nearest(
        to: name, among: context.schema.dataTypeNames, limit: min(3, length * 2 / 3), count: 2)
      meant = [
        Suggestion.nearest(to: name, among: builtIn + declared),
        synonyms[name.lowercased()].flatMap { builtIn.contains($0) ? $0 : nil },
      ]
      isNear = meant.contains { $0 != nil }
      meant += declared
    }
    var offered: [String] = []
    for case let type? in meant where !type.isEmpty && type != name && !offered.contains(type) {
      offered.append(type)
    }
    return offered.enumerated().map { [isNear] index, type in
      context.fix("Change spelling to '\(type)'", isPreferred: isNear && index == 0) { edit in
        context.editor.replace(context.range, with: type, in: &edit)
      }
    }
  }

  /// What other languages call the built-in types.
  private static let synonyms = [
    "text": "String", "varchar": "String", "char": "String", "uuid": "String", "citext": "String",
    "integer": "Int", "number": "Int", "smallint": "Int", "long": "BigInt", "bool": "Boolean",
    "double": "Float", "real": "Float", "numeric": "Decimal", "money": "Decimal",
    "date": "DateTime", "time": "DateTime", "timestamp": "DateTime", "timestamptz": "DateTime",
    "jsonb": "Json", "object": "Json", "blob": "Bytes", "bytea": "Bytes", "buffer": "Bytes",
  ]
}

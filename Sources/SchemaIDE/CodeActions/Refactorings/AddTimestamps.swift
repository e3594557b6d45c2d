import Diagnostics
import SchemaModel
import SchemaParser

extension Refactoring {
  /// Adds `createdAt` and `updatedAt`, in the style of the schema's names.
  static let addTimestamps = Refactoring("Add timestamps", kind: .rewrite) { context in
    guard context.isOnHeader, context.isSound, let model = context.model, !model.isView else {
      return []
    }
    let style = context.analysis.conventions.fieldNames ?? model.styleOfFields
    let created = style.styled("created_at")
    let updated = style.styled("updated_at")
    let native = context.analysis.timestampType
    var lines: [String] = []
    var names: [String] = []
    func add(_ name: String, _ attribute: String) {
      guard model.field(Name(name)) == nil else { return }
      names.append("`\(name)`")
      let map = model.mapAttribute(ofNewField: name)
      lines.append("\(name) DateTime \(attribute)\(map)\(native)")
    }
    let stems = Set(model.fields.map { NameStyle.snake.styled($0.name) })
    if !stems.contains("created_at"), !stems.contains("created") { add(created, "@default(now())") }
    // Rows that are there already have no value, so that one must be given.
    if !stems.contains("updated_at"), !stems.contains("updated") {
      add(updated, "@default(now()) @updatedAt")
    }
    if lines.isEmpty { return [] }
    return [
      context.action("Add \(names.joined(separator: " and "))", kind: .rewrite) { [lines] edit in
        context.editor.addFields(lines, in: &edit)
      }
    ]
  }
}

extension Analysis {
  /// The native type of points in time where most have one with a time zone, with a blank before it.
  fileprivate var timestampType: String {
    conventions.hasTimeZones && schema.configuration.connector.isOne(of: .postgresql, .cockroachdb)
      ? " @\(nativePrefix).Timestamptz(3)" : ""
  }
}

extension Model {
  /// The style of the fields as far as they tell it, for a schema that is too small to have one.
  fileprivate var styleOfFields: NameStyle {
    let styles = fields.compactMap { NameStyle(of: $0.identifier, in: block) }
    return styles.contains(.snake) && !styles.contains(.camel) ? .snake : .camel
  }

  /// The `@map` that a new field needs to be like the others, with a blank before it: where all names in
  /// camelCase are mapped to snake_case.
  func mapAttribute(ofNewField name: String) -> String {
    let snake = NameStyle.snake.styled(name)
    let others = fields.filter { $0.isScalar && NameStyle.snake.styled($0.name) != $0.name }
    guard snake != name, !others.isEmpty,
      others.allSatisfy({ $0.databaseName == NameStyle.snake.styled($0.name) })
    else { return "" }
    return " @map(\"\(snake)\")"
  }
}

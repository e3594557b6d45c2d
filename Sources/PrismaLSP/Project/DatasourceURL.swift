import SchemaModel
import SchemaParser

/// A URL that a datasource names: its `url`, `directUrl` or `shadowDatabaseUrl`.
struct DatasourceURL {
  /// The property.
  let property: String
  /// The datasource's name.
  let datasource: String
  let connector: Connector
  /// The value written.
  let value: ExpressionSyntax

  /// A URL of the active datasource, nil when it has none of this name.
  init?(_ schema: Schema, property: String = "url") {
    guard let datasource = schema.configuration.datasource,
      let block = schema.block(of: datasource.id), let index = block.declaration
    else { return nil }
    let properties = Syntax(block: block, index: index).children.compactMap { PropertySyntax($0) }
    guard let value = properties.first(where: { $0.name?.text == property })?.value else {
      return nil
    }
    self.property = property
    self.datasource = datasource.identifier.text
    connector = datasource.connector
    self.value = value
  }

  /// The variable of the environment that holds the URL, nil when it stands in the schema.
  var variableName: String? {
    value.functionName == "env" ? value.arguments.first?.value?.stringValue : nil
  }

  /// Where the URL is, in words.
  var source: String {
    let place = "the `\(property)` of datasource `\(datasource)`"
    return variableName.map { "the variable `\($0)`, \(place)," } ?? place
  }

  /// The URL: nil when it is neither a string nor a variable that is set.
  func text(_ variable: (String) -> String?) -> String? {
    variableName.map(variable) ?? value.stringValue
  }

  /// What is wrong with the URL, as far as Prisma 5 and 6 look at it when they validate: that it is set,
  /// and begins with a protocol of the provider; nil when it can be used. The URL itself is never told.
  func failure(at place: String, variable: (String) -> String?) -> CommandFailure? {
    guard let text = text(variable) else {
      guard let name = variableName else { return nil }
      return CommandFailure(
        "the variable `\(name)`, the `\(property)` of datasource `\(datasource)`, is not set "
          + "(\(place))",
        code: "P1012", help: "set it in the environment or in a `.env` file")
    }
    let failure = DatabaseURL.failure(text, from: source, for: connector, code: "P1012")
    return failure.map {
      CommandFailure("\($0.message) (\(place))", code: $0.code, help: $0.help)
    }
  }
}

import SchemaModel
import SchemaParser

/// The `url` of a datasource, as far as Prisma 5 and 6 look at it when they validate: that it is set,
/// and begins with a protocol of the provider.
struct DatasourceURL {
  /// The datasource's name.
  let datasource: String
  let connector: Connector
  /// The value written.
  let value: ExpressionSyntax

  /// The `url` of the active datasource, nil when there is none.
  init?(_ schema: Schema) {
    guard let datasource = schema.configuration.datasource,
      let block = schema.block(of: datasource.id), let index = block.declaration
    else { return nil }
    let properties = Syntax(block: block, index: index).children.compactMap { PropertySyntax($0) }
    guard let value = properties.first(where: { $0.name?.text == "url" })?.value else { return nil }
    self.datasource = datasource.identifier.text
    connector = datasource.connector
    self.value = value
  }

  /// What is wrong with the URL, nil when it can be used. The URL itself is never told: it holds a
  /// password.
  func failure(at place: String, variable: (String) -> String?) -> CommandFailure? {
    var url = value.stringValue
    var source = "the `url` of datasource `\(datasource)`"
    if value.functionName == "env", let name = value.arguments.first?.value?.stringValue {
      source = "the variable `\(name)`, the `url` of datasource `\(datasource)`,"
      guard let found = variable(name) else {
        return CommandFailure(
          "the variable `\(name)`, the `url` of datasource `\(datasource)`, is not set (\(place))",
          code: "P1012", help: "set it in the environment or in a `.env` file")
      }
      url = found
    }
    guard let url else { return nil }
    guard !url.isEmpty else {
      return CommandFailure(
        "\(source) is empty (\(place))", code: "P1012",
        help: "give it a URL that begins with \(protocolList)")
    }
    let accepted = protocols + ["prisma://", "prisma+postgres://"]
    guard !accepted.contains(where: { url.hasPrefix($0) }) else { return nil }
    return CommandFailure(
      "\(source) has another protocol than \(connector.displayName) (\(place))", code: "P1012",
      help: "it must begin with \(protocolList)")
  }

  private var protocols: [String] {
    switch connector {
    case .postgresql, .cockroachdb: ["postgresql://", "postgres://"]
    case .mysql: ["mysql://"]
    case .sqlite: ["file:"]
    case .sqlserver: ["sqlserver://"]
    case .mongodb: ["mongodb://", "mongodb+srv://"]
    case .none: [""]
    }
  }

  private var protocolList: String {
    protocols.map { "`\($0)`" }.joined(separator: " or ")
  }
}

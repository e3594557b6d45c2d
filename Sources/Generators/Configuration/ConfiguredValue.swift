import JSON
import SchemaParser

/// A value of the configuration: a text, or the variable of the environment that holds it.
public enum ConfiguredValue: Hashable, Sendable {
  case text(String)
  case variable(String)

  /// The value of a property: what `env("X")` names, else the text of a string or any other literal.
  init(_ expression: ExpressionSyntax) {
    if expression.functionName == "env",
      let name = expression.arguments.first?.value?.stringValue
    {
      self = .variable(name)
    } else {
      self = .text(expression.stringValue ?? expression.text)
    }
  }

  /// The text, nil when it is that of a variable that isn't set.
  public func resolved(_ variable: (String) -> String?) -> String? {
    switch self {
    case .text(let text): text
    case .variable(let name): variable(name)
    }
  }

  /// Writes `{fromEnvVar, value}`. Variables aren't looked up: what is generated does that when it runs.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .text(let text):
        writer.member("fromEnvVar", nil)
        writer.member("value", text)
      case .variable(let name):
        writer.member("fromEnvVar", name)
        writer.member("value", nil)
      }
    }
  }
}

/// The properties of a datasource or generator.
struct ConfigurationProperties {
  /// In source order; of a repeated one the last value, at its first place.
  private(set) var all: [(name: String, value: ExpressionSyntax)] = []

  init(of block: SyntaxBlock) {
    guard let declaration = block.declaration else { return }
    for child in Syntax(block: block, index: declaration).children {
      guard let property = PropertySyntax(child), let name = property.name?.text,
        let value = property.value
      else { continue }
      if let index = all.firstIndex(where: { $0.name == name }) {
        all[index].value = value
      } else {
        all.append((name, value))
      }
    }
  }

  subscript(name: String) -> ExpressionSyntax? { all.first { $0.name == name }?.value }
}

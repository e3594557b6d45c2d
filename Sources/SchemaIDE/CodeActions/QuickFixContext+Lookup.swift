import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFixContext {
  /// The attribute that the diagnostic is about: the one that it stands in, unless `name` is another's;
  /// else that of its field, or of its block.
  func attribute(named name: String?) -> AttributeSyntax? {
    if let attribute, name == nil || attribute.path?.text == name { return attribute }
    if name == "." {
      return fieldSyntax?.attributes.first { $0.path?.text.contains(".") ?? false }
    }
    // A finding about a whole field or block.
    let inField = fieldSyntax?.attributes ?? []
    if let found = inField.first(where: { $0.path?.text == name }) { return found }
    guard let name, let declaration = editor.declaration else { return nil }
    for child in declaration.children {
      if let attribute = AttributeSyntax(child), attribute.path?.text == name { return attribute }
    }
    return nil
  }

  /// The value of an argument of the attribute that the diagnostic is in.
  func valueOfArgument(_ name: String) -> ExpressionSyntax? {
    attribute?.arguments.first { $0.name?.text == name }?.value
  }

  /// What stands in the first backticks of the help of the diagnostic.
  var quotedHelp: String? {
    let parts = diagnostic.message.help?.split(separator: "`", omittingEmptySubsequences: false)
    guard let parts, parts.count > 2 else { return nil }
    return String(parts[1])
  }
}

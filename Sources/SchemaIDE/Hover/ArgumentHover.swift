import SchemaModel
import SchemaParser

extension HoverPlace {
  /// An argument of an attribute or function.
  ///
  /// - Parameter value: the part of its value that is hovered over, nil when it is the name.
  func argumentHover(_ node: Syntax, at value: Syntax? = nil) -> Hover? {
    guard let parameter = parameter(of: node) else { return nil }
    var text = MarkdownText()
    text.addCode(parameter.label)
    text.add(parameter.page)
    return hover(text, at: value?.range ?? ArgumentSyntax(node)?.name?.range ?? node.range)
  }

  /// What an argument is for, nil for arguments that nobody knows.
  private func parameter(of node: Syntax) -> ReferenceParameter? {
    guard let argument = ArgumentSyntax(node), let list = parent(of: node),
      let owner = parent(of: list), let parameters = parameters(of: owner)
    else { return nil }
    if let name = argument.name?.text { return parameters.first { $0.name == name } }
    let unnamed = ArgumentSyntax.arguments(of: list).filter { $0.name == nil }
    let index = unnamed.firstIndex { $0.syntax == node } ?? 0
    let candidates = parameters.filter(\.isUnnamed)
    return candidates.indices.contains(index) ? candidates[index] : nil
  }

  /// The arguments that an attribute or function takes, whatever the database.
  private func parameters(of owner: Syntax) -> [ReferenceParameter]? {
    if let attribute = AttributeSyntax(owner), let name = attribute.path?.text {
      if let dot = name.firstIndex(of: ".") {
        return LanguageReference.nativeType(
          named: String(name[name.index(after: dot)...]), on: connector)?.parameters
      }
      let title = (owner.kind == .attribute ? "@" : "@@") + name
      return LanguageReference.attribute(title)?.parameters
    }
    guard owner.kind == .functionCall, let path = owner.first(.path) else { return nil }
    if cursor.innermost(.property) != nil, path.text != "env" {
      return LanguageReference.extensionParameters
    }
    if let function = LanguageReference.function(path.text) { return function.parameters }
    guard let attribute = cursor.innermost(.blockAttribute)?.first(.path)?.text else { return nil }
    return LanguageReference.allIndexFieldParameters(of: "@@\(attribute)")
  }

  /// A value that is a word of the language: an action, an index type, an order ….
  func wordValueHover(_ node: Syntax, in argument: Syntax) -> Hover? {
    guard node.kind == .constant, let parameter = parameter(of: argument) else { return nil }
    let word = node.text
    let entry: ReferenceEntry?
    switch parameter.value {
    case .referentialAction:
      entry = ReferentialAction(rawValue: word).map {
        LanguageReference.referentialAction($0, isUpdate: parameter.name == "onUpdate")
      }
    case .indexMethod:
      entry = Index.Method(rawValue: word).map { LanguageReference.indexMethod($0) }
    case .sortOrder:
      entry = IndexField.Sort(rawValue: word).map { LanguageReference.sortOrder($0) }
    case .operatorClass: entry = LanguageReference.operatorClass(word)
    default: entry = nil
    }
    return entry.flatMap { hover(page($0, titled: word), at: node.range) }
  }

  // MARK: Functions

  /// The name of a function.
  func functionHover(_ call: Syntax, path: Syntax) -> Hover? {
    if let property = cursor.innermost(.property), path.text != "env" {
      return propertyHover(property, key: property.first(.name))
    }
    guard let function = LanguageReference.function(path.text) else { return nil }
    var text = MarkdownText()
    text.addCode(function.signature(in: configuration).label)
    text.add(function.entry.documentation)
    return hover(text, at: path.range)
  }
}

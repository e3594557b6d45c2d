import SchemaModel
import SchemaParser

extension HoverPlace {
  // MARK: Blocks

  /// A datasource: the database.
  func datasourceText(_ name: String) -> MarkdownText {
    var text = MarkdownText()
    guard let id = schema.datasources.last(where: { schema.declarationName($0) == name }) else {
      return text
    }
    text.addCode("datasource \(name)")
    if schema.configuration.datasource?.id == id, let datasource = schema.configuration.datasource {
      var items = [LanguageReference.datasourceProvider(datasource.connector.displayName)?.summary]
        .compactMap(\.self)
      let mode = configuration.relationMode
      items.append(
        "Relation mode `\(mode.rawValue)`\(datasource.relationMode == nil ? " by default" : ""): "
          + LanguageReference.relationMode(mode).summary)
      if let schemas = datasource.schemas, !schemas.isEmpty {
        items.append(
          "Schemas: " + schemas.map { MarkdownText.code($0.value) }.joined(separator: ", "))
      }
      text.addList(items)
      text.add("The prefix of native types: \(MarkdownText.code("@\(name).…"))")
    }
    return text
  }

  /// A generator: what it makes.
  func generatorText(_ name: String) -> MarkdownText {
    var text = MarkdownText()
    guard let id = schema.generators.last(where: { schema.declarationName($0) == name }),
      let block = schema.block(of: id)
    else { return text }
    text.addCode("generator \(name)")
    let provider = value(of: "provider", in: block)
    if let known = LanguageReference.generatorProviders.first(where: { $0.name == provider }) {
      text.add(known.documentation)
    } else if let provider {
      text.add("Runs \(MarkdownText.code(provider))")
    }
    if let output = value(of: "output", in: block) {
      text.add("Writes to \(MarkdownText.code(output))")
    }
    return text
  }

  /// The text of a property of a datasource or generator, nil when it is no string.
  private func value(of key: String, in block: SyntaxBlock) -> String? {
    guard let declaration = block.declaration else { return nil }
    for child in Syntax(block: block, index: declaration).children {
      if let property = PropertySyntax(child), property.name?.text == key {
        return property.value?.stringValue
      }
    }
    return nil
  }

  // MARK: Properties

  /// What is known about a property of the block that is hovered over.
  private func reference(to property: Syntax) -> PropertyReference? {
    guard let key = property.first(.name)?.text, let declaration = cursor.block.declaration else {
      return nil
    }
    switch cursor.block.nodes[declaration].kind {
    case .datasource: return LanguageReference.datasourceProperty(key)
    case .generator:
      return LanguageReference.generatorProperty(
        key, provider: value(of: "provider", in: cursor.block))
    default: return nil
    }
  }

  /// A key.
  func propertyHover(_ property: Syntax, key: Syntax?) -> Hover? {
    guard let key else { return nil }
    var text = MarkdownText()
    if let reference = reference(to: property) {
      text.addCode("\(reference.name) = \(reference.value.typeName)")
      text.add(reference.entry.summary)
      if !reference.values.isEmpty {
        text.addList(
          reference.values.filter { $0.availability.versions.contains(configuration.version) }
            .map { "\(MarkdownText.code(StringLiteral.quoted($0.name))): \($0.summary)" })
      }
      text.add(reference.entry.body)
    } else if let declaration = cursor.block.declaration,
      cursor.block.nodes[declaration].kind == .generator
    {
      text.addCode(key.text)
      let provider = value(of: "provider", in: cursor.block).map { MarkdownText.code($0) }
      text.add(
        "Handed to the generator \(provider ?? "") as it is written".replacing("  ", with: " "))
    }
    return hover(text, at: key.range)
  }

  /// A value of a property, or an entry of its list.
  func propertyValueHover(_ property: Syntax, _ node: Syntax) -> Hover? {
    if let call = cursor.innermost(.functionCall), call.first(.path)?.text == "env" {
      return node.kind == .string ? variableHover(node) : nil
    }
    if cursor.innermost(.functionCall) != nil, let argument = cursor.innermost(.argument) {
      return symbolHover ?? argumentHover(argument, at: node)
    }
    if let hover = symbolHover { return hover }
    guard let reference = reference(to: property) else {
      return propertyHover(property, key: property.first(.name))
    }
    guard let value = ExpressionSyntax(node)?.stringValue else { return nil }
    let entry: ReferenceEntry?
    switch reference.value {
    case .previewFeatures: entry = LanguageReference.previewFeature(value)
    case .choice where reference.name == "provider" && value == "postgres":
      entry = LanguageReference.datasourceProvider(value)
    default: entry = reference.valueEntry(value)
    }
    guard let entry else { return propertyHover(property, key: node) }
    return hover(page(entry, titled: StringLiteral.quoted(value)), at: node.range)
  }

  /// The name of an environment variable: whether it is set, never to what.
  private func variableHover(_ node: Syntax) -> Hover? {
    guard let name = ExpressionSyntax(node)?.stringValue, !name.isEmpty else { return nil }
    var text = MarkdownText()
    text.addCode("env(\(StringLiteral.quoted(name)))")
    let variable = MarkdownText.code(name)
    switch surroundings.source(name) {
    case .process: text.add("\(variable) is set in the environment of the language server.")
    case .file(let file): text.add("\(variable) is set in \(MarkdownText.code(file)).")
    case nil:
      text.add(
        "\(variable) is not set: neither in the environment of the language server nor in a `.env` file."
      )
    }
    return hover(text, at: node.range)
  }
}

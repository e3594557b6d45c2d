import SchemaParser

/// Loads the datasources and generators of one file: section 4.6 of the language.
struct ConfigurationResolver {
  /// A datasource or generator of the file.
  struct Block {
    let id: BlockID
    let declaration: LoweredDeclaration
  }

  let version: PrismaVersion
  /// What is wrong, by the block it is in.
  private(set) var problems: [(BlockID, Problem)] = []
  /// The datasources that could be loaded.
  private(set) var datasources: [Datasource] = []
  /// The preview features in force, in lower case.
  private(set) var previewFeatures: Set<String> = []

  private var current = BlockID(0)

  init(version: PrismaVersion) { self.version = version }

  /// Loads the blocks of a file, in source order.
  mutating func load(datasources: [Block], generators: [Block]) {
    let usesAdapters = generators.contains { generator in
      generator.declaration.properties.contains { property in
        property.identifier.text == "previewFeatures"
          && (property.value?.elements ?? [])
            .contains { $0.stringValue?.lowercased() == "schemaenginedriveradapters" }
      }
    }
    for block in datasources {
      current = block.id
      if let datasource = load(block, usesAdapters: usesAdapters) {
        self.datasources.append(datasource)
      }
    }
    if self.datasources.count > 1 {
      for block in datasources {
        current = block.id
        report(.datasourceMultiple, block.declaration.range, [block.declaration.identifier.text])
      }
    }
    let connector = self.datasources.first?.connector ?? .none
    for block in generators {
      current = block.id
      loadGenerator(block.declaration, connector: connector)
    }
  }

  private mutating func report(
    _ kind: Problem.Kind, _ range: TextRange, _ values: [String] = [], related: TextRange? = nil
  ) {
    problems.append((current, Problem(kind, at: range, values, related: related)))
  }

  private mutating func mismatch(_ value: ExpressionSyntax, expected: String) {
    problems.append((current, .mismatch(value, expected: expected)))
  }

  /// Reports the first property without a value.
  private mutating func reportMissingValue(_ declaration: LoweredDeclaration) -> Bool {
    for property in declaration.properties where property.value == nil {
      report(
        .configPropertyMissingValue, declaration.range,
        [property.identifier.text, declaration.keyword, declaration.identifier.text])
      return true
    }
    return false
  }

  // MARK: Datasource

  /// A datasource's properties by key.
  private struct Properties {
    let all: [LoweredProperty]

    subscript(key: String) -> (property: LoweredProperty, value: ExpressionSyntax)? {
      for property in all where property.identifier.text == key {
        return property.value.map { (property, $0) }
      }
      return nil
    }
  }

  private mutating func load(_ block: Block, usesAdapters: Bool) -> Datasource? {
    let declaration = block.declaration
    if reportMissingValue(declaration) { return nil }
    let properties = Properties(all: declaration.properties)
    guard let connector = provider(properties, of: declaration) else { return nil }
    let relationMode = relationMode(properties, connector: connector, of: declaration)
    var extensions: Datasource.ExtensionList?
    if connector == .postgresql, let (property, value) = properties["extensions"] {
      extensions = extensionList(value, property: property)
    }
    if version == .seven {
      for (key, kind) in [
        ("url", Problem.Kind.datasourceUrlRemoved),
        ("shadowDatabaseUrl", .datasourceShadowUrlRemoved),
        ("directUrl", .datasourceDirectUrlRemoved),
      ] {
        if let (property, _) = properties[key] { report(kind, property.range) }
      }
    } else if !checkURLs(
      properties, connector: connector, usesAdapters: usesAdapters, of: declaration)
    {
      return nil
    }
    if let (property, _) = properties["previewFeatures"] {
      report(.datasourcePreviewFeatures, property.range)
    }
    var schemas: [SchemaName]?
    if let (_, value) = properties["schemas"] { schemas = schemaNames(value, connector: connector) }
    for property in declaration.properties {
      switch property.identifier.text {
      case "provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode",
        "referentialIntegrity", "schemas", "previewFeatures":
        break
      case "extensions" where connector == .postgresql: break
      default: report(.datasourcePropertyUnknown, property.range, [property.identifier.text])
      }
    }
    return Datasource(
      id: block.id, identifier: declaration.identifier, range: declaration.range,
      connector: connector, relationMode: relationMode, schemas: schemas, extensions: extensions)
  }

  private mutating func provider(
    _ properties: Properties, of declaration: LoweredDeclaration
  ) -> Connector? {
    guard let (_, value) = properties["provider"] else {
      report(.datasourceProviderMissing, declaration.range, [declaration.identifier.text])
      return nil
    }
    if value.functionName == "env" {
      report(.datasourceProviderEnv, declaration.range, [declaration.identifier.text])
      return nil
    }
    guard let provider = value.stringValue else {
      report(
        .datasourceProviderNotString, value.range,
        [Problem.describe(value.kind), Problem.abbreviated(value.text)])
      return nil
    }
    if provider.isEmpty {
      report(.datasourceProviderEmpty, value.range, [declaration.identifier.text])
      return nil
    }
    guard let connector = Connector(provider: provider) else {
      report(.datasourceProviderUnknown, value.range, [provider])
      return nil
    }
    return connector
  }

  private mutating func relationMode(
    _ properties: Properties, connector: Connector, of declaration: LoweredDeclaration
  ) -> RelationMode? {
    let old = properties["referentialIntegrity"]
    let new = properties["relationMode"]
    if let old { report(.datasourceReferentialIntegrityDeprecated, old.property.range) }
    if let old, let new {
      report(.datasourceRelationModeTwice, old.property.range, related: new.property.range)
      return nil
    }
    guard let (_, value) = new ?? old else { return nil }
    guard let text = value.stringValue else {
      mismatch(value, expected: "a string")
      return nil
    }
    guard let mode = RelationMode(rawValue: text) else {
      report(.datasourceRelationModeInvalid, declaration.range, [text])
      return nil
    }
    if connector == .mongodb, mode == .foreignKeys {
      report(
        .datasourceRelationModeUnsupported, value.range, [text, connector.displayName])
      return nil
    }
    return mode
  }

  private mutating func extensionList(
    _ value: ExpressionSyntax, property: LoweredProperty
  ) -> Datasource.ExtensionList {
    let elements = value.elements
    var isPlain = true
    for element in elements where element.kind != .constant && element.kind != .functionCall {
      mismatch(element, expected: "the name of an extension")
      isPlain = false
    }
    guard isPlain else { return .init(propertyRange: property.range, entries: []) }
    var entries: [SchemaName] = []
    for element in elements {
      let name = element.functionName ?? element.text
      entries.append(SchemaName(value: name, range: element.range))
      var seen: Set<String> = []
      for argument in element.arguments {
        guard let key = argument.name?.text else {
          report(.extensionArgumentUnnamed, argument.range, [argument.syntax.text, name])
          continue
        }
        guard seen.insert(key).inserted else {
          report(.extensionArgumentDuplicate, argument.range, [key, name])
          continue
        }
        guard key == "map" || key == "schema" || key == "version" else {
          report(.extensionArgumentUnknown, argument.range, [key, name])
          continue
        }
        if let value = argument.value, value.kind != .string {
          mismatch(value, expected: "a string")
          report(.extensionArgumentNotString, argument.range, [key, name])
        }
      }
    }
    return .init(propertyRange: property.range, entries: entries)
  }

  private mutating func schemaNames(
    _ value: ExpressionSyntax, connector: Connector
  ) -> [SchemaName]? {
    let elements = value.elements
    var isPlain = true
    for element in elements where element.kind != .string {
      mismatch(element, expected: "a string")
      isPlain = false
    }
    guard isPlain else { return nil }
    guard connector.isOne(of: .postgresql, .cockroachdb, .sqlserver) else {
      report(.datasourceSchemasUnsupported, value.range, [connector.displayName])
      return nil
    }
    if elements.isEmpty {
      report(.datasourceSchemasEmpty, value.range)
      return []
    }
    let names = elements.map { SchemaName(value: $0.stringValue ?? "", range: $0.range) }
    let sorted = names.sorted {
      $0.value == $1.value
        ? $0.range.start < $1.range.start
        : $0.value.utf8.lexicographicallyPrecedes($1.value.utf8)
    }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.value == second.value {
      report(.datasourceSchemasDuplicate, first.range, [first.value], related: second.range)
    }
    return names
  }

  // MARK: URLs of Prisma 5 and 6

  /// A text, or the variable that holds it.
  private enum TextOrVariable: Hashable {
    case text(String)
    case variable(String)
  }

  /// Checks the three URLs; false when the datasource can't be loaded.
  private mutating func checkURLs(
    _ properties: Properties, connector: Connector, usesAdapters: Bool,
    of declaration: LoweredDeclaration
  ) -> Bool {
    var url: TextOrVariable?
    if let (_, value) = properties["url"] {
      guard let parsed = textOrVariable(value) else { return false }
      url = parsed
    } else if connector != .sqlite || !usesAdapters {
      report(.datasourceUrlMissing, declaration.range, [declaration.identifier.text])
      return false
    }
    var shadow = properties["shadowDatabaseUrl"].flatMap { textOrVariable($0.value) }
    if shadow == .text("") { shadow = nil }
    let direct = properties["directUrl"].flatMap { textOrVariable($0.value) }
    guard let shadow, let shadowValue = properties["shadowDatabaseUrl"]?.value else { return true }
    if direct == shadow, let value = properties["directUrl"]?.value {
      report(.datasourceShadowEqualsDirect, value.range, related: shadowValue.range)
    }
    if url == shadow, let value = properties["url"]?.value {
      report(.datasourceShadowEqualsUrl, value.range, related: shadowValue.range)
    }
    return true
  }

  /// The value of a string or `env("…")`; reports anything else.
  private mutating func textOrVariable(_ value: ExpressionSyntax) -> TextOrVariable? {
    if let text = value.stringValue { return .text(text) }
    if value.functionName == "env" { return variable(value).map { .variable($0) } }
    mismatch(value, expected: "a string or `env(\"…\")`")
    return nil
  }

  /// The variable that an `env(…)` names; reports what is wrong with the call.
  private mutating func variable(_ call: ExpressionSyntax) -> String? {
    let arguments = call.arguments
    let hasComma = call.syntax.first(.argumentList)?.first(.trailingComma) != nil
    guard arguments.count == 1, let argument = arguments.first, !hasComma else {
      report(.envArgumentCount, call.range, [String(arguments.count)])
      return nil
    }
    guard let value = argument.value else {
      report(.envEmptyArgument, call.range)
      return nil
    }
    if let name = argument.name { report(.envNamedArgument, argument.range, [name.text]) }
    guard let text = value.stringValue else {
      mismatch(value, expected: "a string")
      return nil
    }
    return text
  }

  // MARK: Generators

  private mutating func loadGenerator(_ declaration: LoweredDeclaration, connector: Connector) {
    if reportMissingValue(declaration) { return }
    let properties = Properties(all: declaration.properties)
    if let (_, value) = properties["engineType"], value.kind != .string {
      mismatch(value, expected: "a string")
    }
    guard let (_, provider) = properties["provider"] else {
      return report(.generatorProviderMissing, declaration.range, [declaration.identifier.text])
    }
    guard textOrVariable(provider) != nil else { return }
    if let (_, value) = properties["output"] { _ = textOrVariable(value) }
    if let (_, value) = properties["binaryTargets"] {
      for element in value.elements { _ = textOrVariable(element) }
    }
    if let (_, value) = properties["previewFeatures"] {
      loadPreviewFeatures(value, connector: connector)
    }
    for property in declaration.properties {
      switch property.identifier.text {
      case "provider", "output", "binaryTargets", "previewFeatures", "engineType": break
      default:
        // One property with a bad call is reported, the first.
        if let value = property.value, hasBadCall(value) { return }
      }
    }
  }

  private mutating func loadPreviewFeatures(_ value: ExpressionSyntax, connector: Connector) {
    let elements = value.elements
    var isPlain = true
    for element in elements where element.kind != .string {
      mismatch(element, expected: "a string")
      isPlain = false
    }
    guard isPlain else { return }
    for element in elements {
      guard let feature = element.stringValue else { continue }
      switch PreviewFeatures.state(of: feature, connector: connector, version: version) {
      case .active: previewFeatures.insert(feature.lowercased())
      case .deprecated:
        previewFeatures.insert(feature.lowercased())
        report(.previewFeatureDeprecated, value.range, [feature])
      case .stabilized:
        previewFeatures.insert(feature.lowercased())
        report(.previewFeatureStabilized, value.range, [feature])
      case .renamed(let name):
        previewFeatures.insert(name.lowercased())
        report(.previewFeatureRenamed, value.range, [feature, name])
      case .unknown:
        let listed = PreviewFeatures.listed(version: version, connector: connector)
        report(.previewFeatureUnknown, value.range, [feature, listed.joined(separator: ", ")])
      }
    }
  }

  /// Checks the `env(…)` calls in a value, at any depth, up to the first bad one.
  private mutating func hasBadCall(_ value: ExpressionSyntax) -> Bool {
    let block = value.syntax.block
    var at = value.syntax.index
    let end = block.nodes[at].next
    while at < end {
      if block.nodes[at].kind == .functionCall,
        let call = ExpressionSyntax(Syntax(block: block, index: at)), call.functionName == "env",
        variable(call) == nil
      {
        return true
      }
      at += 1
    }
    return false
  }
}

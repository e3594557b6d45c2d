import JSON
import SchemaModel
import SchemaParser

/// A `generator` of a schema.
public struct GeneratorBlock: Sendable {
  /// Its name.
  public let name: String
  /// The command that it is, or the name of a built-in one.
  public let provider: ConfiguredValue
  /// Where it writes to, as written; nil when it isn't said.
  public let output: ConfiguredValue?
  /// The platforms that engines are wanted for, as written; nil when it isn't said.
  let binaryTargets: [ConfiguredValue]?
  /// In byte order, but for Prisma 5's late ones.
  let previewFeatures: [String]
  /// All other properties, as texts or lists of texts, in source order.
  let settings: [(name: String, value: Setting)]
  /// The absolute path of the file that it stands in.
  public let file: String

  /// The value of a property that only the generator knows.
  enum Setting: Sendable {
    case text(String)
    case list([String])
  }

  /// The generators of a schema without errors, in file and source order.
  ///
  /// - Parameter files: the absolute paths of the schema's files, in its order.
  public static func all(in schema: Schema, files: [String]) -> [GeneratorBlock] {
    schema.generators.sorted { schema.position(of: $0) < schema.position(of: $1) }
      .compactMap { id in
        guard let block = schema.block(of: id), let place = schema.blockIndex(of: id),
          files.indices.contains(place.file)
        else { return nil }
        return GeneratorBlock(
          name: schema.declarationName(id), properties: ConfigurationProperties(of: block),
          version: schema.configuration.version, file: files[place.file])
      }
  }

  /// Nil without a provider.
  private init?(
    name: String, properties: ConfigurationProperties, version: PrismaVersion, file: String
  ) {
    guard let provider = properties["provider"] else { return nil }
    self.name = name
    self.provider = ConfiguredValue(provider)
    self.file = file
    output = properties["output"].map { ConfiguredValue($0) }
    binaryTargets = properties["binaryTargets"]?.elements.map { ConfiguredValue($0) }
    let features = properties["previewFeatures"]?.elements.compactMap(\.stringValue) ?? []
    previewFeatures = features.sorted {
      Self.precedes($0, $1, lateFeatures: version == .five ? Self.lateFeatures : [])
    }
    settings = properties.all.compactMap { name, value in
      switch name {
      case "provider", "output", "binaryTargets", "previewFeatures": nil
      default: (name, Setting(value))
      }
    }
  }

  /// The preview features that Prisma 5 tells behind the others, in the order in which they came up.
  private static let lateFeatures = [
    "relationJoins", "reactNative", "prismaSchemaFolder", "omitApi", "typedSql",
    "strictUndefinedChecks",
  ]

  private static func precedes(_ left: String, _ right: String, lateFeatures: [String]) -> Bool {
    let places = [left, right].map { lateFeatures.firstIndex(of: $0) ?? -1 }
    return places[0] == places[1]
      ? left.utf8.lexicographicallyPrecedes(right.utf8) : places[0] < places[1]
  }

  /// Writes the members that generators are told from the start, without `output`.
  func writeMembers(to writer: inout JSONWriter, output: (inout JSONWriter) -> Void) {
    writer.member("name", name)
    writer.key("provider")
    provider.write(to: &writer)
    writer.key("output")
    output(&writer)
    writer.key("config")
    writer.object { writer in
      for (name, value) in settings {
        writer.key(text: name)
        value.write(to: &writer)
      }
    }
    writer.key("binaryTargets")
    writer.array(binaryTargets ?? [.text("native")]) { writer, target in
      guard target == .text("native") else { return target.write(to: &writer) }
      writer.object { writer in
        writer.member("fromEnvVar", nil)
        writer.member("value", Platform.current)
        writer.member("native", true)
      }
    }
    writer.key("previewFeatures")
    writer.array(previewFeatures) { $0.string($1) }
    writer.member("sourceFilePath", file)
  }

  /// The names of the platforms that engines are wanted for, each once.
  func platforms(_ variable: (String) -> String?) -> [String] {
    var names: [String] = []
    for target in binaryTargets ?? [.text("native")] {
      guard let text = target.resolved(variable) else { continue }
      let name = text == "native" ? Platform.current : text
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension GeneratorBlock.Setting {
  /// What is told of a value: whatever is written becomes text, also the name of a variable.
  init(_ value: ExpressionSyntax) {
    self = value.kind == .array ? .list(value.elements.map(Self.text)) : .text(Self.text(value))
  }

  private static func text(_ value: ExpressionSyntax) -> String {
    switch ConfiguredValue(value) {
    case .text(let text), .variable(let text): text
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.string(text)
    case .list(let texts): writer.array(texts) { $0.string($1) }
    }
  }
}

import Diagnostics
import Foundation
import SchemaParser
import Testing

@testable import SchemaIDE
@testable import SchemaModel

struct ReferenceTests {
  /// The errors of an example, beside the datasource and generator that it needs.
  private static func errors(_ example: ReferenceExample) -> [String] {
    var texts = [example.text]
    if !example.text.contains("datasource ") {
      let url = example.version == .seven ? "" : "\n  url = \"x\""
      texts.append("datasource db {\n  provider = \"\(example.connector.displayName)\"\(url)\n}\n")
    }
    if !example.previewFeatures.isEmpty {
      let names = example.previewFeatures.map { "\"\($0)\"" }.joined(separator: ", ")
      // In the file with the datasource, since features are judged by the provider of their file.
      texts[texts.count - 1] +=
        "\ngenerator extra {\n  provider = \"x\"\n  previewFeatures = [\(names)]\n}\n"
    }
    return Analysis.of(texts, version: example.version).diagnostics().flatMap { file in
      file.diagnostics.filter { $0.severity == .error }.map { "\($0.id): \($0.message)" }
    }
  }

  @Test(arguments: LanguageReference.entries)
  func `an example has no errors`(entry: ReferenceEntry) throws {
    guard let example = entry.example else { return }
    let errors = Self.errors(example)
    #expect(errors.isEmpty, "\(entry.name): \(errors)")
    #expect(
      entry.availability.holds(for: example.connector, example.version),
      "\(entry.name) is shown where it is not available")
  }

  @Test(arguments: LanguageReference.entries)
  func `a page has a summary of one line and a body in Markdown`(entry: ReferenceEntry) {
    #expect(!entry.summary.isEmpty && !entry.summary.contains("\n"), "\(entry.name)")
    #expect(entry.documentation.hasPrefix(entry.summary))
    #expect(entry.documentation.components(separatedBy: "```").count % 2 == 1, "\(entry.name)")
    #expect(!entry.documentation.contains("  \n"), "\(entry.name)")
  }

  @Test func `each attribute of the language has a page`() {
    let known = (UInt8.min...UInt8.max).compactMap { AttributeKind(rawValue: $0) }
      .filter { $0 != .native && $0 != .unknown }
    let kinds = LanguageReference.attributes.map { attribute in
      let name = Array(attribute.name.drop { $0 == "@" }.utf8)
      return AttributeKind(name, .init(0, name.count))
    }
    #expect(!known.isEmpty)
    #expect(Set(kinds) == Set(known))
  }

  @Test(arguments: Connector.allCases)
  func `each function of a default has a page, and is available where the language has it`(
    connector: Connector
  ) {
    let documented = LanguageReference.functions.filter {
      if case .defaultValue = $0.place { true } else { false }
    }
    #expect(
      Set(documented.filter { $0.entry.availability.connectors.contains(connector) }.map(\.name))
        == Set(DefaultFunction.names(on: connector)))
  }

  @Test func `the arguments of a sequence are those of the language`() {
    #expect(
      LanguageReference.function("sequence")?.parameters.map(\.name)
        == DefaultFunction.sequenceArguments)
  }

  @Test func `a signature has the arguments of its database and knows where they stand`() throws {
    let id = try #require(LanguageReference.attribute("@id"))
    let signature = { (provider: String) in
      id.signature(
        at: .scalarField,
        in: Analysis.of(["datasource db {\n  provider = \"\(provider)\"\n}\n"]).schema.configuration
      )
    }
    #expect(signature("sqlite").label == "@id")
    #expect(signature("postgresql").label == "@id(map: String?)")
    let server = signature("sqlserver")
    #expect(server.label == "@id(map: String?, sort: (Asc | Desc)?, clustered: Boolean?)")
    #expect(
      server.labelRanges.map { range in
        String(Array(server.label)[range])
      } == server.parameters.map(\.label))
    let uuid = try #require(LanguageReference.function("uuid"))
    #expect(
      uuid.signature(in: Analysis.of([""]).schema.configuration).label
        == "uuid(_ version: (4 | 7)?)")
  }

  @Test func `a partial index is documented where it is switched on`() throws {
    let index = try #require(LanguageReference.attribute("@@index"))
    let names = { (features: String) in
      let text = """
        generator x {
          provider = "x"
          previewFeatures = [\(features)]
        }
        datasource db {
          provider = "postgresql"
        }
        """
      return index.signature(at: .model, in: Analysis.of([text]).schema.configuration)
        .parameters.map(\.name)
    }
    #expect(!names("").contains("where"))
    #expect(names("\"partialIndexes\"").contains("where"))
  }

  @Test(arguments: Connector.allCases)
  func `each native type has a page`(connector: Connector) {
    for type in connector.nativeTypes {
      let page = LanguageReference.nativeType(named: type.name, on: connector)
      #expect(page != nil, "\(connector) \(type.name)")
      #expect(page?.entry.example != nil)
    }
  }

  @Test func `the arguments of a native type are those that the language checks`() throws {
    let decimal = try #require(LanguageReference.nativeType(named: "Decimal", on: .postgresql))
    #expect(
      decimal.signature(prefix: "db").label == "@db.Decimal(_ precision: Int?, _ scale: Int?)")
    #expect(decimal.parameters[0].documentation.contains("1 to 1000"))
    #expect(decimal.sqlType(arguments: ["10", "2"]) == "decimal(10, 2)")
    let text = try #require(LanguageReference.nativeType(named: "VarChar", on: .sqlserver))
    #expect(text.signature(prefix: "db").label == "@db.VarChar(_ length: (Int | Max)?)")
    #expect(text.parameters[0].documentation.contains("up to 8000"))
    let char = try #require(LanguageReference.nativeType(named: "Char", on: .mysql))
    #expect(char.signature(prefix: "mysql").label == "@mysql.Char(_ length: Int)")
    #expect(LanguageReference.nativeType(named: "Text", on: .sqlite) == nil)
  }

  @Test(arguments: PrismaVersion.allCases, Connector.allCases)
  func `each preview feature has a page that says where it is available`(
    version: PrismaVersion, connector: Connector
  ) {
    for feature in PreviewFeatures.listed(version: version, connector: connector) {
      let page = LanguageReference.previewFeature(feature)
      #expect(page?.name == feature)
      #expect(page?.availability.versions.contains(version) == true, "\(feature) in \(version)")
    }
    for feature in PreviewFeatures.hidden(version: version) {
      #expect(LanguageReference.previewFeature(feature) != nil, "\(feature)")
    }
  }

  @Test func `each former preview feature has a page that says so`() {
    for feature in PreviewFeatures.stabilized {
      let page = LanguageReference.previewFeature(feature)
      #expect(page?.deprecation != nil, "\(feature)")
    }
    for page in LanguageReference.previewFeatures.values where page.example == nil {
      #expect(PreviewFeatures.stabilized.contains(page.name.lowercased()), "\(page.name)")
    }
    #expect(LanguageReference.previewFeature("FULLTEXTINDEX")?.name == "fullTextIndex")
    #expect(LanguageReference.previewFeature("nothing") == nil)
  }

  @Test func `a referential action is available where the language has it`() {
    for action in ReferentialAction.allCases {
      let page = LanguageReference.referentialAction(action)
      #expect(page.name == action.rawValue)
      for connector in Connector.allCases {
        let isOffered = [RelationMode.foreignKeys, .prisma].contains {
          connector.referentialActions(in: $0).offers(action)
        }
        #expect(page.availability.connectors.contains(connector) == isOffered)
      }
    }
  }

  @Test func `the values of properties have pages`() throws {
    for connector in Connector.allCases where connector != .none {
      #expect(LanguageReference.datasourceProvider(connector.displayName) != nil)
    }
    #expect(LanguageReference.datasourceProvider("postgres")?.name == "postgresql")
    let runtime = LanguageReference.generatorProperty("runtime", provider: "prisma-client")
    #expect(runtime?.valueEntry("bun") != nil)
    #expect(LanguageReference.generatorProperty("runtime", provider: "prisma-client-py") == nil)
    let python = LanguageReference.generatorProperties(provider: "prisma-client-py").map(\.name)
    #expect(python.contains("recursive_type_depth"))
  }

  @Test func `the properties of a datasource are those of the version`() {
    let names = { (version: PrismaVersion) in
      LanguageReference.datasourceProperties.filter {
        $0.entry.availability.holds(for: .postgresql, version)
      }.map(\.name)
    }
    #expect(names(.six).contains("url"))
    #expect(!names(.seven).contains("url"))
  }

  @Test func `an operator class says which indexes and fields it is for`() throws {
    for name in OperatorClasses.all {
      let page = try #require(LanguageReference.operatorClass(name))
      #expect(page.details.contains("For indexes of type `"), "\(name)")
    }
    #expect(
      LanguageReference.operatorClass("Int4BloomOps")?.details.contains("@db.Integer") == true)
    #expect(LanguageReference.operatorClass("Nothing") == nil)
  }
}

extension LanguageReference {
  /// All pages.
  static var entries: [ReferenceEntry] {
    var entries = attributes.map(\.entry) + functions.map(\.entry) + blockKeywords + scalarTypes
    entries.append(unsupportedType)
    entries += ReferentialAction.allCases.map { referentialAction($0) }
    entries += Connector.allCases.flatMap { connector in
      connector.nativeTypes.compactMap { nativeType(named: $0.name, on: connector)?.entry }
    }
    entries +=
      Index.Method.allCases.map(indexMethod) + OperatorClasses.all.compactMap(operatorClass)
    entries += [.ascending, .descending].map(sortOrder)
    for property in datasourceProperties + allGeneratorProperties {
      entries.append(property.entry)
      entries += property.values
    }
    return entries + previewFeatures.values.sorted { $0.name < $1.name }
  }
}

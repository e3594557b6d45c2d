import SchemaModel
import SchemaParser

/// What begins a declaration, with its braces and a first line that fits the database.
extension CompletionRequest {
  func topLevelItems() -> [CompletionItem] {
    // Behind a keyword that is there already stand a name and a body.
    let isAlone = !hasRest
    let declarations = LanguageReference.blockKeywords.compactMap { keyword -> CompletionItem? in
      guard isAvailable(keyword) else {
        return keyword.name == "enum" && connector == .sqlserver && isAlone ? tableOfValues : nil
      }
      var item = CompletionItem(
        keyword.name, .keyword, text: isAlone ? block(keyword.name) : nil,
        subject: .keyword(keyword.name))
      switch keyword.name {
      case "model": item.rank = .first
      case "datasource", "generator":
        let isDatasource = keyword.name == "datasource"
        let blocks = isDatasource ? schema.datasources : schema.generators
        item.rank = blocks.isEmpty ? .likely : .last
        if !blocks.isEmpty { item.detail = "there is one already" }
        // A second one must take the place of the first; and models have to fit it.
        item.needsMore = isDatasource && (!blocks.isEmpty || schema.dataTypeCount > 0)
      default: break
      }
      return item
    }
    return isAlone ? declarations : declarations + itemsInsideFromKeyword()
  }

  /// What does for an enum on SQL Server, which has none.
  private var tableOfValues: CompletionItem {
    let prefix = configuration.datasource?.identifier.text ?? "db"
    let key: CompletionText = "name String @id @\(prefix).NVarChar(50)"
    return CompletionItem(
      "enum", .keyword,
      text: "model \(stop: freeName("Value")) {\n  \(key)\(end: ())\(databaseSchema)\n}",
      detail: "as a table: SQL Server has no enums", rank: .last)
  }

  private func block(_ keyword: String) -> CompletionText? {
    switch keyword {
    case "model":
      "model \(stop: freeName("Model")) {\n  \(identifierField)\(end: ())\(databaseSchema)\n}"
    case "view":
      "view \(stop: freeName("View")) {\n  id \(stop: "Int") @unique\(end: ())\(databaseSchema)\n}"
    case "type":
      "type \(stop: freeName("Type")) {\n  \(stop: "name") \(stop: "String")\(end: ())\n}"
    case "enum":
      "enum \(stop: freeName("Enum")) {\n  \(stop: "VALUE")\(end: ())\(databaseSchema)\n}"
    case "datasource": datasource
    case "generator": generator
    default: nil
    }
  }

  /// The line that says in which schema of the database something is, where it has to be said.
  private var databaseSchema: CompletionText {
    guard let schemas = configuration.datasource?.schemas, !schemas.isEmpty else { return "" }
    return "\n\n  @@schema(\"\(choice: schemas.map(\.value))\")"
  }

  private var datasource: CompletionText {
    let providers = LanguageReference.datasourceProperty("provider")?.values.map(\.name) ?? []
    let provider: CompletionText = "datasource db {\n  provider = \"\(choice: providers)\"\n"
    return configuration.version == .seven
      ? provider + "}" : provider + "  url      = env(\"\(stop: "DATABASE_URL")\")\n}"
  }

  private var generator: CompletionText {
    let name = schema.generators.isEmpty ? "client" : freeGeneratorName
    switch configuration.version {
    case .seven:
      return """
        generator \(stop: name) {
          provider = "\(choice: ["prisma-client", "prisma-client-js"])"
          output   = "\(stop: "../generated/prisma")"
        }
        """
    case .six:
      return """
        generator \(stop: name) {
          provider = "\(choice: ["prisma-client-js", "prisma-client"])"
        }
        """
    case .five:
      return """
        generator \(stop: name) {
          provider = "\(choice: ["prisma-client-js", "prisma-client-py"])"
        }
        """
    }
  }

  /// The first field of a model: its key, as the first model of the schema has it if it is a simple
  /// one, else as most have it with this database.
  var identifierField: CompletionText {
    var found: CompletionText?
    schema.forEachDataType { _, _, id in
      guard let model = schema.model(id) else { return true }
      found = identifierField(of: model)
      return false
    }
    return found ?? usualIdentifierField
  }

  private func identifierField(of model: Model) -> CompletionText? {
    guard let key = model.primaryKey, !key.isBlockAttribute, let entry = key.fields.first,
      model.fields.indices.contains(entry.field)
    else { return nil }
    let field = model.fields[entry.field]
    guard let type = field.type.scalar, let value = field.defaultValue, value.map == nil,
      value.function == "autoincrement" || value.function.map({ $0 != "sequence" }) == true,
      key.map == nil, key.isClustered == nil, entry.sort == nil, entry.length == nil
    else { return nil }
    var text = "\(field.name) \(type.name) @id @default(\(value.value.text))"
    if let map = field.map { text += " @map(\"\(map.value)\")" }
    if let native = field.nativeType { text += " " + model.block.text(native.range) }
    return CompletionText(text)
  }

  private var usualIdentifierField: CompletionText {
    switch connector {
    case .mongodb:
      let name = configuration.datasource?.identifier.text ?? "db"
      return CompletionText("id String @id @default(auto()) @map(\"_id\") @\(name).ObjectId")
    case .cockroachdb: return "id String @id @default(uuid())"
    default: return "id Int @id @default(autoincrement())"
    }
  }

  /// `name`, with a number if a declaration is called so.
  private func freeName(_ name: String) -> String {
    var free = name
    var number = 2
    while schema.dataType(named: Name(free)) != nil {
      free = name + String(number)
      number += 1
    }
    return free
  }

  private var freeGeneratorName: String {
    let taken = Set(schema.generators.map { schema.declarationName($0) })
    return (1...).lazy.map { $0 == 1 ? "generator" : "generator\($0)" }.first {
      !taken.contains($0)
    }
      ?? "generator"
  }
}

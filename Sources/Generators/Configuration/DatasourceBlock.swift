import JSON
import SchemaModel
import SchemaParser

/// The datasource of a schema, as generators are told of it.
struct DatasourceBlock {
  private let name: String
  private let provider: String
  private let connector: Connector
  /// The URLs in the order in which they are told: not that of the shadow database. None for Prisma 7,
  /// whose schemas have none.
  private let urls: [(key: StaticString, value: ConfiguredValue)]
  private let schemas: [String]
  /// The absolute path of the file that it stands in.
  private let file: String

  /// - Parameter files: the absolute paths of the schema's files, in its order.
  init?(of schema: Schema, files: [String]) {
    guard let datasource = schema.configuration.datasource,
      let block = schema.block(of: datasource.id),
      let place = schema.blockIndex(of: datasource.id), files.indices.contains(place.file)
    else { return nil }
    let properties = ConfigurationProperties(of: block)
    name = datasource.identifier.text
    connector = datasource.connector
    provider = properties["provider"]?.stringValue ?? connector.displayName
    let keys: [StaticString] =
      schema.configuration.version == .seven ? [] : ["url", "directUrl"]
    urls = keys.compactMap { key in
      properties[String(describing: key)].map { (key, ConfiguredValue($0)) }
    }
    schemas = (datasource.schemas ?? []).map(\.value)
    file = files[place.file]
  }

  /// The URLs as far as they are known, which hold passwords.
  func secrets(_ variable: (String) -> String?) -> [String] {
    urls.compactMap { $0.value.resolved(variable) }
  }

  /// Writes it. URLs in variables aren't looked up.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("provider", provider)
      writer.member("activeProvider", connector.displayName)
      for (key, value) in urls {
        writer.key(key)
        value.write(to: &writer)
      }
      writer.key("schemas")
      writer.array(schemas) { $0.string($1) }
      writer.member("sourceFilePath", file)
    }
  }
}

/// What a generator says of itself before it is asked to generate.
public struct GeneratorManifest: Decodable, Hashable, Sendable {
  /// What people call it.
  public let prettyName: String?
  public let version: String?
  /// Where it writes to unless the schema says so: absolute, or from the schema's folder.
  let defaultOutput: String?
  /// Names that no model may have.
  let denylist: [String]?
  /// The providers that have to be in the schema too.
  let requiresGenerators: [String]?
  /// Prisma's engines that it needs: `queryEngine`, `libqueryEngine`, `schemaEngine` …
  let requiresEngines: [String]?

  /// What a generator without a manifest says.
  static let empty = GeneratorManifest()

  private init() {
    prettyName = nil
    version = nil
    defaultOutput = nil
    denylist = nil
    requiresGenerators = nil
    requiresEngines = nil
  }
}

/// A line with which a generator answers a request.
///
/// Source: https://www.jsonrpc.org/specification
struct GeneratorAnswer: Decodable {
  /// That of the request.
  let id: Int
  let result: Result?
  let error: Failure?

  /// The result of `getManifest`; that of `generate` is null, or isn't there.
  struct Result: Decodable {
    let manifest: GeneratorManifest?
  }

  struct Failure: Decodable {
    let message: String?
  }

  private enum Key: String, CodingKey { case jsonrpc, id, result, error }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    _ = try container.decode(String.self, forKey: .jsonrpc)
    id = try container.decode(Int.self, forKey: .id)
    error = try container.decodeIfPresent(Failure.self, forKey: .error)
    // What is no object means nothing.
    let value = try? container.nestedContainer(keyedBy: ResultKey.self, forKey: .result)
    result = try value.map {
      Result(manifest: try $0.decodeIfPresent(GeneratorManifest.self, forKey: .manifest))
    }
  }

  private enum ResultKey: String, CodingKey { case manifest }
}

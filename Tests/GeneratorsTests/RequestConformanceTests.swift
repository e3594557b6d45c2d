import Foundation
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import Generators

/// Requests equal those that Prisma sent to a generator that records them.
@Suite(.enabled(if: CorpusAvailability.isAvailable, "\(CorpusAvailability.reason)"))
struct RequestConformanceTests {
  @Test(arguments: Recordings.generate)
  func `requests equal those that Prisma sent`(name: String) throws {
    let text = try Recordings.text("goldens/workflow/generate/\(name)")
    let record = try Recordings.object(text[...])
    let major = (record["cli"] as? String)?.prefix(1) ?? ""
    let version = try #require(PrismaVersion(rawValue: String(major)))
    let requests = record["requests"] as? [[String: Any]] ?? []
    let sources = requests.compactMap { ($0["params"] as? [String: Any])?["datamodel"] as? String }
    let source = try #require(sources.first)
    let project = project(of: requests, text: source, version)
    let writer = GeneratorRequests(project: project)
    let generators = project.generators
    #expect(requests.count == generators.count * 2)
    // They were started at once, and recorded in the order in which they came up.
    for (request, generator) in zip(
      requests.prefix(generators.count).sorted(by: precedes), generators)
    {
      let id = try #require(request["id"] as? Int)
      let ours = try JSONSerialization.jsonObject(
        with: Data(writer.manifest(of: generator, id: id)))
      #expect(Recordings.difference(ours, Self.placed(request)) == nil)
    }
    for (index, request) in requests.dropFirst(generators.count).enumerated() {
      let id = try #require(request["id"] as? Int)
      var expected = try #require(request["params"] as? [String: Any])
      // The engines stood at places of their own, and the models are compared elsewhere.
      expected["binaryPaths"] = [:] as [String: Any]
      expected["dmmf"] = [:] as [String: Any]
      // A path out of the project begins there with another folder.
      var told = expected["generator"] as? [String: Any] ?? [:]
      if var output = told["output"] as? [String: Any], let path = output["value"] as? String {
        output["value"] = path.hasPrefix("/lab/") ? String(path.dropFirst(4)) : path
        told["output"] = output
        expected["generator"] = told
      }
      let resolved = generators.map { generator in
        var output = "/project/prisma/fakeout"
        if case .text(let text)? = generator.output {
          output = OutputPath.absolute(text, besides: generator.file)
        }
        return ResolvedGenerator(block: generator, output: output, engines: [])
      }
      let ours = try JSONSerialization.jsonObject(
        with: Data(
          writer.generation(
            by: resolved[index],
            others: resolved.indices.filter { $0 != index }.map { resolved[$0] },
            dataModel: Array("{}".utf8),
            commit: EngineVersion.commit(for: "node", name: nil, version), id: id)))
      let sent = (ours as? [String: Any])?["params"] ?? ""
      #expect(Recordings.difference(sent, Self.placed(expected)) == nil)
    }
  }

  private func precedes(_ left: [String: Any], _ right: [String: Any]) -> Bool {
    (left["id"] as? Int ?? 0) < (right["id"] as? Int ?? 0)
  }

  private func project(
    of requests: [[String: Any]], text: String, _ version: PrismaVersion
  ) -> GeneratorProject {
    let parameters = requests.compactMap { $0["params"] as? [String: Any] }
    let file = parameters.compactMap { $0["sourceFilePath"] as? String }.first ?? ""
    var schema = Schema()
    _ = schema.update(
      files: [SourceFile(path: "schema.prisma", tree: Recordings.tree(text, version))],
      version: version)
    return GeneratorProject(
      schema: schema, files: [(file, Array(text.utf8))],
      path: parameters.compactMap { $0["schemaPath"] as? String }.first ?? "",
      workingDirectory: "/project", variable: { _ in nil }, addedVariables: [:])
  }

  /// A value with the name of this system in place of the one that it was recorded on.
  private static func placed(_ value: Any) -> Any {
    if let object = value as? [String: Any] {
      var result = object.mapValues(placed)
      if object["native"] != nil { result["value"] = Platform.current }
      return result
    }
    if let array = value as? [Any] { return array.map(placed) }
    return value
  }
}

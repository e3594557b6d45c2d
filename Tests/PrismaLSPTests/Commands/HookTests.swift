import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

/// The files with which others call the program.
@Suite struct HookTests {
  @Test func `hooks are command lines that the program takes`() throws {
    let text = try #require(PackageFiles.text(".pre-commit-hooks.yaml"))
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "-" } }
    let ids = lines.filter { $0.hasPrefix("id: ") }.map { $0.dropFirst(4) }
    #expect(ids == ["prisma-lsp-validate", "prisma-lsp-format", "prisma-lsp-generate"])
    let entries = lines.filter { $0.hasPrefix("entry: ") }.map { $0.dropFirst(7) }
    #expect(entries.count == ids.count)
    for entry in entries {
      let words = entry.split(separator: " ").map { SystemPath(String($0)) }
      #expect(words.first == SystemPath("prisma-lsp"))
      _ = try CommandLineArguments(parsing: Array(words.dropFirst()))
    }
  }

  @Test func `the action tells its script what it is told`() throws {
    let action = try #require(PackageFiles.text("action.yml"))
    let script = try #require(PackageFiles.text("scripts/check-schema"))
    for (variable, input) in [
      ("SCHEMA", "path"), ("PRISMA_VERSION", "prisma-version"), ("VALIDATE", "validate"),
      ("FORMAT", "format"), ("GENERATE", "generate"),
    ] {
      #expect(action.contains("\n  \(input):\n"))
      #expect(action.contains("\(variable): ${{ inputs.\(input) }}"))
      #expect(script.contains("\"${\(variable):-"))
    }
  }

  /// Runs the action's script with a program that keeps its arguments, and fails at `failing`.
  private func runScript(
    _ variables: [String: String], failing: String = "none"
  ) throws -> (exitCode: Int32, calls: [String]) {
    let folder = try TemporaryFolder()
    try folder.write(
      "#!/bin/sh\necho \"$*\" >> calls\n[ \"$1\" != \(failing) ]\n", to: "bin/prisma-lsp")
    let program = folder.url.appending(path: "bin/prisma-lsp").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let process = Process()
    process.executableURL = PackageFiles.root.appending(path: "scripts/check-schema")
    process.currentDirectoryURL = folder.url
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    process.environment = variables.merging(["PATH": "\(folder.url.path())/bin:\(path)"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let calls = try folder.text("calls").split(separator: "\n").map(String.init)
    return (process.terminationStatus, calls)
  }

  @Test func `the script checks what it is asked to, to the end`() throws {
    let usual = try runScript([:])
    #expect(usual.exitCode == 0)
    #expect(
      usual.calls
        == [
          "validate --output github --prisma-version auto", "format --check --prisma-version auto",
        ])
    let all = try runScript(
      ["SCHEMA": "db/my schema", "PRISMA_VERSION": "6", "GENERATE": "true"], failing: "validate")
    #expect(all.exitCode == 1)
    #expect(all.calls.count == 3)
    #expect(all.calls.last == "generate --prisma-version 6 --schema db/my schema")
    #expect(try runScript(["VALIDATE": "false"], failing: "format").calls.count == 1)
  }
}

import Foundation
import Testing

@testable import PrismaLSP

/// A folder that is removed with the value that stands for it.
final class TemporaryFolder: Sendable {
  /// Absolute.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "prisma-lsp-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: SystemPath { SystemPath(url.path(percentEncoded: false)) }

  /// Writes a file, with the folders it needs.
  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file.
  func text(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  /// Removes a file, or a folder with all that is in it.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  /// Makes a link to `target`.
  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: path).path(percentEncoded: false), withDestinationPath: target)
  }

  /// Runs a command that waits for nobody in this folder.
  func run(
    _ words: String..., input: String = "", variables: [String: String] = [:]
  ) -> (exitCode: Int32, output: String, errors: String) {
    run(words: words, input: input, variables: variables)
  }

  /// Runs a command that waits for nobody in this folder.
  func run(
    words: [String], input: String = "", variables: [String: String] = [:]
  ) -> (exitCode: Int32, output: String, errors: String) {
    let environment = environment(input, variables)
    let (arguments, refusal) = Commands.parse(words.map { SystemPath($0) }, in: environment)
    guard let arguments else { return parts(of: refusal) }
    guard case .immediate(let run) = arguments.command.work else {
      Issue.record("`\(arguments.command.name)` is to be awaited")
      return (-1, "", "")
    }
    return parts(of: run(arguments, environment))
  }

  /// Runs a command that may talk to a database in this folder.
  func run(
    _ words: String..., input: String = "", variables: [String: String] = [:]
  ) async -> (exitCode: Int32, output: String, errors: String) {
    await run(words: words, input: input, variables: variables)
  }

  /// Runs a command that may talk to a database in this folder.
  func run(
    words: [String], input: String = "", variables: [String: String] = [:]
  ) async -> (exitCode: Int32, output: String, errors: String) {
    let environment = environment(input, variables)
    let (arguments, refusal) = Commands.parse(words.map { SystemPath($0) }, in: environment)
    guard let arguments else { return parts(of: refusal) }
    return parts(of: await Commands.run(arguments, in: environment))
  }

  private func environment(
    _ input: String, _ variables: [String: String]
  ) -> CommandEnvironment {
    CommandEnvironment(
      workingDirectory: path, variable: { variables[$0] },
      standardInput: { Array(input.utf8) }, isOutputTerminal: false, isErrorTerminal: false)
  }

  private func parts(
    of result: CommandResult
  ) -> (exitCode: Int32, output: String, errors: String) {
    (
      result.exitCode, String(decoding: result.output, as: UTF8.self),
      String(decoding: result.errors, as: UTF8.self)
    )
  }
}

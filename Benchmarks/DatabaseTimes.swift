import Foundation
import LanguageServerProtocol
import Postgres

/// How long it takes to read a database, and to preview what a schema would change in it.
struct DatabaseTimes {
  private let server: String
  /// The file that is edited, and the folder around the schema.
  private let file: String
  private let folder: String
  private let url: String
  private let rounds: Int
  private let clock = ContinuousClock()

  /// - Parameters:
  ///   - server: the program that is measured.
  ///   - path: a schema for the database: a file or a folder of `.prisma` files.
  ///   - url: the connection string.
  ///   - rounds: how often each is done.
  init?(server: String, path: String, url: String, rounds: Int) {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".prisma") }.sorted().map { path + "/" + $0 }
    func hasModels(_ path: String) -> Bool {
      FileManager.default.contents(atPath: path).map { $0.firstRange(of: Self.model) != nil }
        ?? false
    }
    guard let file = (files.isEmpty ? [path] : files).first(where: hasModels) else { return nil }
    self.server = server
    self.file = file
    folder = files.isEmpty ? URL(filePath: path).deletingLastPathComponent().path() : path
    self.url = url
    self.rounds = rounds
  }

  private static let model = Data("\nmodel ".utf8)

  /// Prints a line for each; false when something fails.
  func print() async -> Bool {
    do {
      try await printCatalogue()
    } catch {
      Swift.print("the database can't be read: \(error)")
      return false
    }
    return printPull() && printPreviews()
  }

  private func report(_ name: String, _ times: [Duration]) {
    let sorted = times.map { $0 / .milliseconds(1) }.sorted()
    guard let least = sorted.first else { return }
    let median = sorted[sorted.count / 2]
    Swift.print(String(format: "%@\t%.2f\t%.2f", name, least, median))
  }

  /// Reading the catalogue in this process: over a connection that is new, and again over one that has read
  /// it, which compares the fingerprint alone.
  private func printCatalogue() async throws {
    let address = try ConnectionURL(url)
    var first: [Duration] = []
    var again: [Duration] = []
    for _ in 0..<rounds {
      let connection = try await Connection.open(address)
      first.append(try await measured { _ = try await connection.catalogue() })
      again.append(try await measured { _ = try await connection.catalogue() })
      await connection.close()
    }
    report("catalogue", first)
    report("unchanged catalogue", again)
  }

  private func measured(_ work: () async throws -> Void) async rethrows -> Duration {
    let start = clock.now
    try await work()
    return clock.now - start
  }

  /// `db pull` from the start of the process to its end.
  private func printPull() -> Bool {
    var times: [Duration] = []
    for _ in 0..<rounds {
      let process = Process()
      process.executableURL = URL(filePath: server)
      process.arguments = ["db", "pull", "--print", "--url", url]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let start = clock.now
      do { try process.run() } catch { return false }
      process.waitUntilExit()
      times.append(clock.now - start)
      guard process.terminationStatus == 0 else { return false }
    }
    report("db pull", times)
    return true
  }

  /// Previews over stdio: the first of a server, those that follow, and what is shown after an edit.
  private func printPreviews() -> Bool {
    var cold: [Duration] = []
    var again: [Duration] = []
    var edited: [Duration] = []
    for _ in 0..<max(1, rounds / 3) {
      guard
        let session = ServerSession(
          server, folder: folder, options: ["database": ["url": .string(url)]]),
        let document = EditedDocument(session, path: file)
      else { return false }
      defer { session.end() }
      // Until the schema is known.
      _ = session.request("textDocument/diagnostic", ["textDocument": document.identifier])
      let preview: JSONValue = [
        "command": "prisma-lsp.previewMigration", "arguments": [.string(document.uri)],
      ]
      func time(_ work: () -> Bool) -> Duration? {
        let start = clock.now
        return work() ? clock.now - start : nil
      }
      var address: String?
      let first = time {
        let answer = session.request("workspace/executeCommand", preview)
        let message = try? JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
        address = message?["result"]?["uri"]?.string
        return address != nil
      }
      guard let first, let address else { return false }
      cold.append(first)
      guard let place = Data(document.original).firstRange(of: Self.model),
        let line = document.original[place.upperBound...].firstIndex(of: UInt8(ascii: "\n"))
      else { return false }
      for round in 0..<5 {
        let field = "\n  preview\(round) Int?"
        document.replace(line..<line, by: field)
        let shown = time {
          _ = session.request("textDocument/diagnostic", ["textDocument": document.identifier])
          let text = session.request("workspace/textDocumentContent", ["uri": .string(address)])
          return Data(text.body).firstRange(of: Data("preview\(round)".utf8)) != nil
        }
        let repeated = time {
          session.request("workspace/executeCommand", preview).errorCode == nil
        }
        guard let shown, let repeated else { return false }
        edited.append(shown)
        again.append(repeated)
        document.replace(line..<(line + field.utf8.count), by: "")
      }
    }
    report("preview, cold", cold)
    report("preview after an edit", edited)
    report("preview asked for again", again)
    return true
  }
}

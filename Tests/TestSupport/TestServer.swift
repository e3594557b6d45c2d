import Foundation

/// A PostgreSQL of the tests' own: new, on a socket in a temporary folder, without port and password.
///
/// A shell starts it, looks every second whether the process of the tests is still there, and then ends
/// it and removes its folder: so it never stays behind, however the tests end. PostgreSQL refuses to run
/// as root; then it runs as the user `postgres` of its Debian package.
package final class TestServer: Sendable {
  /// The server that all tests share, each with databases of its own; nil where none can be started.
  package static let shared: TestServer? = binaries.flatMap { try? TestServer(binaries: $0) }

  /// Servers of all versions at hand: ``shared``, and those that `scripts/postgresql-versions` has fetched.
  package static let versions: [TestServer] = {
    let folder = PackageFiles.root.appending(path: ".build/postgresql").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let others = names.sorted().compactMap { try? TestServer(binaries: "\(folder)/\($0)/bin") }
    return (shared.map { [$0] } ?? []) + others
  }()

  /// Whether PostgreSQL is installed.
  package static let isAvailable = binaries != nil

  /// What a test that is skipped without it says.
  package static let reason =
    "needs the Debian package `postgresql`, or PRISMA_LSP_POSTGRES: a folder with `initdb`"

  /// The folder with `postgres` and `initdb`: the one that `PRISMA_LSP_POSTGRES` names, else that of the
  /// newest Debian package.
  package static let binaries: String? = {
    let packages = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: packages)) ?? []
    var candidates = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }
      .map { "\(packages)/\($0)/bin" }
    if let named = ProcessInfo.processInfo.environment["PRISMA_LSP_POSTGRES"] {
      candidates = [named]
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: "\($0)/initdb") }
  }()

  /// The folder with its socket, which stands for a host in connection strings.
  package let socketFolder: String
  /// The number before the point of its version, such as 15.
  package let majorVersion: Int
  private let process: Process

  /// Starts one and waits until it answers.
  ///
  /// - Parameter binaries: the folder with `postgres` and `initdb`.
  package init(binaries: String) throws {
    socketFolder = "/tmp/prisma-lsp-\(UUID().uuidString.prefix(8))"
    process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let isRoot = geteuid() == 0
    process.arguments =
      [
        "-c", Self.script, "TestServer", binaries, socketFolder,
        String(ProcessInfo.processInfo.processIdentifier), isRoot ? "postgres" : "",
      ] + (isRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [])
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    // The version, and nothing when it could not be started.
    let answer = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    guard let version = Int(answer.prefix { $0.isNumber }) else {
      throw Failure(description: "PostgreSQL of \(binaries) does not start:\n\(answer)")
    }
    majorVersion = version
  }

  /// Makes an empty database with a name that no other has.
  ///
  /// - Parameter options: its encoding and the like, as `CREATE DATABASE` has them.
  package func makeDatabase(_ options: String = "") throws -> TestDatabase {
    let name = "test_\(UUID().uuidString.lowercased().prefix(13))"
    let root = TestDatabase(name: "postgres", socketFolder: socketFolder)
    try root.run("CREATE DATABASE \"\(name)\" TEMPLATE template0 \(options)")
    return TestDatabase(name: name, socketFolder: socketFolder)
  }

  /// What a program said when it failed.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Arguments: the folder of the programs, that of the socket, the process to wait for, the user it
  /// belongs to if not this one, and what makes a command run as that user.
  private static let script = """
    trap '' INT TERM HUP
    programs=$1 folder=$2 parent=$3 user=$4; shift 4
    mkdir -m 700 "$folder" && cd "$folder" && if [ -n "$user" ]; then chown "$user" .; fi
    if ! "$@" "$programs/initdb" -D data -U postgres -A trust -E UTF8 --no-locale -N >log 2>&1
    then echo failed; cat log; cd /; rm -rf "$folder"; exit 1; fi
    "$@" "$programs/postgres" -D data -k "$folder" -c listen_addresses= -c fsync=off \\
      -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=32MB \\
      -c max_connections=200 -c timezone=UTC -c autovacuum=off >>log 2>&1 &
    server=$!
    until psql -XAt -h "$folder" -U postgres -c 'SHOW server_version' 2>/dev/null
    do kill -0 $server 2>/dev/null || break; sleep 0.1; done
    if ! kill -0 $server 2>/dev/null; then echo failed; cat log; fi
    exec >/dev/null 2>&1
    while kill -0 "$parent" && kill -0 $server; do sleep 1; done
    kill -QUIT $server; wait $server
    cd /; rm -rf "$folder"
    """
}

/// A database of a ``TestServer``.
package struct TestDatabase: Sendable {
  /// Its name.
  package let name: String
  /// The folder with the server's socket.
  package let socketFolder: String

  /// A connection string.
  package var url: String { "postgresql://postgres@localhost/\(name)?host=\(socketFolder)" }

  /// Runs a script with `psql`, a statement at a time, and stops at the first error, which is thrown.
  /// Returns the rows that it prints: a line each, `|` between the columns.
  @discardableResult package func run(_ sql: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sql")
    try Data(sql.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try output(
      of: "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-f", file.path(percentEncoded: false))
  }

  /// The structure as `pg_dump` writes it, without the key of each run.
  package func dump() throws -> String {
    try output(of: "pg_dump", "--schema-only", "--no-owner")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("\\restrict ") && !$0.hasPrefix("\\unrestrict ") }
      .joined(separator: "\n")
  }

  /// Runs a program with this database. What it prints is returned, or thrown when it fails.
  private func output(of program: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "PGOPTIONS=-c client_min_messages=error", program, "-h", socketFolder, "-U", "postgres",
        "-d", name,
      ] + arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: printed, as: UTF8.self)
    if process.terminationStatus != 0 { throw TestServer.Failure(description: text) }
    return text
  }
}

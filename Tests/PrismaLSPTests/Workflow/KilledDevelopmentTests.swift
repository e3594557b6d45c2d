import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

/// `migrate dev` as a process of its own, which is killed between two of its requests to the server, and
/// between its files. The next run goes on by itself.
@Suite(
  .enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)), .serialized)
struct KilledDevelopmentTests {
  /// A server of their own, since other tests have shadow databases too.
  private static let server = TestServer.binaries.flatMap { try? TestServer(binaries: $0) }

  /// The program of this build, which lies beside the tests.
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "prisma-lsp").path(percentEncoded: false)

  /// Starts `migrate dev`, or another command, in a project.
  ///
  /// - Parameters:
  ///   - socketFolder: the server that it is led to, nil for the project's.
  ///   - limit: what the shell does before, such as `ulimit`.
  private func start(
    _ project: TestProject, at socketFolder: String? = nil, limit: String = ":",
    _ words: [String] = ["dev", "-n", "x"]
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(limit); exec \"$@\"", "sh", Self.program, "migrate"] + words
    process.currentDirectoryURL = project.folder.url
    let url = project.database.url.replacing(
      project.database.socketFolder, with: socketFolder ?? project.database.socketFolder)
    process.environment = ["DATABASE_URL": url, "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = Pipe()
    process.standardError = Pipe()
    try process.run()
    return process
  }

  /// A project with a migration that is pending, and a model for the next.
  private func project() throws -> TestProject {
    let server = try #require(Self.server)
    let project = try TestProject(server: server)
    try project.write(
      migration: "1_a", "CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\nSELECT 1;\n")
    // What migrations leave, which is what the schema asks for, but for `User`.
    try project.write(models: TestProject.models + "model a {\n  id Int?\n  @@ignore\n}\n")
    return project
  }

  /// Waits until the server has noticed that its client is gone.
  private func waitForSessions(_ project: TestProject) async throws {
    let others = """
      SELECT count(*) FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
      """
    while try project.database.run(others) != "0\n" {
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private func shadowDatabases(_ project: TestProject) throws -> String {
    try project.database.run(
      "SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'")
  }

  /// The names of what is half-written.
  private func leftovers(_ project: TestProject) -> [String] {
    ["prisma", "prisma/migrations"].flatMap { folder in
      let path = project.folder.url.appending(path: folder).path(percentEncoded: false)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.hasPrefix(".") }
    }
  }

  /// Runs a command and kills it at a request. Returns whether it got as far as that.
  private func kill(
    _ project: TestProject, at number: Int, _ moment: StallingProxy.Moment, _ words: String...
  ) async throws -> Bool {
    let proxy = try StallingProxy(to: project.database.socketFolder, at: number, moment)
    let process = try start(project, at: proxy.folder, words)
    while process.isRunning, !proxy.isStalled { try await Task.sleep(for: .milliseconds(5)) }
    let isMet = proxy.isStalled
    if isMet { Glibc.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    proxy.close()
    try await waitForSessions(project)
    if !isMet { #expect(process.terminationStatus == 0, "request \(number), \(moment)") }
    return isMet
  }

  /// Kills `migrate dev` at a request. Returns whether it got as far as that.
  private func isKilled(at number: Int, _ moment: StallingProxy.Moment) async throws -> Bool {
    let project = try project()
    guard try await kill(project, at: number, moment, "dev", "-n", "x") else { return false }
    let place = "request \(number), \(moment)"
    // The account says what is there, neither more nor less.
    let records = (try? project.records()) ?? []
    let tables = try project.tables()
    #expect(records.contains("1_a|applied 1") == tables.contains("a"), "\(place)")
    #expect(
      records.contains { $0.hasSuffix("_x|applied 1") } == tables.contains("User"), "\(place)")

    let again = await project.run("migrate", "dev", "-n", "x")
    #expect(again.exitCode == 0, "\(place): \(again.errors)")
    #expect(project.migrations.count == 2, "\(place)")
    let name = try #require(project.migrations.last)
    let applied = try project.records().filter { $0.hasSuffix("applied 1") }
    #expect(applied == ["1_a|applied 1", "\(name)|applied 1"], "\(place)")
    #expect(try project.records().allSatisfy { !$0.hasSuffix("failed") }, "\(place)")
    #expect(try project.tables() == ["User", "a"], "\(place)")
    #expect(try project.database.run("SELECT count(*) FROM a") == "1\n", "\(place)")
    #expect(try shadowDatabases(project) == "", "\(place)")
    #expect(leftovers(project) == [], "\(place)")
    #expect(await project.run("migrate", "dev").output.contains("Nothing to migrate"), "\(place)")
    return true
  }

  /// With `LONG_TESTS` between all requests, else between some.
  @Test(arguments: StallingProxy.Moment.allCases)
  func isKilledBetweenItsSteps(_ moment: StallingProxy.Moment) async throws {
    let isLong = ProcessInfo.processInfo.environment["LONG_TESTS"] != nil
    var number = isLong ? 1 : moment == .before ? 2 : 6
    while try await isKilled(at: number, moment) { number += isLong ? 1 : 8 }
    #expect(number > 20)
  }

  @Test(arguments: StallingProxy.Moment.allCases)
  func isKilledOnTheWayBack(_ moment: StallingProxy.Moment) async throws {
    let isLong = ProcessInfo.processInfo.environment["LONG_TESTS"] != nil
    var number = moment == .before ? 1 : 2
    while true {
      let project = try TestProject(server: Self.server)
      try project.write(migration: "1_a", "CREATE TABLE a (id int);\n")
      try project.write(migration: "2_b", "CREATE TABLE b (id int);\n")
      #expect(await project.run("migrate", "deploy").exitCode == 0)
      guard try await kill(project, at: number, moment, "down", "--force") else { break }
      let place = "request \(number), \(moment)"
      let tables = try project.tables()
      let isUndone = tables == ["a"]
      #expect(isUndone || tables == ["a", "b"], "\(place)")
      #expect(
        try project.records() == ["1_a|applied 1"] + (isUndone ? [] : ["2_b|applied 1"]),
        "\(place)")
      let again = await project.run("migrate", "down", "1_a", "--force")
      #expect(again.exitCode == 0, "\(place): \(again.errors)")
      #expect(try project.records() == ["1_a|applied 1"], "\(place)")
      #expect(try project.tables() == ["a"], "\(place)")
      number += isLong ? 1 : 3
    }
    #expect(number > 7)
  }

  /// Where `strace` is, which kills a process at a call of the system; nil where it may not.
  private static let tracer = ["/usr/bin/strace", "/bin/strace"].first { path in
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-o", "/dev/null", "true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test(
    .enabled(if: tracer != nil, "needs the Debian package `strace`, and the right to trace"),
    arguments: [
      ("mkdir,mkdirat", 1), ("rename,renameat,renameat2", 1), ("rename,renameat,renameat2", 2),
    ])
  func isKilledBetweenItsFiles(_ call: String, _ number: Int) async throws {
    let project = try project()
    let tracer = try #require(Self.tracer)
    let inject = "inject=\(call):signal=KILL:when=\(number)"
    let process = try start(
      project, limit: "set -- \(tracer) -f -qq -o /dev/null -e \(inject) \"$@\"")
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGKILL)
    #expect(project.migrations.filter { !$0.hasPrefix(".") } == ["1_a"])
    try await waitForSessions(project)
    let again = await project.run("migrate", "dev", "-n", "x")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(leftovers(project) == [])
    #expect(project.migrations.count == 2)
    #expect(try project.tables() == ["User", "a"])
  }

  @Test func removesOnlyWhatNobodyWrites() async throws {
    let project = try project()
    // No process has a number like that, and process 1 is always there.
    let half = "prisma/.prisma-lsp-99999999.tmp/migration.sql"
    for path in [half, "prisma/migrations/.prisma-lsp-99999999.tmp", "prisma/.prisma-lsp-1.tmp"] {
      try project.folder.write("-- half", to: path)
    }
    #expect(await project.run("migrate", "dev", "-n", "x").exitCode == 0)
    #expect(leftovers(project) == [".prisma-lsp-1.tmp"])
  }

  @Test func leavesNothingWhereAFileCannotBeWritten() async throws {
    let project = try project()
    let fields = (0..<60).map { "  field\($0) String?\n" }.joined()
    try project.write(
      models: TestProject.models.replacing("  email", with: "\(fields)  email")
        + "model a {\n  id Int?\n  @@ignore\n}\n")
    let process = try start(project, limit: "trap '' XFSZ; ulimit -f 1")
    process.waitUntilExit()
    let errors = (process.standardError as? Pipe)?.fileHandleForReading.availableData ?? Data()
    #expect(process.terminationStatus == 1)
    #expect(String(decoding: errors, as: UTF8.self).contains("error: can't write"))
    #expect(leftovers(project) == [])
    #expect(project.migrations == ["1_a"])
    #expect(try project.tables() == ["a"])
  }

  // MARK: Shadow databases that were left

  @Test func dropsOnlyShadowDatabasesThatNobodyUses() async throws {
    let project = try project()
    let own = try project.database.run(
      """
      SELECT pid, (extract(epoch FROM backend_start) * 1000000)::bigint FROM pg_stat_activity
      WHERE backend_type = 'checkpointer'
      """
    ).split(whereSeparator: { "|\n".contains($0) }).map { String($0) }
    let living = try #require(ShadowDatabaseName.Session(own))
    let names = try [
      #require(ShadowDatabaseName(of: living)).text,
      #require(ShadowDatabaseName(of: .init(process: living.process, start: 5))).text,
      #require(ShadowDatabaseName(of: .init(process: 1, start: living.start))).text,
      ShadowDatabaseName.random,
    ]
    for name in names { try project.database.run("CREATE DATABASE \"\(name)\"") }
    #expect(await project.run("migrate", "dev", "-n", "x").exitCode == 0)
    let left = Set(try shadowDatabases(project).split(separator: "\n").map(String.init))
    #expect(left == [names[0], names[3]])
    for name in left { try project.database.run("DROP DATABASE \"\(name)\"") }
  }

  @Test func knowsItsShadowDatabases() throws {
    let session = ShadowDatabaseName.Session(process: 4711, start: 1_795_689_600_123_456)
    let name = try #require(ShadowDatabaseName(of: session))
    #expect(name.text.hasPrefix("prisma_migrate_shadow_db_00001267-6612-8b90-8be0-240"))
    #expect(name.text.utf8.count == 61)
    #expect(ShadowDatabaseName(name.text) == name)
    #expect(name.isOf(session))
    #expect(name.isOf(.init(process: 4711, start: nil)))
    #expect(!name.isOf(.init(process: 4712, start: session.start)))
    #expect(ShadowDatabaseName(of: .init(process: 1, start: nil)) == nil)
    #expect(ShadowDatabaseName(of: .init(process: 1, start: .max)) == nil)
    for text in ["", "x", ShadowDatabaseName.start, ShadowDatabaseName.random, name.text + "0"] {
      #expect(ShadowDatabaseName(text) == nil)
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

/// New migrations on a disk that is full: a file system in memory, of a few pages.
@Suite(
  .enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)),
  .enabled(if: SmallDisk.isAvailable, "needs the right to mount a file system"))
struct FullDiskTests {
  private func contents(_ folder: URL) -> [String] {
    let path = folder.path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Fills up the disk but for some pages, and runs `migrate dev` until there are enough. Each run before
  /// that leaves everything as it was. Returns how many pages it took.
  private func pagesNeeded(_ project: TestProject, _ words: [String]) async throws -> Int {
    let prisma = project.folder.url.appending(path: "prisma")
    let migrations = prisma.appending(path: "migrations")
    let filler = prisma.appending(path: "filler")
    for pages in 0..<20 {
      try SmallDisk.fill(filler, sparing: pages)
      let before = (contents(prisma), contents(migrations))
      let records = (try? project.records()) ?? []
      let result = await project.run(words: ["migrate", "dev", "-n", "x"] + words)
      if result.exitCode == 0 { return pages }
      #expect(result.exitCode == 1)
      #expect(result.errors.contains("the disk is full"), "\(result.errors)")
      #expect(
        contents(prisma).filter { $0 != "migrations" } == before.0.filter { $0 != "migrations" })
      #expect(contents(migrations) == before.1)
      #expect(((try? project.records()) ?? []) == records)
    }
    return 20
  }

  @Test func leavesNoHalfMigration() async throws {
    let project = try TestProject()
    let schema = try project.folder.text("prisma/schema.prisma")
    let disk = try SmallDisk(at: project.folder.url.appending(path: "prisma"))
    try project.folder.write(schema, to: "prisma/schema.prisma")
    // The lock file and the script.
    #expect(try await pagesNeeded(project, []) == 2)
    #expect(project.migrations.count == 1)
    withExtendedLifetime(disk) {}
  }

  @Test func leavesNonePartOfSeveral() async throws {
    let project = try TestProject()
    let disk = try SmallDisk(at: project.folder.url.appending(path: "prisma"))
    try project.write(models: TestProject.models)
    #expect(await project.run("migrate", "dev", "-n", "init").exitCode == 0)
    try project.write(
      models: """
        model User {
          id    Int    @id @default(autoincrement())
          email String @unique
          a     Int?
          b     Int?
          @@index([a])
          @@index([b])
        }

        """)
    // The columns, and an index each.
    #expect(try await pagesNeeded(project, ["--plan", "online"]) == 3)
    #expect(project.migrations.count == 4)
    #expect(await project.run("migrate", "status").exitCode == 0)
    withExtendedLifetime(disk) {}
  }
}

/// A file system in memory of sixteen pages, which is there as long as the value.
final class SmallDisk: Sendable {
  private static let pageCount = 16
  private static let pageSize = Int(getpagesize())

  /// Whether this process may mount file systems.
  static let isAvailable: Bool = {
    guard let folder = try? TemporaryFolder(), let disk = try? SmallDisk(at: folder.url) else {
      return false
    }
    return withExtendedLifetime(disk) { true }
  }()

  private let path: String

  init(at folder: URL) throws {
    path = folder.path(percentEncoded: false)
    let options = "size=\(Self.pageCount * Self.pageSize)"
    guard Self.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path) else {
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  deinit { _ = Self.run("umount", "-l", path) }

  /// Writes a file that leaves so many pages.
  static func fill(_ file: URL, sparing pages: Int) throws {
    try? FileManager.default.removeItem(at: file)
    var count = pageCount
    // What is there already takes a part of it.
    while count > 0, (try? Data(count: count * pageSize).write(to: file)) == nil { count -= 1 }
    try? FileManager.default.removeItem(at: file)
    try Data(count: max(0, count - pages) * pageSize).write(to: file)
  }

  private static func run(_ words: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

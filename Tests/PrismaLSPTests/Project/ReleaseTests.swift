import Testing

@testable import PrismaLSP

/// The release of Prisma in the lock files of package managers.
@Suite struct ReleaseTests {
  @Test(arguments: [
    ("{\n \"node_modules/prisma\": {\n  \"version\": \"6.12.0\",", 6, 12),
    ("packages:\n\n  prisma@6.9.0:\n", 6, 9), ("  /prisma@5.22.0:\n", 5, 22),
    ("prisma@^6.4.1:\n  version \"6.19.3\"\n", 6, 19),
    ("\"prisma@npm:^6.4.1\":\n  version: 6.12.0\n", 6, 12),
    ("\"prisma@npm:6.8.2\":\n  version: 6.8.2\n", 6, 8),
    ("    \"prisma\": [\"prisma@6.11.1\", \"\", {}],\n", 6, 11),
    ("\"@prisma/client@^7\":\n  version \"7.1.0\"\nprisma@^6.0.0:\n  version \"6.0.0\"\n", 7, 1),
    ("prisma@^6.4.1:\n  resolved \"x\"\n", 6, 4),
  ])
  func readsLockFiles(text: String, major: Int, minor: Int) {
    let release = PrismaVersionLookup.release(inLockFile: Array(text.utf8))
    #expect(release == PrismaVersionLookup.Release(major: major, minor: minor))
  }

  @Test func choosesTheTextOfTheRelease() async throws {
    let folder = try TemporaryFolder()
    try folder.write("provider = \"postgresql\"\n", to: "prisma/migrations/migration_lock.toml")
    try folder.write(
      "datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n}\n"
        + "model A {\n  id Int @id\n}\n", to: "prisma/schema.prisma")
    func script() async -> String {
      await folder.run(
        "migrate", "diff", "--from-empty", "--to-schema", "prisma/schema.prisma", "--script"
      ).output
    }
    #expect(await script().hasPrefix("-- CreateSchema\n"))
    try folder.write("prisma@^6.4.1:\n  version \"6.13.0\"\n", to: "yarn.lock")
    #expect(await script().hasPrefix("-- CreateSchema\n"))
    try folder.write("prisma@^6.4.1:\n  version \"6.12.0\"\n", to: "yarn.lock")
    #expect(await script().hasPrefix("-- CreateTable\n"))
  }
}

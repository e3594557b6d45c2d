import Foundation
import SchemaModel
import Testing

@testable import MigrationHistory

/// Reading a folder of migrations.
@Suite struct MigrationsDirectoryTests {
  @Test func readsMigrationsInTheirOrder() throws {
    let folder = try MigrationsFolder([
      "9_c": "SELECT 9;", "10_b": "SELECT 10;", "1_a": "SELECT 1;", "B_x": "SELECT 'B';",
      "a_y": "SELECT 'a';",
    ])
    try folder.write("a note", to: "README.md")
    try folder.write("-- not SQL of a migration", to: "loose.sql")
    let directory = try MigrationsDirectory(reading: folder.path)
    #expect(directory.entries.map(\.name) == ["1_a", "10_b", "9_c", "a_y", "B_x"])
    #expect(try directory.scripts().map(\.bytes).first == Array("SELECT 1;".utf8))
    #expect(directory.entries[0].script?.path == "\(folder.path)/1_a/migration.sql")
    #expect(directory.lock == nil)
    #expect(throws: Never.self) { try directory.check(provider: .postgresql) }
  }

  @Test(arguments: [
    (["20240102000000_b", "20240101000000_z", "20240101000000_a"], [2, 1, 0]),
    (["a", "A", "b", "B", "ä", "z", "_", "0"], [7, 8, 1, 2, 5, 3, 4, 6].map { $0 - 1 }),
    (["x y", "x_y", "x-y", "x.y", "xy"], [0, 1, 2, 3, 4]),
    (["Ab", "aB", "ab", "AB"], [2, 1, 0, 3]),
  ])
  func sortsLikeADictionary(names: [String], order: [Int]) {
    #expect(MigrationNameOrder.sorted(names) == order.map { names[$0] })
    #expect(MigrationNameOrder.sorted(names.reversed()) == order.map { names[$0] })
  }

  @Test func tellsAMissingScript() throws {
    let folder = try MigrationsFolder(["1_a": "SELECT 1;"])
    try folder.write("", to: "2_b/notes.txt")
    try folder.write("", to: "migration.sql")
    let directory = try MigrationsDirectory(reading: folder.path)
    #expect(directory.entries.map { $0.script == nil } == [false, true])
    let error = #expect(throws: MigrationsDirectoryError.self) { try directory.scripts() }
    #expect(error == .missingScript(migration: "2_b", path: folder.path))
    #expect(error?.code == "P3015")
  }

  @Test func followsNoLinks() throws {
    let folder = try MigrationsFolder(["1_a": "SELECT 1;"])
    try folder.link("2_b", to: "1_a")
    #expect(try MigrationsDirectory(reading: folder.path).entries.map(\.name) == ["1_a"])
  }

  @Test func tellsWhatIsNoFolder() throws {
    let folder = try MigrationsFolder(["1_a": "SELECT 1;"])
    let missing = "\(folder.path)/none"
    #expect(throws: MigrationsDirectoryError.notFound(path: missing)) {
      try MigrationsDirectory(reading: missing)
    }
    let file = "\(folder.path)/1_a/migration.sql"
    #expect(throws: MigrationsDirectoryError.notAFolder(path: file)) {
      try MigrationsDirectory(reading: file)
    }
  }

  @Test(arguments: [
    ("provider = \"postgresql\"\n", true), ("provider = \"postgresql\"", true),
    ("# one\n# two\nprovider = \"postgresql\"\nprovider = \"mysql\"\n", true),
    ("# one\r\nprovider = \"postgresql\"\r\n", true),
    ("provider = \"postgres\"\n", false), ("provider=\"postgresql\"\n", false),
    ("provider = 'postgresql'\n", false), ("provider = [\"postgresql\"]\n", false),
    ("  provider = \"postgresql\"\n", false), ("", false), ("# provider\n", false),
    ("provider = \"mysql\"\n", false),
  ])
  func comparesTheLockFileToTheLetter(text: String, isRight: Bool) throws {
    let folder = try MigrationsFolder([:])
    try folder.write(text, to: "migration_lock.toml")
    let directory = try MigrationsDirectory(reading: folder.path)
    if isRight {
      try directory.check(provider: .postgresql)
      #expect(directory.lock?.provider == "postgresql")
    } else {
      let error = #expect(throws: MigrationsDirectoryError.self) {
        try directory.check(provider: .postgresql)
      }
      #expect(error?.code == "P3019")
    }
  }

  @Test(arguments: Connector.allCases.filter { $0 != .none })
  func readsTheLockFileItWrites(provider: Connector) {
    let text = MigrationLock.text(for: provider)
    #expect(MigrationLock(text: Array(text.utf8)).isFor(provider))
    #expect(text.hasSuffix("\nprovider = \"\(provider.displayName)\"\n"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("#") } == 2)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func hashesLikeTheStandard(text: String, hash: String) {
    let script = MigrationScript(migration: "a", path: "a", bytes: Array(text.utf8))
    #expect(script.checksum == hash)
    #expect(script.matches(checksum: hash))
  }

  @Test func checksumsForgiveLineEnds() {
    func script(_ text: String) -> MigrationScript {
      MigrationScript(migration: "a", path: "a", bytes: Array(text.utf8))
    }
    let unix = script("SELECT 1;\nSELECT 2;\n")
    let windows = script("SELECT 1;\r\nSELECT 2;\r\n")
    let mixed = script("SELECT 1;\r\nSELECT 2;\n")
    #expect(unix.matches(checksum: windows.checksum))
    #expect(windows.matches(checksum: unix.checksum))
    #expect(mixed.matches(checksum: unix.checksum))
    #expect(mixed.matches(checksum: windows.checksum))
    #expect(!unix.matches(checksum: mixed.checksum))
    #expect(!unix.matches(checksum: script("SELECT 1;\nSELECT 3;\n").checksum))
    // The digits of `abc` without the zeros at the start of a byte.
    let unpadded = "ba7816bf8f1cfea414140de5dae2223b0361a396177a9cb410ff61f2015ad"
    #expect(script("abc").matches(checksum: unpadded))
    #expect(!script("abd").matches(checksum: unpadded))
  }

  @Test(arguments: [
    ("CamelCase", "camel_case"), ("fooBarBaz2Qux", "foo_bar_baz2_qux"),
    ("HTTPServer", "http_server"), ("userAPIs", "user_apis"), ("HTTP2Server", "http_2_server"),
    ("snake_case", "snake_case"), ("a--b", "a_b"), ("  x  ", "x"),
    ("bücher", "buecher"), ("é à ß Ø æ", "e_a_ss_o_ae"), ("ñ_Ж_ü", "n_zh_ue"),
    ("naïve re\u{301}sume\u{301}", "naive_resume"), ("$price €", "price_e"), ("a&b", "a_and_b"),
    ("Stuff's/more", "stuff_s_more"), ("it's \"q\"", "its_q"), ("v1.2.3", "v1_2_3"),
    ("a/b\\c", "a_b_c"), ("100%", "100"),
    ("日本", ""), ("", ""), ("---", ""), ("Łódź", "lodz"), ("İstanbul ışık", "istanbul_isik"),
    ("Привет мир", "privet_mir"), ("tab\there", "tab_here"),
  ])
  func makesSlugs(title: String, slug: String) {
    #expect(MigrationName.slug(title) == slug)
  }

  @Test func cutsLongSlugs() {
    #expect(MigrationName.slug(String(repeating: "x", count: 300)).utf8.count == 200)
  }

  @Test func namesNewMigrations() throws {
    let time = 1_706_702_400  // 2024-01-31 12:00:00
    let empty = MigrationsDirectory(emptyAt: "migrations")
    #expect(MigrationName.make(title: "Init", time: time, in: empty) == "20240131120000_init")
    #expect(MigrationName.make(title: "日本", time: time, in: empty) == "20240131120000")
    let folder = try MigrationsFolder(["20240131120000_init": "", "20240131120001": ""])
    let directory = try MigrationsDirectory(reading: folder.path)
    #expect(MigrationName.make(title: "b", time: time, in: directory) == "20240131120002_b")
    #expect(
      MigrationName.make(titles: ["z", "a", ""], time: time - 1, in: directory)
        == ["20240131115959_z", "20240131120002_a", "20240131120003"])
  }

  @Test(arguments: [
    (0, "19700101000000"), (951_782_400, "20000229000000"), (4_107_542_399, "21000228235959"),
    (4_107_542_400, "21000301000000"), (1_798_761_599, "20261231235959"), (-1, "19700101000000"),
    (Int.max, "99991231235959"),
  ])
  func writesTimes(time: Int, text: String) {
    #expect(MigrationName.stamp(time) == text)
  }
}

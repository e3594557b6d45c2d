import SchemaModel

/// Finds out which version of Prisma a schema is written for.
enum PrismaVersionLookup {
  /// The version for a schema in `folder`, nil for one that is in no file.
  ///
  /// The Python client is made for Prisma 5. Otherwise the nearest folder counts, from `folder`
  /// outwards to the root of the repository, whose `package.json`, lock file or Python project names
  /// Prisma. Where none does, a `url` in the datasource tells Prisma 6 from 7.
  static func version(in folder: String?, facts: SchemaFacts) -> PrismaVersion {
    if facts.generatesPythonClient { return .five }
    if let folder, let version = projectVersion(from: folder) { return version }
    return facts.hasURL ? .six : .seven
  }

  /// The version that the nearest project asks for, nil when none names Prisma.
  static func projectVersion(from folder: String) -> PrismaVersion? {
    // A range such as `*`, `latest` or `catalog:` is settled by a lock file, here or further out.
    var isPackage = false
    for folder in FilePath.ancestors(of: folder) {
      func file(_ name: String) -> String? {
        // The folders further out can be huge: they are asked for names, not listed.
        let path = FilePath.joined(folder, name)
        return Files.isFile(path) ? path : nil
      }
      let packageFile = file("package.json")
      if let package = packageFile.flatMap(PackageFile.init(at:)), !package.versionRanges.isEmpty {
        isPackage = true
        for range in package.versionRanges {
          if let version = version(inRange: range) { return version }
        }
      }
      if isPackage || packageFile == nil {
        for path in lockFiles.compactMap(file) {
          if let version = Files.contents(of: path).flatMap(version(inLockFile:)) { return version }
        }
      }
      for path in pythonProjects.compactMap(file) {
        if let text = Files.text(of: path), namesPythonClient(text) { return .five }
      }
      if Files.isRepository(folder) { break }
    }
    return nil
  }

  /// The lock files of JavaScript package managers.
  static let lockFiles = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"]

  /// The files that list the packages of a Python project.
  static let pythonProjects = [
    "pyproject.toml", "Pipfile", "requirements.txt", "requirements-dev.txt",
  ]

  /// The version that a range of npm asks for, nil when it leaves that open.
  static func version(inRange range: String) -> PrismaVersion? {
    var majors: Set<Int> = []
    var text = Substring(range)
    if text.hasPrefix("npm:"), let at = text.lastIndex(of: "@") {
      text = text[text.index(after: at)...]
    }
    for alternative in text.split(separator: "|") {
      let comparators = alternative.split(separator: " ").filter { $0 != "-" }
      var lower: Int?
      for comparator in comparators {
        // `>=5` alone is open upwards; `>=5 <6` and `5.x` are not.
        let isUpper = comparator.hasPrefix("<")
        guard let major = major(comparator.drop { "^~=v><".contains($0) }) else { return nil }
        if isUpper {
          if let lower, major <= lower + 1 { continue }
          return nil
        }
        let needsUpper =
          comparator.hasPrefix(">") && !comparators.contains { $0.hasPrefix("<") }
        if needsUpper { return nil }
        lower = lower ?? major
      }
      guard let lower else { return nil }
      majors.insert(lower)
    }
    return majors.max().flatMap(version(major:))
  }

  /// A release of Prisma.
  struct Release: Hashable, Comparable, Sendable {
    let major: Int
    let minor: Int

    static func < (left: Release, right: Release) -> Bool {
      (left.major, left.minor) < (right.major, right.minor)
    }
  }

  /// The release that the nearest lock file of a JavaScript package manager names, from `folder` outwards to
  /// the root of the repository; nil when none names Prisma.
  static func installedRelease(from folder: String) -> Release? {
    for folder in FilePath.ancestors(of: folder) {
      for name in lockFiles {
        let path = FilePath.joined(folder, name)
        if let release = Files.contents(of: path).flatMap(release(inLockFile:)) { return release }
      }
      if Files.isRepository(folder) { break }
    }
    return nil
  }

  /// The version that is installed according to a lock file of npm, pnpm, yarn or bun. Where several
  /// are, the first one named.
  static func version(inLockFile text: [UInt8]) -> PrismaVersion? {
    release(inLockFile: text).flatMap { version(major: $0.major) }
  }

  /// The same with its second number.
  static func release(inLockFile text: [UInt8]) -> Release? {
    // npm writes the version in the lines behind `"node_modules/prisma": {`, bun, pnpm and yarn have
    // `prisma@1.2.3` or `prisma@^1.0.0` with `version "1.2.3"` behind.
    for name in ["@prisma/client", "prisma"] {
      if let release = releaseBehind(#""node_modules/\#(name)": {"#, in: text) { return release }
      if let release = releaseAfterAt(name, in: text) { return release }
    }
    return nil
  }

  private static func releaseBehind(_ key: String, in text: [UInt8]) -> Release? {
    let key = Array(key.utf8)
    guard let start = index(of: key, in: text, from: 0) else { return nil }
    let marker = Array(#""version":"#.utf8)
    guard let at = index(of: marker, in: text, from: start), at < start + 400 else { return nil }
    let value = text[(at + marker.count)...].drop { !isDigit($0) }.prefix(12)
    return release(Substring(decoding: value, as: UTF8.self))
  }

  private static func releaseAfterAt(_ name: String, in text: [UInt8]) -> Release? {
    let key = Array("\(name)@".utf8)
    var from = 0
    while let start = index(of: key, in: text, from: from) {
      from = start + key.count
      // No other package whose name ends like this, such as `@scope/prisma`; pnpm 6 writes `/prisma@`.
      if start > 0 {
        let before = text[start - 1]
        let isSeparator =
          before == UInt8(ascii: "\"") || before == UInt8(ascii: "'") || before == UInt8(ascii: " ")
          || before == UInt8(ascii: "\n") || before == UInt8(ascii: ",")
          || before == UInt8(ascii: "/")
            && (start < 2 || text[start - 2] == UInt8(ascii: " ")
              || text[start - 2] == UInt8(ascii: "'") || text[start - 2] == UInt8(ascii: "\""))
        guard isSeparator else { continue }
      }
      let value = text[from...].prefix(60)
      let line = Substring(decoding: value.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let range = line.hasPrefix("npm:") ? line.dropFirst(4) : line
      let digits = range.drop { "npm:^~=v".contains($0) }
      guard let asked = release(digits) else { continue }
      // Of a range the release is in one of the lines behind: `version "6.2.0"`, `version: 6.2.0`.
      let isExact = range.first.map { $0.isASCII && $0.isNumber } ?? false
      return isExact ? asked : resolved(behind: from, in: text, major: asked.major) ?? asked
    }
    return nil
  }

  private static func resolved(behind start: Int, in text: [UInt8], major: Int) -> Release? {
    let near = Array(text[start...].prefix(300))
    let marker = Array("version".utf8)
    guard let at = index(of: marker, in: near, from: 0) else { return nil }
    let value = near[(at + marker.count)...].drop { !isDigit($0) }.prefix(12)
    let release = release(Substring(decoding: value, as: UTF8.self))
    return release?.major == major ? release : nil
  }

  /// The two numbers at the start, the second 0 where there is none.
  private static func release(_ text: Substring) -> Release? {
    guard let major = major(text) else { return nil }
    let rest = text.drop { $0.isASCII && $0.isNumber }.dropFirst()
    return Release(major: major, minor: Int(rest.prefix { $0.isASCII && $0.isNumber }) ?? 0)
  }

  private static func index(of key: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = key.first, text.count >= key.count else { return nil }
    var index = start
    let last = text.count - key.count
    while index <= last {
      if text[index] == first, text[index..<(index + key.count)].elementsEqual(key) { return index }
      index += 1
    }
    return nil
  }

  /// The number at the start, nil when there is none.
  private static func major(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count).first
    return rest == nil || !(rest?.isLetter ?? false) || rest == "x" ? Int(digits) : nil
  }

  private static func version(major: Int) -> PrismaVersion? {
    switch major {
    case ..<2: nil
    case 2...5: .five
    case 6: .six
    default: .seven
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a Python project depends on the package `prisma`.
  private static func namesPythonClient(_ text: String) -> Bool {
    let quotes: Set<Character> = ["\"", "'"]
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("#") { continue }
      var rest = line
      while let found = rest.firstRange(of: "prisma") {
        let before =
          found.lowerBound == line.startIndex
          ? nil : line[line.index(before: found.lowerBound)]
        let after = rest[found.upperBound...].first
        let begins = before.map(quotes.contains) ?? true
        let ends = after.map { " =<>~![;\"'".contains($0) } ?? true
        // `name = "prisma"` names the project itself.
        if begins, ends, !line.hasPrefix("name") { return true }
        rest = rest[found.upperBound...]
      }
    }
    return false
  }
}

import TestSupport
import Testing

/// The sources are as `docs/architecture.md` says.
@Suite struct ArchitectureTests {
  private static let files = PackageFiles.list("Sources", ending: ".swift")
  private static let sources = files.map { (path: $0, source: source("Sources/\($0)")) }

  private static func source(_ path: String) -> SwiftSource {
    SwiftSource(PackageFiles.text(path) ?? "")
  }

  @Test func eachTargetIsALayer() {
    let targets = Set(Self.files.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(targets == Set(ArchitectureDocument.layers.map(\.name)))
    #expect(targets.count > 5)
  }

  @Test func arrowsNeverTurnBack() {
    var above: Set<String> = []
    for layer in ArchitectureDocument.layers {
      #expect(layer.uses.isSubset(of: above), "\(layer.name) uses what comes behind it")
      above.insert(layer.name)
    }
  }

  @Test(arguments: ArchitectureDocument.layers)
  func importsOnlyWhatItMay(layer: ArchitectureDocument.Layer) {
    let allowed = layer.uses.union(layer.systemModules)
    for (path, source) in Self.sources where path.hasPrefix("\(layer.name)/") {
      for module in source.imports where !allowed.contains(module) {
        Issue.record("\(path) imports \(module)")
      }
    }
  }

  @Test(arguments: ArchitectureDocument.layers)
  func isDeclaredAsItIsDrawn(layer: ArchitectureDocument.Layer) throws {
    let manifest = try #require(PackageFiles.text("Package.swift")).filter { !$0.isWhitespace }
    let name = #"arget(name:"\#(layer.name)","#
    let parts = manifest.split(separator: name, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let declaration = parts[1].prefix { $0 != ")" }
    let list = declaration.split(separator: "dependencies:[", omittingEmptySubsequences: false)
    let names = list.dropFirst().first?.prefix { $0 != "]" }.split(separator: ",") ?? []
    let declared = Set(names.map { $0.filter { $0 != "\"" } })
    // Libraries of the system are declared too, as targets without sources.
    #expect(declared.subtracting(layer.systemModules) == layer.uses)
  }

  @Test func noTypeHidesItsModule() {
    for layer in ArchitectureDocument.layers {
      for (path, source) in Self.sources where path.hasPrefix("\(layer.name)/") {
        let words = source.code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        for (keyword, name) in zip(words, words.dropFirst()) where name == layer.name {
          let isType = ["struct", "enum", "class", "actor", "protocol", "typealias"]
          #expect(!isType.contains(String(keyword)), "\(path) declares \(name)")
        }
      }
    }
  }

  @Test func nothingTraps() {
    let traps =
      /[\w\)\]>?]!(?!=)|\b(fatalError|precondition|preconditionFailure|unsafelyUnwrapped|abort)\b/
    for (path, source) in Self.sources {
      for line in source.lines(matching: traps) { Issue.record("Sources/\(path):\(line) can trap") }
    }
  }

  /// Of what is `package` the compiler inlines nothing in other targets (Swift 6.3), which costs a tenth.
  @Test func whatOthersUseIsPublic() {
    for (path, source) in Self.sources {
      for line in source.lines(matching: /\bpackage\s+(?!in\b)\w/) {
        Issue.record("Sources/\(path):\(line) is `package`, not `public`")
      }
    }
  }

  @Test func nothingIsLeftUndone() {
    // Written so that they are not found in this file.
    let marks = ["TO" + "DO", "FIX" + "ME"]
    let tests = PackageFiles.list("Tests", ending: ".swift").map { "Tests/\($0)" }
    for path in Self.files.map({ "Sources/\($0)" }) + tests {
      let text = PackageFiles.text(path) ?? ""
      for mark in marks where text.contains(mark) { Issue.record("\(path) has a \(mark)") }
    }
  }

  @Test func onlyTheProgramReadsTheClock() {
    let clocks =
      /\b(ContinuousClock|SuspendingClock|DispatchTime|clock_gettime|gettimeofday|Date)\b/
    for (path, source) in Self.sources where !path.hasPrefix("PrismaLSP/") {
      for line in source.lines(matching: clocks) {
        Issue.record("Sources/\(path):\(line) reads the clock")
      }
    }
  }

  @Test func uncheckedPromisesStandWithTheirReason() {
    for (path, source) in Self.sources {
      let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
      for line in source.lines(matching: /@unchecked Sendable|nonisolated\(unsafe\)/) {
        let near = lines[max(0, line - 4)..<min(line, lines.count)]
        #expect(near.contains { $0.contains("//") }, "Sources/\(path):\(line) gives no reason")
      }
    }
  }

  @Test func theTestsOfTheInvariantsExist() {
    let functions = Set(
      PackageFiles.list("Tests", ending: ".swift").flatMap { path in
        let code = Self.source("Tests/\(path)").code
        let words = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        return zip(words, words.dropFirst()).filter { ["func", "struct"].contains($0.0) }
          .map { String($0.1) }
      })
    let named = ArchitectureDocument.tests.flatMap { $0.split(separator: ".").map(String.init) }
    #expect(!named.isEmpty)
    for name in named where !functions.contains(name) { Issue.record("there is no test \(name)") }
  }
}

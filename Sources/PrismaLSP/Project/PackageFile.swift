import FoundationEssentials
import LanguageServerProtocol

/// What `package.json` says about Prisma.
struct PackageFile: Sendable {
  /// The name of the package.
  let name: String?
  /// `prisma.schema`, as written.
  let schema: String?
  /// `prisma.seed`, as written.
  let seed: String?
  /// The ranges of `prisma` and `@prisma/client`, in this order, wherever they stand.
  let versionRanges: [String]

  /// Reads the file; nil when there is none, or it is not JSON.
  init?(at path: String) {
    guard let bytes = Files.contents(of: path) else { return nil }
    // `JSONDecoder` knows no byte order mark.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let file = try? JSONDecoder().decode(JSONValue.self, from: Data(text)) else { return nil }
    name = file["name"]?.string
    schema = file["prisma"]?["schema"]?.string
    seed = file["prisma"]?["seed"]?.string
    let groups = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]
    versionRanges = ["prisma", "@prisma/client"].flatMap { package in
      groups.compactMap { file[$0]?[package]?.string }
    }
  }
}

/// Finds the files of a schema in a folder.
enum SchemaFolder {
  /// Folders in which no schema is looked for: packages, version control and build output.
  static let ignoredNames: Set<String> = [
    "node_modules", "bower_components", "jspm_packages", "dist", "build", "out", "target",
    "coverage",
    "__pycache__", "site-packages", "venv", "vendor", "tmp",
  ]

  /// Whether no schema is looked for in a folder of this name. Those with a dot in front are caches,
  /// build output (`.next`, `.output`, `.turbo`) or version control.
  static func isIgnored(_ name: String) -> Bool {
    ignoredNames.contains(name) || name.hasPrefix(".") && name != "." && name != ".."
  }

  /// Whether a file of this name is one of a schema.
  static func isSchemaFile(_ name: String) -> Bool {
    name.hasSuffix(".prisma") && name != ".prisma"
  }

  /// The schema files of `folder` and its sub-folders, by their absolute paths, in byte order of
  /// their relative ones.
  ///
  /// - Parameters:
  ///   - listing: what a folder holds.
  ///   - skipping: whether the sub-folder of this path, with this content, is left out.
  static func files(
    in folder: String, listing: (String) -> Files.Listing = Files.listing(of:),
    skipping: (String, Files.Listing) -> Bool = { _, _ in false }
  ) -> [String] {
    var found: [String] = []
    var waiting = [folder]
    while let folder = waiting.popLast() {
      let content = listing(folder)
      for name in content.files where isSchemaFile(name) {
        found.append(FilePath.joined(folder, name))
      }
      for name in content.folders where !isIgnored(name) {
        let inner = FilePath.joined(folder, name)
        if !skipping(inner, listing(inner)) { waiting.append(inner) }
      }
    }
    return found.sorted(by: FilePath.precedes)
  }

  /// Whether a folder of this content holds a generated client, with a copy of its schema.
  static func isGeneratedClient(_ folder: String, _ listing: Files.Listing) -> Bool {
    guard listing.files.contains("schema.prisma") else { return false }
    let files = Set(listing.files)
    if files.contains("package.json"),
      let name = PackageFile(at: FilePath.joined(folder, "package.json"))?.name,
      name.hasPrefix("prisma-client") || name.hasPrefix(".prisma")
    {
      return true
    }
    let isClient = !files.isDisjoint(with: ["index.js", "client.js", "client.ts", "index.d.ts"])
    let isGenerated =
      !files.isDisjoint(with: ["index-browser.js", "edge.js", "wasm.js", "browser.ts", "models.ts"])
      || listing.folders.contains("runtime")
    return isClient && isGenerated
  }
}

import SchemaModel

/// The commit of Prisma's engines that generators are told, 40 hexadecimal digits. Some take only that
/// which they were made for.
///
/// Source: the package `@prisma/engines-version` that belongs to each release.
enum EngineVersion {
  /// The commit for a generator.
  ///
  /// - Parameter name: what the generator calls itself.
  static func commit(for provider: String, name: String?, _ version: PrismaVersion) -> String {
    let program = provider.split(separator: " ").first?.split(separator: "/").last
    if program == "prisma-client-py" || name?.hasPrefix("Prisma Client Python") == true {
      return pythonClient
    }
    return switch version {
    case .five: "605197351a3c8bdd595af2d2a9bc3025bca48ea2"  // 5.22.0
    case .six: "c2990dca591cba766e3b7ef5d9e8a84796e47ab7"  // 6.19.3
    case .seven: "d1b3f377ca835d73fd50954a5e22128b9ebdd6b8"  // 7.10.1
    }
  }

  /// That of Prisma 5.17.0, for which the last Python client, 0.15, was made. It refuses any other.
  private static let pythonClient = "393aa359c9ad4a4bb28630fb5613f9c281cde053"
}

import Migration
import SchemaModel

extension SQLProfile {
  /// The text of a version: of Prisma 6 that of the release in the project's lock file, else the newest.
  ///
  /// - Parameter project: the folder from which the lock file is looked for.
  init(_ version: PrismaVersion, project: String) {
    self.init(version)
    guard version == .six, let release = PrismaVersionLookup.installedRelease(from: project),
      release.major == 6, release <= PrismaVersionLookup.Release(major: 6, minor: 12)
    else { return }
    self = .sixTwelve
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The name under which Prisma keeps engines for this system, such as `debian-openssl-3.0.x`.
///
/// Source: https://www.prisma.io/docs/orm/reference/prisma-schema-reference#binarytargets-options
enum Platform {
  static let current: String = {
    #if canImport(Darwin)
      return "darwin\(architecture)"
    #else
      if exists("/etc/NIXOS") { return "linux-nixos" }
      let openSSL = openSSLVersion()
      let isMusl = exists("/etc/alpine-release")
      // The first of them has no version in its name.
      if isMusl, architecture.isEmpty, openSSL == "1.1.x" { return "linux-musl" }
      var family = exists("/etc/redhat-release") ? "rhel" : "debian"
      if isMusl || !architecture.isEmpty { family = "linux\(isMusl ? "-musl" : "")\(architecture)" }
      return "\(family)-openssl-\(openSSL)"
    #endif
  }()

  #if arch(arm64)
    private static let architecture = "-arm64"
  #else
    private static let architecture = ""
  #endif

  /// The version of OpenSSL, by the library that is there.
  private static func openSSLVersion() -> String {
    let folders = [
      "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib",
      "/lib",
    ]
    for (library, version) in [("libssl.so.3", "3.0.x"), ("libssl.so.1.1", "1.1.x")]
    where folders.contains(where: { exists("\($0)/\(library)") }) {
      return version
    }
    return "3.0.x"
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

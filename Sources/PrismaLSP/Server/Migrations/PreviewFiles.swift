import Glibc
import Synchronization

/// The files that previews are shown in where the client can't ask for their text. They lie in a folder
/// that nobody else can read, since facts about data may stand in them, and go with the process.
final class PreviewFiles: Sendable {
  /// The folder, once there is one.
  private let folder = Mutex<SystemPath?>(nil)

  /// Writes a preview; returns the path of its file, nil when that can't be done.
  func write(_ text: String, for address: PreviewAddress) -> String? {
    guard let folder = existingFolder() else { return nil }
    // One file for each preview, named so that it is known in a list of open files.
    let name = address.model.map { "\($0)-preview.sql" } ?? "preview.sql"
    let place = folder.appending(SystemPath(Self.digits(of: address.schema)))
    place.withCString { _ = mkdir($0, 0o700) }
    let path = place.appending(SystemPath(name))
    do throws(FileError) {
      try FileSystem.write(Array(text.utf8), to: path)
    } catch {
      return nil
    }
    return path.text
  }

  private func existingFolder() -> SystemPath? {
    folder.withLock { folder in
      if let folder { return folder }
      let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      var template = Array((base + "/prisma-lsp-XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else { return nil }
      folder = SystemPath(
        template.withUnsafeBufferPointer { buffer in
          buffer.baseAddress.map { String(cString: $0) } ?? ""
        })
      return folder
    }
  }

  /// Removes the files.
  func remove() {
    guard let folder = folder.withLock({ $0 }) else { return }
    for place in (try? FileSystem.names(in: folder)) ?? [] {
      let place = folder.appending(place)
      for file in (try? FileSystem.names(in: place)) ?? [] {
        place.appending(file).withCString { _ = unlink($0) }
      }
      place.withCString { _ = rmdir($0) }
    }
    folder.withCString { _ = rmdir($0) }
  }

  deinit { remove() }

  /// A short name for a path (FNV-1a).
  private static func digits(of path: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}

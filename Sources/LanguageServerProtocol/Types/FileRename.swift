/// A file or folder that gets another name.
package struct FileRename: Codable, Hashable, Sendable {
  /// Its address before.
  package let oldUri: DocumentURI
  /// Its address afterwards.
  package let newUri: DocumentURI
}

import SchemaParser

/// A name of a schema, reduced to a keyed 64-bit hash of its bytes.
///
/// Names are compared far more often than shown, across blocks that know nothing of each other's
/// text. Two names are equal when their hashes are. The key is drawn once a process, so nobody can
/// choose names that collide; among a million different names, a collision anywhere has a
/// probability of about 3 in 100 million. Considered and dropped: an interner, which needs a lock
/// or a shared owner and grows for as long as the server lives.
public struct Name: Hashable, Sendable {
  /// The hash.
  public let hash: UInt64

  @inline(__always)
  public init(hash: UInt64) { self.hash = hash }

  /// The name with these bytes.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { hash = Name.hash(bytes, key: Name.key) }

  /// The name with this text.
  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { Name($0) }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// Tables use the hash as it is: it is keyed and well mixed already.
  public func _rawHashValue(seed: Int) -> Int { Int(truncatingIfNeeded: hash) ^ seed }

  private static let key = UInt64.random(in: .min ... .max) | 1

  /// Multiplies to 128 bits and folds: the round of wyhash (public domain, Wang Yi).
  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, key: UInt64) -> UInt64 {
    var state = key ^ UInt64(truncatingIfNeeded: bytes.count)
    var at = 0
    // &+ below: offsets stay under `count`, which fits an Int.
    while at &+ 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      state = mix(state ^ word, 0xA076_1D64_78BD_642F)
      at &+= 8
    }
    var tail: UInt64 = 0
    while at < bytes.count {
      tail = tail << 8 | UInt64(bytes[at])
      at &+= 1
    }
    return mix(state ^ tail, 0xE703_7ED1_A0B4_28DB ^ key)
  }
}

/// A name as it stands in a block.
public struct Identifier: Sendable {
  /// The text.
  public let text: String
  /// The text's name, for comparing.
  public let name: Name
  /// Where it stands, from the start of the block (span class NAME).
  public let range: TextRange

  public init(text: String, name: Name, range: TextRange) {
    self.text = text
    self.name = name
    self.range = range
  }
}

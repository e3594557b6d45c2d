import Dispatch
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads messages from a file descriptor, on a thread of its own since reading blocks.
public enum MessageReader {
  /// The messages in the order of their arrival. The stream ends with the input.
  ///
  /// They are decoded on the reader's thread, so that a large one does not hold up the server.
  public static func messages(from descriptor: Int32) -> AsyncStream<ClientMessage> {
    AsyncStream { continuation in
      // A serial queue that is busy for good has a thread for itself.
      DispatchQueue(label: "prisma-lsp.reader", qos: .userInteractive).async {
        read(from: descriptor) { continuation.yield($0) }
        continuation.finish()
      }
    }
  }

  private static func read(from descriptor: Int32, receive: (ClientMessage) -> Void) {
    var decoder = FrameDecoder()
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      while true {
        let count = systemRead(descriptor, chunk)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        decoder.append(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
        while let frame = decoder.next() {
          receive(message(in: frame))
        }
      }
    }
  }

  /// The message in a frame.
  public static func message(in frame: FrameDecoder.Frame) -> ClientMessage {
    switch frame {
    case .body(let body): .decoded(from: body)
    case .malformed(.header):
      .invalid(.null, ResponseError(.parseError, "the header has no valid `Content-Length`"))
    case .malformed(.tooLong):
      .invalid(
        .null,
        ResponseError(
          .parseError, "the message is longer than \(FrameDecoder.lengthLimit >> 20) MiB"))
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

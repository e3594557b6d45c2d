import Dispatch
import Generators

/// Calls a function once when Ctrl-C or the like comes, for as long as it lives.
final class InterruptionWatcher {
  private let source: any DispatchSourceRead

  init(_ interrupted: @escaping @Sendable () -> Void) {
    let descriptor = Interruption.descriptor()
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
    source.setEventHandler {
      // The descriptor stays readable, so it would be called again and again.
      source.cancel()
      interrupted()
    }
    self.source = source
    source.activate()
  }

  deinit { source.cancel() }
}

/// Why a command line is refused, and what might have been meant.
struct UsageError: Error, Hashable {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

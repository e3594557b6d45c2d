import Glibc
import LanguageServerProtocol

/// `prisma-lsp lsp`: the language server on standard input and output.
enum LanguageServerCommand {
  /// Serves until the client is done. Returns the exit code.
  static func run() async -> Int32 {
    let writer = MessageWriter(descriptor: 1)
    let server = Server(writer: writer) { code in exit(code) }
    let code = await server.run(MessageReader.messages(from: 0))
    writer.flush()
    return code
  }
}

import Glibc
import LanguageServerProtocol

/// `prisma-lsp lsp`: the language server on standard input and output.
enum LanguageServerCommand {
  static let definition = CommandDefinition(
    "lsp", "Run the language server on standard input and output", usage: "[--stdio]",
    options: [
      TypedOption.flag("--stdio", "The only way to talk, so it makes no difference"),
      // Clients of vscode-languageclient send it.
      TypedOption.text("--clientProcessId", "ID", nil),
    ], work: .server(run))

  /// Serves until the client is done. Returns the exit code.
  static func run() async -> Int32 {
    limitHeaps()
    let writer = MessageWriter(descriptor: 1)
    let server = Server(writer: writer) { code in exit(code) }
    let code = await server.run(MessageReader.messages(from: 0))
    writer.flush()
    return code
  }

  /// Keeps glibc from giving each thread a heap of its own (mallopt(3), `M_ARENA_MAX`).
  ///
  /// What one thread allocates is freed by others here, since values go from task to task. With eight
  /// heaps a core they get holes: 38,000 edits with all requests mixed made the memory grow by 15 %, with
  /// two heaps by 2 % (`prisma-lsp-bench soak`), and nothing is slower.
  private static func limitHeaps() {
    // The header with its declaration is none of those that Swift imports. Other C libraries have no
    // such function, or no such heaps. The type is that of the manual page.
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let mallopt = unsafeBitCast(
      symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
    let arenaMaximum: Int32 = -8
    _ = mallopt(arenaMaximum, 2)
  }
}

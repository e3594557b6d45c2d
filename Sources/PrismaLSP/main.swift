import Glibc

// A reader that has gone away is an error of `write`, not the end of the process.
signal(SIGPIPE, SIG_IGN)

let environment = CommandEnvironment.process
// The raw arguments: the names of files need not be UTF-8.
let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
let parsed = Commands.parse(
  words.dropFirst().compactMap { word in
    word.map { word in
      SystemPath(bytes: Array(UnsafeRawBufferPointer(start: word, count: strlen(word))))
    }
  }, in: environment)
if case .server(let serve)? = parsed.arguments?.command.work { exit(await serve()) }
var result = parsed.refusal
if let arguments = parsed.arguments, case .workflow = arguments.command.work {
  let work = Task { await Commands.run(arguments, in: environment) }
  // Ctrl-C ends the others on the spot; these have to leave the database in order.
  let watcher = InterruptionWatcher { work.cancel() }
  result = await work.value
  withExtendedLifetime(watcher) {}
} else if let arguments = parsed.arguments {
  // On the main thread, as long as nothing waits: the memory of others grows in small steps, which takes a
  // tenth of the time of a large schema.
  result = await Commands.run(arguments, in: environment)
}
let outputFailure = FileSystem.write(result.output, to: STDOUT_FILENO)
FileSystem.write(result.errors, to: STDERR_FILENO)
exit(result.exitCode == 0 && outputFailure != nil && outputFailure != EPIPE ? 1 : result.exitCode)

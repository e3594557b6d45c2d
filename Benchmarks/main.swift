import Foundation
import SchemaModel

let usage = """
  usage: prisma-lsp-bench COMMAND PATH [--once] [--prisma-version 5|6|7] [--rounds N]
         [--from PATH] [--server PROGRAM] [--url URL] [--minutes N] [--seed N]

    load       reads the files and does nothing: what to subtract from the others
    parse      text to trees
    validate   text to diagnostics
    keystroke  a letter typed into an open schema, to diagnostics
    format     text to canonical text, missing parts of relations inserted
    layout     text to canonical text alone
    sql        text to the SQL that makes it from nothing, or from the schema of `--from PATH`
    requests   what a server takes to answer each request about an open file, over stdio
    database   reading the database of `--url URL`, and the preview of a schema for it, step by step; each
               line has a name, the least and the median of the milliseconds
    soak       an editing session with a server: random edits, all requests mixed. Prints its memory, and
               ends with 1 when it has grown by more than a tenth

  `requests` and `soak` take a file, and they and `database` `--server PROGRAM`; `soak` also `--minutes N` and `--seed N`.
  PATH is a file or a folder of .prisma files. --once does the work a single time and prints nothing,
  for valgrind; a keystroke costs what `keystroke` does beyond `open`, which opens the schema only.
  """

/// What the command line asks for.
struct Options {
  var command = ""
  var path = ""
  var version = PrismaVersion.six
  var rounds: Int?
  var isOnce = false
  /// The schema before, of `sql`; nil for none.
  var from: String?
  /// The connection string of `database`.
  var url = ""
  /// The program that `requests`, `database` and `soak` start.
  var server = ".build/release/prisma-lsp"
  var minutes = 3.0
  var seed: UInt64 = 1

  /// Nil when the arguments are not understood.
  init?(_ arguments: some Collection<String>) {
    var rest = Array(arguments)
    var plain: [String] = []
    while !rest.isEmpty {
      let argument = rest.removeFirst()
      switch argument {
      case "--once": isOnce = true
      case "--prisma-version":
        guard !rest.isEmpty, let version = PrismaVersion(rawValue: rest.removeFirst()) else {
          return nil
        }
        self.version = version
      case "--from":
        guard !rest.isEmpty else { return nil }
        from = rest.removeFirst()
      case "--server":
        guard !rest.isEmpty else { return nil }
        server = rest.removeFirst()
      case "--url":
        guard !rest.isEmpty else { return nil }
        url = rest.removeFirst()
      case "--minutes":
        guard !rest.isEmpty, let minutes = Double(rest.removeFirst()), minutes > 0 else {
          return nil
        }
        self.minutes = minutes
      case "--seed":
        guard !rest.isEmpty, let seed = UInt64(rest.removeFirst()) else { return nil }
        self.seed = seed
      case "--rounds":
        guard !rest.isEmpty, let rounds = Int(rest.removeFirst()), rounds > 0 else { return nil }
        self.rounds = rounds
      default: plain.append(argument)
      }
    }
    guard plain.count == 2 else { return nil }
    command = plain[0]
    path = plain[1]
  }
}

/// The median, in milliseconds, of how long `work` takes; the first few times do not count.
func median(rounds: Int, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  for _ in 0..<min(3, rounds) { work() }
  let times = (0..<rounds).map { _ in clock.measure(work) / .milliseconds(1) }.sorted()
  return times[times.count / 2]
}

guard let options = Options(CommandLine.arguments.dropFirst()) else {
  print(usage)
  exit(1)
}
// Messages to a server that is gone fail; they shall not end this program.
signal(SIGPIPE, SIG_IGN)
let absolute = URL(filePath: options.path).path(percentEncoded: false)
switch options.command {
case "requests":
  exit(
    printLatencies(server: options.server, path: absolute, rounds: options.rounds ?? 300) ? 0 : 1)
case "soak":
  guard var soak = Soak(server: options.server, path: absolute, seed: options.seed) else { exit(1) }
  exit(soak.run(minutes: options.minutes) ? 0 : 1)
case "database":
  guard
    let times = DatabaseTimes(
      server: options.server, path: absolute, url: options.url, rounds: options.rounds ?? 15)
  else { exit(1) }
  exit(await times.print() ? 0 : 1)
default: break
}

guard let subject = Subject(path: options.path, version: options.version) else {
  print(usage)
  exit(1)
}

let work: () -> Void
switch options.command {
case "load": work = {}
case "parse": work = { blackHole(subject.parse().count) }
case "validate": work = { _ = subject.validate() }
case "format": work = { subject.format() }
case "layout": work = { subject.layout() }
case "sql":
  var before: Subject?
  if let path = options.from {
    before = Subject(path: path, version: options.version)
    if before == nil {
      print(usage)
      exit(1)
    }
  }
  work = { [before] in subject.migrate(from: before) }
case "open": work = { _ = TypingSession(subject) }
case "keystroke":
  var session = TypingSession(subject)
  work = { session.keystroke() }
default:
  print(usage)
  exit(1)
}

if options.isOnce {
  work()
} else {
  let bytes = subject.byteCount
  // About a second, so that small schemas are measured often.
  let rounds = options.rounds ?? max(5, min(501, 20_000_000 / max(1, bytes)))
  let time = median(rounds: rounds, work)
  let figure = String(format: "%.3f", time)
  print("\(options.command)\t\(figure) ms\t\(bytes) bytes\t\(rounds) rounds")
}

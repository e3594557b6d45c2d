import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A generator that runs, and the conversation with it: a request is a line of JSON on its standard input,
/// the answer one on its standard error. All else that it writes there is its log.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/overview/generators, and recordings of what
/// Prisma's own command line says to a generator.
final class GeneratorProcess {
  /// How long an answer may take: asked again and again, the milliseconds that are left, nil for ever.
  typealias Patience = () -> Int?

  private let block: GeneratorBlock
  private let provider: String
  /// What must not be shown.
  private let secrets: [String]
  private let child: ChildProcess
  /// What was read behind the last line end.
  private var unfinished: [UInt8] = []
  /// How much of that holds no line end.
  private var searched = 0
  /// The other lines, the newest of them.
  private var log: [String] = []
  private var logSize = 0

  /// More of a log than this, in bytes, helps nobody.
  private static let logLimit = 1 << 16
  /// No answer has a longer line, in bytes.
  private static let lineLimit = 1 << 28
  /// How often it is looked whether the process still lives, in milliseconds: what it started may hold its
  /// end of the pipe.
  private static let lookInterval = 500

  /// Starts a generator.
  ///
  /// - Parameter command: its command, with what it sees but for the streams that are talked through.
  init(
    _ block: GeneratorBlock, provider: String, _ command: ChildProcess.Command, secrets: [String]
  ) throws(GeneratorFailure) {
    self.block = block
    self.provider = provider
    self.secrets = secrets.filter { !$0.isEmpty }
    var command = command
    command.input = .pipe
    command.errors = .pipe
    command.hasOwnGroup = true
    command.variables["PRISMA_GENERATOR_INVOCATION"] = "true"
    do throws(ChildProcess.Failure) {
      child = try ChildProcess(command)
    } catch {
      throw GeneratorFailure(
        .notStarted(reason: error.reason), generator: block.name, provider: provider)
    }
  }

  /// Asks the process to end, if it still runs, and makes it when it doesn't.
  func end() { child.end() }

  /// Sends a request and waits for its answer.
  ///
  /// Large requests are written while answers are read: both pipes hold little, and a generator may write
  /// before it has read to the end.
  ///
  /// - Parameter request: a line without its end.
  func answer(
    to request: [UInt8], id: Int, patience: Patience
  ) throws(GeneratorFailure) -> GeneratorAnswer.Result? {
    let interruption = Interruption.descriptor()
    let request = request + [0x0A]
    var sent = 0
    while true {
      var waiting = [
        pollfd(fd: interruption, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.errors ?? -1, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: sent < request.count ? child.input ?? -1 : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let time = patience()
      if let time, time <= 0 { throw failure(.timedOut) }
      let interval = min(time ?? Self.lookInterval, Self.lookInterval)
      let count = poll(&waiting, nfds_t(waiting.count), Int32(interval))
      if Interruption.hasCome { throw failure(.interrupted) }
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { throw failure(.ended(child.wait())) }
        continue
      }
      if waiting[2].revents != 0 { send(request, from: &sent) }
      if waiting[1].revents != 0 {
        let isOpen = read()
        if let answer = try takeAnswer(to: id, atEnd: !isOpen) {
          if let error = answer.error {
            throw failure(.refused(message: shown(error.message ?? "it doesn't say why")))
          }
          return answer.result
        }
        if !isOpen { throw failure(.ended(endingBehindStreams())) }
      } else if count == 0, let ending = child.endingSoFar() {
        throw failure(.ended(ending))
      }
    }
  }

  /// Writes as much as the pipe takes.
  private func send(_ request: [UInt8], from sent: inout Int) {
    guard let input = child.input else { return }
    request.withUnsafeBytes { bytes in
      while sent < bytes.count, let base = bytes.baseAddress {
        let count = write(input, base + sent, bytes.count - sent)
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN { return }
        if count < 0 {
          // It doesn't listen any more. Why, its end will tell.
          child.closeInput()
          return
        }
        sent += count
      }
    }
  }

  /// Reads what is there; false at the end.
  private func read() -> Bool {
    guard let errors = child.errors else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      let count = systemRead(errors, chunk)
      if count < 0 { return errno == EINTR || errno == EAGAIN }
      unfinished += chunk[..<count]
      return count > 0
    }
  }

  /// Goes through the lines that have been read up to the answer, and keeps the others as log.
  ///
  /// - Parameter atEnd: whether what is behind the last line end is a line too.
  private func takeAnswer(to id: Int, atEnd: Bool) throws(GeneratorFailure) -> GeneratorAnswer? {
    var start = 0
    var isAnswered = false
    defer {
      unfinished.removeFirst(start)
      // What came along with an answer has not been looked through.
      searched = isAnswered ? 0 : unfinished.count
    }
    while start < unfinished.count {
      let rest = unfinished[max(start, searched)...]
      guard let end = rest.firstIndex(of: 0x0A) ?? (atEnd ? unfinished.count : nil) else { break }
      let line = Array(unfinished[start..<end])
      start = min(end + 1, unfinished.count)
      if let answer = try answer(in: line, id: id) {
        isAnswered = true
        return answer
      }
    }
    if unfinished.count - start > Self.lineLimit { throw failure(.unreadableAnswer) }
    return nil
  }

  /// The answer in a line, nil when the line is something else.
  private func answer(in line: [UInt8], id: Int) throws(GeneratorFailure) -> GeneratorAnswer? {
    guard line.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "{") else {
      keep(line)
      return nil
    }
    let data = Data(line)
    if let answer = try? JSONDecoder().decode(GeneratorAnswer.self, from: data) {
      return answer.id == id ? answer : nil
    }
    // Either no answer, or one that isn't as it must be.
    if let envelope = try? JSONDecoder().decode(Envelope.self, from: data) {
      if envelope.id == id, envelope.jsonrpc != nil { throw failure(.unreadableAnswer) }
      return nil
    }
    keep(line)
    return nil
  }

  /// What tells an answer from other JSON.
  private struct Envelope: Decodable {
    let jsonrpc: String?
    let id: Int?
  }

  private func keep(_ line: [UInt8]) {
    let text = String(decoding: line.suffix(Self.logLimit), as: UTF8.self)
    log.append(text)
    logSize += text.utf8.count + 1
    // Many lines are dropped at once, so that each is moved but a few times.
    guard logSize > 2 * Self.logLimit else { return }
    var dropped = 0
    while logSize > Self.logLimit, dropped < log.count - 1 {
      logSize -= log[dropped].utf8.count + 1
      dropped += 1
    }
    log.removeFirst(dropped)
  }

  /// The end of a process that has closed its standard error: it is given a little time to end by itself.
  private func endingBehindStreams() -> ChildProcess.Ending {
    for _ in 0..<100 {
      if let ending = child.endingSoFar() { return ending }
      usleep(20_000)
    }
    child.end()
    return .exited(0)
  }

  private func failure(_ kind: GeneratorFailure.Kind) -> GeneratorFailure {
    var lines = log.map(shown)[...]
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return GeneratorFailure(
      kind, generator: block.name, provider: provider, log: lines.joined(separator: "\n"))
  }

  /// A text without the URLs of databases.
  private func shown(_ text: String) -> String {
    var text = text
    for secret in secrets { text = text.replacing(secret, with: "(URL of the database)") }
    return text
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

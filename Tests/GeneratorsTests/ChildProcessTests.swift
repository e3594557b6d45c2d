import Foundation
import Generators
import Testing

@Suite struct ChildProcessTests {
  /// What a command writes to its standard output until it ends.
  private func output(of child: ChildProcess) -> String {
    guard let descriptor = child.output else { return "" }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func command(
    _ line: String, _ change: (inout ChildProcess.Command) -> Void = { _ in }
  ) -> ChildProcess.Command {
    var command = ChildProcess.Command(line)
    command.input = .nowhere
    command.output = .pipe
    change(&command)
    return command
  }

  @Test(arguments: [0, 1, 3, 255])
  func `exit codes are told`(code: Int32) throws {
    let child = try ChildProcess(command("exit \(code)"))
    #expect(child.wait() == .exited(code))
    #expect(child.wait().code == code)
  }

  @Test func `a command that is killed tells its signal`() throws {
    let child = try ChildProcess(command("kill -9 $$"))
    #expect(child.wait() == .killed(signal: SIGKILL))
    #expect(child.wait().code == 137)
  }

  @Test func `variables go on top of those of the process`() throws {
    let child = try ChildProcess(
      command("echo \"$HOME|$GREETING\"") {
        $0.variables = ["HOME": "nowhere", "GREETING": "a = b\nc"]
      })
    #expect(output(of: child) == "nowhere|a = b\nc\n")
    let plain = try ChildProcess(command("echo \"$PATH\""))
    #expect(output(of: plain) == "\(ProcessInfo.processInfo.environment["PATH"] ?? "")\n")
  }

  @Test func `arguments reach the command as they are`() throws {
    let child = try ChildProcess(
      command("printf '%s|' \"$@\"") { $0.arguments = ["a b", "'$HOME'", "", "--x"] })
    #expect(output(of: child) == "a b|'$HOME'||--x|")
  }

  @Test func `a command starts in the folder that is named`() throws {
    let child = try ChildProcess(
      command("pwd; echo \"$1\"") {
        $0.folder = "/usr/lib"
        $0.arguments = ["x"]
      })
    #expect(output(of: child) == "/usr/lib\nx\n")
    let lost = try ChildProcess(command("echo here") { $0.folder = "/no such folder" })
    #expect(output(of: lost) == "")
    #expect(lost.wait() == .exited(126))
  }

  @Test func `pipes carry input and errors`() throws {
    let child = try ChildProcess(
      command("read line; echo \"got $line\"; echo oops >&2") {
        $0.input = .pipe
        $0.errors = .pipe
      })
    let input = try #require(child.input)
    #expect(write(input, "text\n", 5) == 5)
    #expect(output(of: child) == "got text\n")
    let errors = try #require(child.errors)
    var chunk = [UInt8](repeating: 0, count: 100)
    #expect(read(errors, &chunk, 100) == 5)
    #expect(child.wait() == .exited(0))
  }

  @Test func `the end of the input ends a command that reads it`() throws {
    let child = try ChildProcess(command("cat") { $0.input = .pipe })
    #expect(child.endingSoFar() == nil)
    child.closeInput()
    #expect(child.wait() == .exited(0))
  }

  @Test func `signals that this process ignores end the command`() throws {
    signal(SIGPIPE, SIG_IGN)
    let child = try ChildProcess(command("kill -PIPE $$; echo alive"))
    #expect(child.wait() == .killed(signal: SIGPIPE))
  }

  @Test func `a command ends when it is asked to`() throws {
    let child = try ChildProcess(command("sleep 100") { $0.hasOwnGroup = true })
    child.end()
    #expect(child.wait() == .killed(signal: SIGTERM))
  }

  @Test func `a command that doesn't listen is made to end, with what it started`() throws {
    let child = try ChildProcess(
      command("trap '' TERM; (sleep 100; :) & echo ready; while :; do sleep 1; done") {
        $0.hasOwnGroup = true
      })
    let descriptor = try #require(child.output)
    var chunk = [UInt8](repeating: 0, count: 100)
    #expect(read(descriptor, &chunk, 100) == 6)
    child.end(patience: 50)
    #expect(child.wait() == .killed(signal: SIGKILL))
    // All that held the other end of the pipe are gone: this is its end, not a wait.
    #expect(read(descriptor, &chunk, 100) == 0)
  }

  @Test func `what a command started is made to end, when the command itself has ended`() throws {
    let child = try ChildProcess(
      command("sh -c 'trap \"\" TERM; echo ready; while :; do sleep 1; done'; :") {
        $0.hasOwnGroup = true
      })
    let descriptor = try #require(child.output)
    var chunk = [UInt8](repeating: 0, count: 100)
    #expect(read(descriptor, &chunk, 100) == 6)
    child.end(patience: 50)
    #expect(child.wait() == .killed(signal: SIGTERM))
    #expect(read(descriptor, &chunk, 100) == 0)
  }

  @Test func `nothing is left of a command that nobody holds any more`() throws {
    var child: ChildProcess? = try ChildProcess(command("sleep 100"))
    let id = try #require(child).id
    child = nil
    #expect(kill(id, 0) == -1)
  }
}

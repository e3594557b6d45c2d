/// The script that completes command lines in fish.
///
/// Source: the page on `complete` of fish's manual.
struct FishCompletion {
  private let table = CompletionTable()

  var script: String {
    """
    # Completes command lines of prisma-lsp in fish.
    function __prisma_lsp_command
      set -l command
      for word in (commandline -opc)[2..]
        switch $word
          case '-*'
            set -q command[1]; and break
          case '*'
            set -a command $word
            contains -- $command[1] \(pairs); or break
            test (count $command) = 2; and break
        end
      end
      echo "$command"
    end
    complete -c prisma-lsp -f
    complete -c prisma-lsp -n 'test -z (__prisma_lsp_command)' -a '\(table.firstWords.joined(separator: " "))'
    \(lines.joined(separator: "\n"))

    """
  }

  /// The first words of commands of two words.
  private var pairs: String { table.groups.map(\.first).joined(separator: " ") }

  private var lines: [String] {
    var lines = table.groups.map { first, seconds in
      line(for: first, "-a '\(seconds.joined(separator: " "))'")
    }
    for command in table.commands {
      switch command.arguments {
      case .words(let words):
        lines.append(line(for: command.name, "-a '\(words.joined(separator: " "))'"))
      case .path: lines.append(line(for: command.name, "-F"))
      case .number, .anything, nil: break
      }
      for (name, values) in command.options {
        let option = name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
        let suffix =
          switch values {
          case .words(let words): " -x -a '\(words.joined(separator: " "))'"
          case .path: " -r -F"
          case .number, .anything: " -x"
          case nil: ""
          }
        lines.append(line(for: command.name, option + suffix))
      }
    }
    return lines
  }

  private func line(for command: String, _ rest: String) -> String {
    "complete -c prisma-lsp -n 'test \"$(__prisma_lsp_command)\" = \"\(command)\"' \(rest)"
  }
}

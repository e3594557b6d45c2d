/// The script that completes command lines in zsh.
///
/// Source: the chapter on the completion system of zsh's manual.
struct ZshCompletion {
  private let table = CompletionTable()

  var script: String {
    """
    #compdef prisma-lsp
    # Completes command lines of prisma-lsp in zsh: put it into a folder of $fpath as _prisma-lsp.
    _prisma_lsp() {
      local command= i
      for ((i = 2; i < CURRENT; i++)); do
        case $words[i] in
          -*) [[ -n $command ]] && break ;;
          *)
            case "$command $words[i]" in
    \(twoWordCases)
              (*) [[ -n $command ]] || command=$words[i] ;;
            esac ;;
        esac
      done
      case $command in
        '') compadd -- \(table.firstWords.joined(separator: " ")) --help --version; return ;;
    \(secondWordCases)
      esac
      case "$command $words[CURRENT-1]" in
    \(valueCases)
      esac
      case $command in
    \(commandCases)
      esac
    }
    if [[ $funcstack[1] == _prisma-lsp ]]; then _prisma_lsp "$@"; else compdef _prisma_lsp prisma-lsp; fi

    """
  }

  private var twoWordCases: String {
    table.names.map { "          ('\($0)') command='\($0)' ;;" }.joined(separator: "\n")
  }

  private var secondWordCases: String {
    table.groups.map { first, seconds in
      "    (\(first)) \(reply(.words(seconds))); return ;;"
    }.joined(separator: "\n")
  }

  private var valueCases: String {
    table.valued.map { command, option, values in
      "    ('\(command) \(option)') \(reply(values)); return ;;"
    }.joined(separator: "\n")
  }

  private func reply(_ values: OptionForm.Values) -> String {
    switch values {
    case .words(let words):
      "compadd -- " + words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    case .path: "_files"
    case .number, .anything: "_message value"
    }
  }

  private var commandCases: String {
    table.commands.map { command in
      let options = command.options.map(\.name).joined(separator: " ")
      let arguments = command.arguments.map { "; \(reply($0))" } ?? ""
      return "    ('\(command.name)') compadd -- \(options)\(arguments) ;;"
    }.joined(separator: "\n")
  }
}

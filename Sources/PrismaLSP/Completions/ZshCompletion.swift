/// The script that completes command lines in zsh.
///
/// Source: the chapter on the completion system of zsh's manual.
struct ZshCompletion {
  let table: CompletionTable

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
        '') compadd -- \(CompletionTable.firstWords.joined(separator: " ")) --help --version; return ;;
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
    table.commands.filter { $0.name.contains(" ") }
      .map { "          ('\($0.name)') command='\($0.name)' ;;" }.joined(separator: "\n")
  }

  private var secondWordCases: String {
    CompletionTable.firstWords.compactMap { word in
      let words = table.secondWords(after: word)
      if words.isEmpty { return nil }
      return "    (\(word)) compadd -- \(words.joined(separator: " ")); return ;;"
    }.joined(separator: "\n")
  }

  private var valueCases: String {
    table.commands.flatMap { command in
      command.options.compactMap { name, values in
        values.map { "    ('\(command.name) \(name)') \(reply($0)); return ;;" }
      }
    }.joined(separator: "\n")
  }

  private func reply(_ values: CompletionTable.Values) -> String {
    switch values {
    case .words(let words):
      "compadd -- " + words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    case .paths: "_files"
    case .anything: "_message value"
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

/// The script that completes command lines in bash.
///
/// Source: the chapter on programmable completion of bash's manual.
struct BashCompletion {
  private let table = CompletionTable()

  var script: String {
    """
    # Completes command lines of prisma-lsp in bash: source <(prisma-lsp completions bash)
    _prisma_lsp() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
      local command= first= options= arguments= i
      COMPREPLY=()
      for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
          -*) [[ $command ]] && break ;;
          *)
            case "$command ${COMP_WORDS[i]}" in
    \(twoWordCases)
              *) [[ $command ]] || command=${COMP_WORDS[i]} ;;
            esac ;;
        esac
      done
      case $command in
        '') COMPREPLY=($(compgen -W '\(table.firstWords.joined(separator: " ")) --help --version' -- "$word")); return ;;
    \(secondWordCases)
      esac
      case "$command $before" in
    \(valueCases)
      esac
      case $command in
    \(commandCases)
      esac
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
      elif [[ $arguments == paths ]]; then
        \(paths)
      else
        COMPREPLY=($(compgen -W "$arguments $options" -- "$word"))
      fi
    }
    complete -F _prisma_lsp prisma-lsp

    """
  }

  /// Offers files and folders, whose names may have blanks.
  private let paths =
    "local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$word\"))"

  private var twoWordCases: String {
    table.names.map { "          '\($0)') command='\($0)' ;;" }.joined(separator: "\n")
  }

  private var secondWordCases: String {
    table.groups.map { first, seconds in
      "    \(first)) \(reply(.words(seconds))); return ;;"
    }.joined(separator: "\n")
  }

  private var valueCases: String {
    table.valued.map { command, option, values in
      "    '\(command) \(option)') \(reply(values)); return ;;"
    }.joined(separator: "\n")
  }

  private func reply(_ values: OptionForm.Values) -> String {
    switch values {
    case .words(let words):
      "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\"))"
    case .path: paths
    case .number, .anything: "COMPREPLY=()"
    }
  }

  private var commandCases: String {
    table.commands.map { command in
      let options = command.options.map(\.name).joined(separator: " ")
      let arguments =
        switch command.arguments {
        case .words(let words): words.joined(separator: " ")
        case .path: "paths"
        case .number, .anything, nil: ""
        }
      return "    '\(command.name)') options='\(options)' arguments='\(arguments)' ;;"
    }.joined(separator: "\n")
  }
}

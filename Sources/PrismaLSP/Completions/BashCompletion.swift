/// The script that completes command lines in bash.
///
/// Source: the chapter on programmable completion of bash's manual.
struct BashCompletion {
  let table: CompletionTable

  init(table: CompletionTable) { self.table = table }

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
        '') COMPREPLY=($(compgen -W '\(CompletionTable.firstWords.joined(separator: " ")) --help --version' -- "$word")); return ;;
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
    table.commands.filter { $0.name.contains(" ") }
      .map { "          '\($0.name)') command='\($0.name)' ;;" }
      .joined(separator: "\n")
  }

  private var secondWordCases: String {
    CompletionTable.firstWords.compactMap { word in
      let words = table.secondWords(after: word)
      if words.isEmpty { return nil }
      let list = words.joined(separator: " ")
      return "    \(word)) COMPREPLY=($(compgen -W '\(list)' -- \"$word\")); return ;;"
    }.joined(separator: "\n")
  }

  private var valueCases: String {
    table.commands.flatMap { command in
      command.options.compactMap { name, values in
        values.map { "    '\(command.name) \(name)') \(reply($0)); return ;;" }
      }
    }.joined(separator: "\n")
  }

  private func reply(_ values: CompletionTable.Values) -> String {
    switch values {
    case .words(let words):
      "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\"))"
    case .paths: paths
    case .anything: "COMPREPLY=()"
    }
  }

  private var commandCases: String {
    table.commands.map { command in
      let options = command.options.map(\.name).joined(separator: " ")
      let arguments =
        switch command.arguments {
        case .words(let words): words.joined(separator: " ")
        case .paths: "paths"
        case .anything, nil: ""
        }
      return "    '\(command.name)') options='\(options)' arguments='\(arguments)' ;;"
    }.joined(separator: "\n")
  }
}

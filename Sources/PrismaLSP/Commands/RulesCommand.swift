import Diagnostics
import JSON

/// `rules [ID]`
enum RulesCommand {
  static let definition = CommandDefinition(
    "rules", "List the diagnostics, or explain one", usage: "[ID] [OPTIONS]",
    operands: CommandDefinition.Operands(
      .word(.anything), "[ID]",
      ("ID", "The id that stands behind a finding, such as duplicate-field")),
    work: .immediate(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    guard let id = arguments.operand else { return list(arguments, in: environment) }
    guard let rule = RuleCatalog.rule(id: id), let page = RuleDocumentation.page(for: id) else {
      let near = Suggestion.nearest(to: id, among: RuleCatalog.all.map(\.id))
      let failure = CommandFailure(
        "there is no rule `\(id)`",
        help: (near.map { "did you mean `\($0)`? " } ?? "") + "`prisma-lsp rules` lists the rules")
      return Commands.result(
        of: failure, asJSON: arguments.output == .json, arguments.color, environment)
    }
    guard arguments.output == .json else { return CommandResult(output: Array(page.utf8)) }
    var writer = JSONWriter()
    writer.object { writer in
      write(rule, to: &writer)
      writer.member("page", page)
    }
    return CommandResult(output: writer.bytes + [0x0A])
  }

  private static func list(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    if arguments.output == .json {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("rules")
        writer.array(RuleCatalog.all) { writer, rule in
          writer.object { write(rule, to: &$0) }
        }
      }
      return CommandResult(output: writer.bytes + [0x0A])
    }
    let style = environment.style(arguments.color, isTerminal: environment.isOutputTerminal)
    let width = RuleCatalog.all.reduce(0) { max($0, $1.id.utf8.count) }
    var text = ""
    for rule in RuleCatalog.all {
      let severity = rule.severity.rawValue
      let summary = RuleDocumentation.summaries[rule.id] ?? ""
      text += rule.id + String(repeating: " ", count: width - rule.id.utf8.count + 2)
      text += style.bold(severity, Style.colour(rule.severity))
      text += String(repeating: " ", count: max(0, 9 - severity.utf8.count))
      text += summary.replacing("\n", with: " ") + "\n"
    }
    return CommandResult(output: Array(text.utf8))
  }

  private static func write(_ rule: Rule, to writer: inout JSONWriter) {
    writer.member("code", rule.id)
    writer.member("severity", rule.severity.rawValue)
    writer.member("summary", RuleDocumentation.summaries[rule.id])
  }
}

import Diagnostics
import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// Makes diagnostics of the protocol from those of the analysis, as a client can take them.
struct DiagnosticPresentation: Sendable {
  /// The most diagnostics of one file. An editor gains nothing from more, and grows slow.
  static let limit = 1000
  /// Who found them.
  static let source = "prisma-lsp"
  /// Where the pages of the rules are, `<id>.md` each.
  static let rulePages = "https://github.com/prisma-lsp/prisma-lsp/blob/main/docs/rules/"

  /// What positions count.
  var conversions = Conversions(encoding: .utf16)
  /// What the client can show.
  var client = ClientCapabilities()
  /// What the user wants to see.
  var settings = Settings()

  /// The most diagnostics that are made for one file. A limit before the settings are looked at could
  /// drop just what they ask for.
  var limitOfAnalysis: Int { settings.severities.isEmpty ? Self.limit : .max }

  /// Whether a diagnostic is shown to the user.
  func shows(_ diagnostic: Diagnostics.Diagnostic) -> Bool {
    settings.showsDiagnostics && severity(of: diagnostic) != nil
  }

  /// Some diagnostics of one file, in their order.
  func diagnostics(
    _ diagnostics: [Diagnostics.Diagnostic], ofFile index: Int, in files: [Schema.FileState],
    uris: [DocumentURI]
  ) -> [LanguageServerProtocol.Diagnostic] {
    var related = RelatedRanges()
    if client.hasRelatedInformation {
      related = RelatedRanges(
        [FileDiagnostics(diagnostics: diagnostics)], in: files, by: conversions)
    }
    let ranges = conversions.ranges(of: diagnostics.map(\.range), in: files[index].tree)
    return zip(diagnostics, ranges).map { diagnostic, range in
      present(diagnostic, at: range, related: &related, uris: uris)
    }
  }

  /// The diagnostics of each file of a schema.
  ///
  /// - Parameter uris: the addresses of the files, in their order.
  func diagnostics(
    of analysis: Analysis, uris: [DocumentURI]
  ) -> [[LanguageServerProtocol.Diagnostic]] {
    let files = analysis.files
    guard settings.showsDiagnostics else { return Array(repeating: [], count: files.count) }
    var found = analysis.diagnostics()
    if !settings.severities.isEmpty {
      for index in found.indices { found[index] = adjusted(found[index]) }
    }
    var related = RelatedRanges()
    if client.hasRelatedInformation {
      related = RelatedRanges(found, in: files, by: conversions)
    }
    return zip(found, files.indices).map { found, index in
      if found.diagnostics.isEmpty && found.omittedCount == 0 { return [] }
      let ranges = conversions.ranges(of: found.diagnostics.map(\.range), in: files[index].tree)
      var shown = zip(found.diagnostics, ranges).map { diagnostic, range in
        present(diagnostic, at: range, related: &related, uris: uris)
      }
      if found.omittedCount > 0 { shown.append(omission(of: found.omittedCount, after: ranges)) }
      return shown
    }
  }

  /// Adds what the next migration would do to the diagnostics of each file.
  func add(
    _ findings: [MigrationFinding], to found: inout [[LanguageServerProtocol.Diagnostic]],
    in analysis: Analysis
  ) {
    guard settings.showsDiagnostics else { return }
    var ofFile: [Int: [MigrationFinding]] = [:]
    for finding in findings where found.indices.contains(finding.place.file) {
      ofFile[finding.place.file, default: []].append(finding)
    }
    for (file, findings) in ofFile where analysis.files.indices.contains(file) {
      let ranges = conversions.ranges(
        of: findings.map(\.place.range), in: analysis.files[file].tree)
      for (finding, range) in zip(findings, ranges).prefix(Self.limit) {
        var severity: DiagnosticSeverity =
          finding.isFaded ? .hint : finding.isCertain ? .error : .information
        if let chosen = settings.severities[finding.code] {
          guard let chosen else { continue }
          severity = Self.severity(chosen)
        }
        found[file].append(
          LanguageServerProtocol.Diagnostic(
            range: range, severity: severity, code: finding.code, source: Self.source,
            message: finding.message,
            tags: finding.isFaded && client.diagnosticTags.contains(.unnecessary)
              ? [.unnecessary] : nil))
      }
    }
  }

  /// The severity that a diagnostic is shown with, nil when it is not.
  private func severity(of diagnostic: Diagnostics.Diagnostic) -> Severity? {
    settings.severities[diagnostic.id] ?? diagnostic.severity
  }

  /// What the settings leave, errors first if it is too much.
  private func adjusted(_ file: FileDiagnostics) -> FileDiagnostics {
    var result = file
    result.diagnostics = file.diagnostics.filter { severity(of: $0) != nil }
    guard result.diagnostics.count > Self.limit else { return result }
    var kept: [Int] = []
    for level in Severity.allCases {
      for (index, diagnostic) in result.diagnostics.enumerated()
      where kept.count < Self.limit && severity(of: diagnostic) == level {
        kept.append(index)
      }
    }
    result.omittedCount = result.diagnostics.count - kept.count
    result.diagnostics = kept.sorted().map { [all = result.diagnostics] in all[$0] }
    return result
  }

  /// What a diagnostic says, with why and what to do.
  static func message(of diagnostic: Diagnostics.Diagnostic) -> String {
    var message = diagnostic.message.text
    if let note = diagnostic.message.note { message += "\nnote: \(note)" }
    if let help = diagnostic.message.help { message += "\nhelp: \(help)" }
    return message
  }

  private func present(
    _ diagnostic: Diagnostics.Diagnostic, at range: PositionRange, related: inout RelatedRanges,
    uris: [DocumentURI]
  ) -> LanguageServerProtocol.Diagnostic {
    var tags: [LanguageServerProtocol.DiagnosticTag] = []
    for tag in diagnostic.rule.tags {
      if let tag = LanguageServerProtocol.DiagnosticTag(rawValue: tag.rawValue),
        client.diagnosticTags.contains(tag)
      {
        tags.append(tag)
      }
    }
    var information: [DiagnosticRelatedInformation]?
    if client.hasRelatedInformation, !diagnostic.related.isEmpty {
      information = diagnostic.related.compactMap { place in
        guard let range = related.next(inFile: place.file), uris.indices.contains(place.file) else {
          return nil
        }
        return DiagnosticRelatedInformation(
          location: Location(uri: uris[place.file], range: range), message: place.text)
      }
    }
    return LanguageServerProtocol.Diagnostic(
      range: range, severity: Self.severity(severity(of: diagnostic) ?? diagnostic.severity),
      code: diagnostic.id,
      codeDescription: client.hasCodeDescription
        ? CodeDescription(href: Self.rulePages + diagnostic.id + ".md") : nil,
      source: Self.source, message: Self.message(of: diagnostic),
      tags: tags.isEmpty ? nil : tags.sorted { $0.rawValue < $1.rawValue },
      relatedInformation: information)
  }

  /// Says that there are more, behind the last one that is shown.
  private func omission(
    of count: Int, after ranges: [PositionRange]
  ) -> LanguageServerProtocol.Diagnostic {
    let end = ranges.last?.end ?? Position(line: 0, character: 0)
    return LanguageServerProtocol.Diagnostic(
      range: PositionRange(start: end, end: end), severity: .information, source: Self.source,
      message: "\(count) more findings in this file are not shown")
  }

  private static func severity(_ severity: Severity) -> DiagnosticSeverity {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .hint: .hint
    }
  }
}

/// The other places that diagnostics name, which can lie in any file: converted file by file, and
/// taken again in the order of the diagnostics.
private struct RelatedRanges {
  private var converted: [Int: ArraySlice<PositionRange>] = [:]

  init() {}

  init(
    _ found: [FileDiagnostics], in files: [Schema.FileState], by conversions: Conversions
  ) {
    var ranges: [Int: [TextRange]] = [:]
    for file in found {
      for diagnostic in file.diagnostics {
        for place in diagnostic.related { ranges[place.file, default: []].append(place.range) }
      }
    }
    for (file, ranges) in ranges where files.indices.contains(file) {
      converted[file] = conversions.ranges(of: ranges, in: files[file].tree)[...]
    }
  }

  /// The next place in a file; nil when the file does not exist.
  mutating func next(inFile file: Int) -> PositionRange? { converted[file]?.popFirst() }
}

import SchemaModel
import SchemaParser

extension Analysis {
  /// What there is to say about an item, in Markdown; nil when there is nothing.
  public func documentation(of subject: CompletionSubject) -> String? {
    switch subject {
    case .keyword(let name): LanguageReference.blockKeyword(name)?.documentation
    case .attribute(let name): LanguageReference.attribute(name)?.entry.documentation
    case .argument(let name, let attribute):
      LanguageReference.attribute(attribute)?.parameters.first { $0.name == name }?.page
    case .function(let name): LanguageReference.function(name)?.entry.documentation
    case .scalar(let name):
      (ScalarType.allCases.first { $0.name == name }.map(LanguageReference.scalarType)
        ?? LanguageReference.unsupportedType).documentation
    case .nativeType(let name):
      LanguageReference.nativeType(named: name, on: schema.configuration.connector)?.entry
        .documentation
    case .property(let name, let block): property(name, of: block)?.entry.documentation
    case .value(let value, "type"):
      Index.Method(rawValue: value).map { LanguageReference.indexMethod($0).documentation }
    case .value(let value, "ops"): LanguageReference.operatorClass(value)?.documentation
    case .value(let value, "sort"):
      IndexField.Sort(rawValue: value).map { LanguageReference.sortOrder($0).documentation }
    case .value(let value, let name):
      (property(name, of: "datasource")?.valueEntry(value)
        ?? property(name, of: "generator")?.valueEntry(value))?.documentation
    case .previewFeature(let name): LanguageReference.previewFeature(name)?.documentation
    case .referentialAction(let name):
      ReferentialAction(rawValue: name).map {
        LanguageReference.referentialAction($0).documentation
      }
    case .declaration(let name): declarationDocumentation(name)
    case .member(let name, let declaration): memberDocumentation(name, of: declaration)
    }
  }

  private func property(_ name: String, of block: String) -> PropertyReference? {
    if block == "datasource" { return LanguageReference.datasourceProperty(name) }
    let providers = [nil] + LanguageReference.generatorProviders.map(\.name)
    return providers.lazy.compactMap {
      LanguageReference.generatorProperty(name, provider: $0)
    }.first
  }

  /// The comments of a declaration, and its text.
  private func declarationDocumentation(_ name: String) -> String? {
    guard let id = schema.dataType(named: Name(name)), let block = schema.block(of: id),
      let range = schema.declarationRange(id)
    else { return nil }
    let comments = block.roots.prefix { $0.range.start < range.start }
      .filter { $0.kind == .docComment }.map(\.commentText)
    // As much as fits into the small window beside a list.
    let lines = block.text(range).split(separator: "\n", omittingEmptySubsequences: false)
    let code = lines.prefix(30).joined(separator: "\n") + (lines.count > 30 ? "\n  …" : "")
    return (comments + ["", "```prisma", code, "```"]).joined(separator: "\n")
  }

  /// The line of a field or value.
  private func memberDocumentation(_ name: String, of declaration: String) -> String? {
    guard let id = schema.dataType(named: Name(declaration)), let block = schema.block(of: id),
      let index = block.declaration
    else { return nil }
    for member in Syntax(block: block, index: index).children {
      guard member.kind == .field || member.kind == .enumValue,
        member.first(.name)?.text == name
      else { continue }
      let line = member.text.split(separator: "\n").first.map(String.init) ?? ""
      return "```prisma\n\(line)\n```"
    }
    return nil
  }
}

extension Syntax {
  /// What a documentation comment says.
  fileprivate var commentText: String {
    let text = text.drop { $0 == "/" }
    return String(text.first == " " ? text.dropFirst() : text)
  }
}

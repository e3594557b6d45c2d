import SchemaModel
import SchemaParser

/// What can be given in the parentheses around a place, and which of it the place is about.
public struct SignatureHelp: Sendable {
  /// How the attribute or function is called.
  public let signature: ReferenceSignature
  /// What the attribute or function does, in Markdown.
  public let documentation: String
  /// The index of the parameter at the place, nil when none of them can follow there.
  public let activeParameter: Int?
}

extension Analysis {
  /// The signature of the attribute or function whose arguments hold the place; the innermost when they
  /// are nested. Nil outside of parentheses and where nothing is known of what stands before them.
  ///
  /// - Parameter offset: UTF-8 bytes from the start of the file.
  public func signatureHelp(at offset: Int, inFile file: Int) -> SignatureHelp? {
    if let (closed, blocks) = closingBlocks(at: offset, inFile: file) {
      return closed.signatureHelpOfClosedBlocks(at: blocks.closedOffset(offset), inFile: file)
    }
    return signatureHelpOfClosedBlocks(at: offset, inFile: file)
  }

  private func signatureHelpOfClosedBlocks(at offset: Int, inFile file: Int) -> SignatureHelp? {
    guard let context = completionContext(at: offset, inFile: file) else { return nil }
    return SignatureFinder(context: context, configuration: schema.configuration).help()
  }
}

private struct SignatureFinder {
  let context: CompletionContext
  let configuration: Configuration

  func help() -> SignatureHelp? {
    switch context.position {
    case .argument(let place): attributeHelp(place)
    case .propertyValue(let place): functionHelp(place.call)
    case .unsupportedType:
      SignatureHelp(
        signature: ReferenceSignature(
          name: "Unsupported",
          parameters: [
            ReferenceParameter(
              "type", .text, isUnnamed: true, isOptional: false,
              "The type of the column, as the database writes it.")
          ]),
        documentation: LanguageReference.unsupportedType.summary, activeParameter: 0)
    default: nil
    }
  }

  // MARK: Attributes

  private func attributeHelp(_ place: ArgumentPlace) -> SignatureHelp? {
    guard let level = innermostArguments(of: place.call) else { return nil }
    if level == 0 {
      let written = (place.attribute.isBlock ? "@@" : "@") + place.attribute.name
      if let attribute = LanguageReference.attribute(written) {
        guard let owner = places.first(where: attribute.places.contains) else { return nil }
        return help(
          attribute.signature(at: owner, in: configuration), attribute.entry.summary,
          place.call, level)
      }
      return nativeTypeHelp(place)
    }
    if let help = functionHelp(place.call) { return help }
    // What is called is a field in the list of an index.
    let parameters = LanguageReference.indexFieldParameters(
      of: "@@" + place.attribute.name, in: configuration)
    guard place.attribute.isBlock, !parameters.isEmpty else { return nil }
    let callee = context.statement.brackets[place.call.brackets[level]].callee
    return help(
      ReferenceSignature(name: callee, parameters: parameters),
      "How the field goes into the index.", place.call, level)
  }

  /// What the attributes of a line of this block can stand on.
  private var places: [AttributeReference.Place] {
    switch context.block?.kind {
    case .model: [.scalarField, .relationField, .model]
    case .view: [.scalarField, .relationField, .view]
    case .compositeType: [.compositeField]
    case .enumeration: [.enumValue, .enumeration]
    default: []
    }
  }

  private func nativeTypeHelp(_ place: ArgumentPlace) -> SignatureHelp? {
    guard let dot = place.attribute.name.firstIndex(of: ".") else { return nil }
    let name = String(place.attribute.name[place.attribute.name.index(after: dot)...])
    guard
      let type = LanguageReference.nativeType(named: name, on: configuration.connector),
      !type.parameters.isEmpty
    else { return nil }
    let prefix = String(place.attribute.name[..<dot])
    return help(type.signature(prefix: prefix), type.entry.summary, place.call, 0)
  }

  // MARK: Functions

  private func functionHelp(_ call: CallPlace) -> SignatureHelp? {
    guard let level = innermostArguments(of: call),
      let function = LanguageReference.function(
        context.statement.brackets[call.brackets[level]].callee)
    else { return nil }
    return help(function.signature(in: configuration), function.entry.summary, call, level)
  }

  /// The innermost parentheses around the place, as an index into the brackets of `call`.
  private func innermostArguments(of call: CallPlace) -> Int? {
    call.brackets.lastIndex { context.statement.brackets[$0].kind == .arguments }
  }

  // MARK: The parameter

  private func help(
    _ signature: ReferenceSignature, _ documentation: String, _ call: CallPlace, _ level: Int
  ) -> SignatureHelp {
    SignatureHelp(
      signature: signature, documentation: documentation,
      activeParameter: activeParameter(
        signature.parameters, context.statement.brackets[call.brackets[level]].entries,
        call.entries[level]))
  }

  private func activeParameter(
    _ parameters: [ReferenceParameter], _ entries: [StatementScan.Entry], _ current: Int
  ) -> Int? {
    guard entries.indices.contains(current) else { return nil }
    func index(named name: String) -> Int? { parameters.firstIndex { $0.name == name } }
    if let name = entries[current].name { return index(named: name) }
    var given = Set(entries.compactMap(\.name))
    let unnamed = parameters.filter(\.isUnnamed)
    var next = 0
    for entry in entries[..<current] where entry.name == nil && !entry.value.isEmpty {
      if next < unnamed.count { given.insert(unnamed[next].name) }
      next += 1
    }
    // A word may become the name of an argument, or be the value of the unnamed one.
    let typed = context.statement.text(entries[current])
    if !typed.isEmpty,
      let index = parameters.firstIndex(where: {
        !given.contains($0.name) && $0.name.hasPrefix(typed)
      })
    {
      return index
    }
    return parameters.firstIndex { $0.isUnnamed && !given.contains($0.name) }
      ?? parameters.firstIndex { !given.contains($0.name) }
  }
}

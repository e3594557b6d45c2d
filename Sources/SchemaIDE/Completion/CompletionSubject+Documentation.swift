import SchemaModel

extension Analysis {
  /// What there is to say about an item, in Markdown; nil when there is nothing.
  package func documentation(of subject: CompletionSubject) -> String? {
    switch subject {
    case .attribute(let name): LanguageReference.attribute(name)?.entry.documentation
    case .argument(let name, let attribute):
      LanguageReference.attribute(attribute)?.parameters.first { $0.name == name }?.page
    case .function(let name): LanguageReference.function(name)?.entry.documentation
    case .keyword, .scalar, .nativeType, .property, .value, .previewFeature, .referentialAction:
      nil
    case .declaration, .member: nil
    }
  }
}

import SchemaModel

/// The manual of the schema language as data: what each word means, with an example and since when.
///
/// Hover, signature help and completion show the same pages. What the databases can do is asked of
/// `SchemaModel`, so that a page can't claim what a rule refuses; the words are here, one file a group.
package enum LanguageReference {
  /// All pages.
  package static var entries: [ReferenceEntry] {
    var entries = attributes.map(\.entry) + functions.map(\.entry) + blockKeywords + scalarTypes
    entries.append(unsupportedType)
    entries += ReferentialAction.allCases.map(referentialAction)
    entries += Connector.allCases.flatMap { connector in
      connector.nativeTypes.compactMap { nativeType(named: $0.name, on: connector)?.entry }
    }
    entries +=
      Index.Method.allCases.map(indexMethod) + OperatorClasses.all.compactMap(operatorClass)
    entries += [.ascending, .descending].map(sortOrder)
    for property in datasourceProperties + allGeneratorProperties {
      entries.append(property.entry)
      entries += property.values
    }
    return entries + previewFeatures.values.sorted { $0.name < $1.name }
  }
}

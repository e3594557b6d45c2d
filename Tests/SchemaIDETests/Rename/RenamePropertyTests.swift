import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Renames everything there is to rename in the samples.
struct RenamePropertyTests {
  @Test(arguments: SampleProjects.all.indices)
  func `renaming brings no error, keeps the database, and can be undone`(sample: Int) throws {
    let texts = SampleProjects.all[sample]
    let before = Analysis.of(texts)
    let database = DatabaseNames(before.schema)
    let errors = Self.errors(before)
    #expect(errors == [])
    var count = 0
    for (symbol, place) in Self.symbols(of: before, texts) {
      for name in ["renamedThing", "Ä_1", "zzz"] {
        let edit: SchemaEdit?
        do throws(RenameRefusal) {
          edit = try before.rename(
            at: place.range.start, inFile: place.file, to: name, asks: false)
        } catch {
          #expect(Self.mayBeRefused(symbol, error, name), "\(symbol): \(error.message)")
          continue
        }
        count += 1
        let made = try #require(edit)
        let changed = before.texts(after: made)
        let after = Analysis.of(changed)
        #expect(Self.errors(after) == [], "\(symbol)")
        if !Self.isInDatabase(symbol) {
          #expect(DatabaseNames(after.schema) == database, "\(symbol)")
        }
        // And back.
        let found = try #require(
          after.symbol(at: Self.moved(place, by: made), inFile: place.file))
        let back = try after.rename(
          at: found.place.range.start, inFile: place.file, to: before.name(of: symbol), asks: true)
        let undone = try #require(back)
        let restored = after.texts(after: undone)
        #expect(
          restored.map(Self.withoutMaps) == texts.map(Self.withoutMaps), "\(symbol)")
        #expect(Self.errors(Analysis.of(restored)) == [], "\(symbol)")
      }
    }
    #expect(count > 20)
  }

  @Test(arguments: SampleProjects.all.indices)
  func `each place of a symbol gives the same edit`(sample: Int) throws {
    let analysis = Analysis.of(SampleProjects.all[sample])
    for (symbol, _) in Self.symbols(of: analysis, SampleProjects.all[sample]) {
      let edits = analysis.occurrences(of: symbol).map { occurrence in
        try? analysis.rename(
          at: occurrence.place.range.end, inFile: occurrence.place.file, to: "renamed", asks: true)
      }
      #expect(Set(edits).count == 1, "\(symbol)")
    }
  }

  @Test func `renaming in broken text never fails`() {
    for text in [SampleSchemas.broken, SampleSchemas.sound] {
      let analysis = Analysis.of([text])
      var count = 0
      for offset in 0...text.utf8.count {
        let edit = try? analysis.rename(at: offset, inFile: 0, to: "renamed", asks: true)
        guard let edit, !edit.isEmpty else { continue }
        count += 1
        #expect(analysis.texts(after: edit)[0].contains("renamed"))
      }
      #expect(count > 20)
    }
  }

  // MARK: Helpers

  /// Each symbol with one of its places.
  private static func symbols(
    of analysis: Analysis, _ texts: [String]
  ) -> [(symbol: Symbol, place: FileRange)] {
    var seen: Set<Symbol> = []
    var found: [(symbol: Symbol, place: FileRange)] = []
    for (file, text) in texts.enumerated() {
      for offset in 0...text.utf8.count {
        guard let (symbol, place) = analysis.symbol(at: offset, inFile: file),
          seen.insert(symbol).inserted
        else { continue }
        found.append((symbol, place))
      }
    }
    return found
  }

  private static func errors(_ analysis: Analysis) -> [String] {
    analysis.diagnostics().flatMap(\.diagnostics).filter { $0.severity == .error }
      .map(\.message.text)
  }

  /// Whether the symbol's own name is one of the database.
  private static func isInDatabase(_ symbol: Symbol) -> Bool {
    switch symbol {
    case .constraint, .databaseSchema: true
    default: false
    }
  }

  private static func mayBeRefused(
    _ symbol: Symbol, _ refusal: RenameRefusal, _ name: String
  ) -> Bool {
    switch symbol {
    case .builtInType, .databaseSchema: true
    case .clientName: name.hasPrefix("Ä")
    case .type, .field, .relation: refusal.message.contains("join table")
    default: false
    }
  }

  /// Where a place stands after an edit.
  private static func moved(_ place: FileRange, by edit: SchemaEdit) -> Int {
    edit.edits(ofFile: place.file).filter { $0.range.end <= place.range.start }
      .reduce(place.range.start) { $0 + $1.replacement.count - $1.range.count }
  }

  /// A text without maps, relation names that were added, and blanks.
  private static func withoutMaps(_ text: String) -> String {
    text.replacing(#/@@?map\("[^"]*"\)/#, with: "")
      .replacing(#/@relation\("CustomerToTag"\)/#, with: "").filter { !$0.isWhitespace }
  }
}

/// What the schema calls things in the database.
private struct DatabaseNames: Equatable {
  var tables: [String] = []
  var columns: [String] = []
  var enums: [String] = []
  var joinTables: Set<[String]> = []
  var constraints: [String] = []

  init(_ schema: Schema) {
    var names = ConstraintNames(connector: schema.configuration.connector)
    func made(_ given: NamedArgument?, _ make: () -> Name) -> String {
      if let given { return given.value }
      _ = make()
      return names.text
    }
    for model in schema.models {
      tables.append("\(model.schema?.value ?? "").\(model.databaseName)")
      for field in model.fields where field.isScalar {
        columns.append(
          "\(model.databaseName).\(field.databaseName) \(field.type.scalar?.name ?? "")")
      }
      if let key = model.primaryKey {
        constraints.append(made(key.map) { names.primaryKey(of: model) })
      }
      for index in model.indexes {
        constraints.append(
          made(index.explicitConstraintName) {
            names.index(index, of: model) { schema.compositeType($0) }
          })
      }
      for field in model.fields where field.isRelation {
        guard let fields = field.relation?.fields else { continue }
        constraints.append(
          made(field.relation?.map) { names.foreignKey(of: model, fields: fields.fields) })
      }
    }
    for type in schema.compositeTypes { columns += type.fields.map(\.databaseName) }
    for type in schema.enumerations {
      enums.append(type.databaseName)
      enums += type.values.map { $0.map?.value ?? $0.identifier.text }
    }
    for relation in schema.relations where relation.kind == .implicitManyToMany {
      guard let modelA = schema.model(relation.referencingModel), let forward = relation.forward,
        let modelB = schema.model(relation.referencedModel), let back = relation.back
      else { continue }
      joinTables.insert([
        modelA.fields[forward].relationName(in: modelA.name), modelA.databaseName,
        modelB.databaseName,
        modelA.id == modelB.id ? "\(forward) \(back)" : "",
      ])
    }
  }
}

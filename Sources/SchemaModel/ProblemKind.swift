extension Problem {
  /// The kinds of problems. The raw value is the id of the rule that puts it into words. The comment
  /// of each says what ``Problem/values`` holds, in order.
  public enum Kind: String, Sendable, CaseIterable {
    // Composite types: what they don't take (found with the syntax)

    /// Values: type.
    case compositeTypeBlockMap = "composite-type-block-map"
    /// Values: type.
    case compositeTypeBlockUnique = "composite-type-block-unique"
    /// Values: type.
    case compositeTypeBlockIndex = "composite-type-block-index"
    /// Values: type.
    case compositeTypeBlockFulltext = "composite-type-block-fulltext"
    /// Values: type.
    case compositeTypeBlockId = "composite-type-block-id"
    /// Values: type, attribute with `@@`.
    case compositeTypeBlockAttribute = "composite-type-block-attribute"
    /// Values: field, type.
    case compositeFieldRelation = "composite-field-relation"
    /// Values: field, type.
    case compositeFieldUnique = "composite-field-unique"
    /// Values: field, type.
    case compositeFieldId = "composite-field-id"

    // Names

    /// Values: name, keyword of the block.
    case reservedScalarTypeName = "reserved-scalar-type-name"
    /// Values: name, what it names (`model`, `field`, `attribute` …).
    case identifierStartsWithDigit = "identifier-starts-with-digit"
    /// Values: name, what it names.
    case identifierContainsDash = "identifier-contains-dash"
    /// Values: name, `model` or `view`.
    case reservedModelName = "reserved-model-name"
    /// Values: name.
    case reservedEnumName = "reserved-enum-name"
    /// Values: value, enum; related: the earlier value.
    case duplicateEnumValue = "duplicate-enum-value"
    /// Values: field, `model` or `view`, its name; related: the earlier field.
    case duplicateField = "duplicate-field"
    /// Values: field, type; related: the earlier field.
    case duplicateCompositeField = "duplicate-composite-field"
    /// Values: name, keyword of this one, keyword of the earlier one; relatedBlock: the earlier
    /// one.
    case duplicateTypeName = "duplicate-type-name"
    /// Values: name; relatedBlock: the earlier one.
    case duplicateDatasourceName = "duplicate-datasource-name"
    /// Values: name; relatedBlock: the earlier one.
    case duplicateGeneratorName = "duplicate-generator-name"
    /// Values: key, keyword of the block, its name; related: the earlier key.
    case duplicateConfigKey = "duplicate-config-key"

    // Types

    /// Values: type, field, block.
    case typeNotFound = "type-not-found"
    /// Values: type, the name meant, field, block.
    case typeWrongCase = "type-wrong-case"
    /// Values: type, field, composite type.
    case compositeFieldRelationType = "composite-field-relation-type"
    /// Values: enum.
    case enumEmpty = "enum-empty"

    // Attributes in general. `attribute` is written as in the source with `@` or `@@`

    /// Values: attribute; related: another occurrence.
    case attributeDuplicate = "attribute-duplicate"
    /// Values: attribute, prefix; related: the first occurrence.
    case nativeTypeDuplicate = "native-type-duplicate"
    /// Values: attribute, where it stands (`model field`, `relation field`, `model`, `view`,
    /// `enum`, `enum value`, `composite type field`), name of that.
    case attributeUnknown = "attribute-unknown"
    /// Values: argument, attribute or function.
    case argumentEmpty = "argument-empty"
    /// Values: attribute or function.
    case argumentTrailingComma = "argument-trailing-comma"
    /// Values: attribute.
    case argumentsMultipleUnnamed = "arguments-multiple-unnamed"
    /// Values: argument, attribute; related: the earlier one.
    case argumentDuplicate = "argument-duplicate"
    /// Values: argument name or text of the unnamed one, attribute, the attribute's arguments
    /// (may be empty).
    case argumentUnknown = "argument-unknown"
    /// Values: argument, attribute, or keyword of the config block.
    case argumentMissing = "argument-missing"
    /// Values: argument, attribute.
    case argumentDefaultTwice = "argument-default-twice"
    /// Values: kind expected (`a string`), kind found (`a number`), text found.
    case valueTypeMismatch = "value-type-mismatch"

    // `@map`, `@ignore`, `@relation` on the wrong field

    /// Values: database name, field, model; related: the earlier field.
    case mapDuplicateField = "map-duplicate-field"
    /// Values: database name, field, model; related: the field of that name.
    case mapClashesWithField = "map-clashes-with-field"
    /// Values: database name, field, type; related: the earlier field.
    case mapDuplicateCompositeField = "map-duplicate-composite-field"
    /// Values: database name, field, type; related: the field of that name.
    case mapClashesWithCompositeField = "map-clashes-with-composite-field"
    /// Values: field, model.
    case mapOnRelationField = "map-on-relation-field"
    /// Values: field, model.
    case ignoreOnUnsupported = "ignore-on-unsupported"
    /// Values: field, model.
    case ignoreRedundant = "ignore-redundant"
    /// Values: field, type, model.
    case relationAttributeOnScalar = "relation-attribute-on-scalar"

    // Ids

    /// Values: model, fields with `@id`.
    case idMultipleFields = "id-multiple-fields"
    /// Values: model, field with `@id`.
    case idFieldAndBlock = "id-field-and-block"
    /// Values: field, scalar fields of the relation (may be empty).
    case idOnRelationField = "id-on-relation-field"
    /// Values: field, model, `optional` or `a list`.
    case idFieldNotRequired = "id-field-not-required"
    /// Values: fields, model.
    case idUnknownField = "id-unknown-field"
    /// Values: fields, model, their scalar fields (may be empty).
    case idRelationField = "id-relation-field"
    /// Values: fields, model.
    case idOptionalField = "id-optional-field"
    /// Values: field, model.
    case idDuplicateField = "id-duplicate-field"
    /// Values: name, model.
    case idNameCharacters = "id-name-characters"
    /// Values: model.
    case idNameEmpty = "id-name-empty"
    /// Values: model.
    case idMapEmpty = "id-map-empty"
    /// Values: value.
    case idSortInvalid = "id-sort-invalid"

    // Indexes

    /// Values: field, scalar fields of the relation (may be empty).
    case uniqueOnRelationField = "unique-on-relation-field"
    /// Values: value.
    case uniqueSortInvalid = "unique-sort-invalid"
    /// Values: fields, attribute, model.
    case indexUnknownField = "index-unknown-field"
    /// Values: fields, attribute, model, their scalar fields (may be empty).
    case indexRelationField = "index-relation-field"
    /// Values: field, attribute, model.
    case indexDuplicateField = "index-duplicate-field"
    /// Values: kind found, text.
    case indexFieldElementInvalid = "index-field-element-invalid"
    /// Values: value.
    case indexFieldSortInvalid = "index-field-sort-invalid"
    /// Values: text.
    case indexOpsUnknown = "index-ops-unknown"
    /// Values: number of arguments.
    case indexOpsRawArgumentCount = "index-ops-raw-argument-count"
    /// Values: text.
    case indexOpsRawNotString = "index-ops-raw-not-string"
    /// Values: text.
    case indexOpsInvalidValue = "index-ops-invalid-value"
    /// Values: attribute, model.
    case indexMapEmpty = "index-map-empty"
    /// Values: attribute, model.
    case indexNameEmpty = "index-name-empty"
    /// Values: model.
    case indexNameAndMap = "index-name-and-map"
    /// Values: name, model.
    case uniqueNameCharacters = "unique-name-characters"
    /// Values: type.
    case indexTypeUnknown = "index-type-unknown"

    // `@updatedAt`, `@default`, shard keys

    /// Values: field, type.
    case updatedAtNotDatetime = "updated-at-not-datetime"
    /// Values: field.
    case updatedAtList = "updated-at-list"
    /// Values: field, model.
    case defaultOnRelationField = "default-on-relation-field"
    /// Values: field, composite type.
    case defaultOnCompositeType = "default-on-composite-type"
    /// Values: field, enum, text found.
    case defaultEnumNotConstant = "default-enum-not-constant"
    /// Values: value, enum, values of the enum; relatedBlock: the enum.
    case defaultEnumUnknownValue = "default-enum-unknown-value"
    /// Values: field, type.
    case defaultListOnScalar = "default-list-on-scalar"
    /// Values: field, type, text found.
    case defaultScalarOnList = "default-scalar-on-list"
    /// Values: field, type, text found, kind expected.
    case defaultLiteralMismatch = "default-literal-mismatch"
    /// Values: text found.
    case defaultBooleanLiteral = "default-boolean-literal"
    /// Values: function, field type, types it goes with.
    case defaultFunctionWrongType = "default-function-wrong-type"
    /// Values: function.
    case defaultFunctionTakesNoArguments = "default-function-takes-no-arguments"
    /// Values: none.
    case defaultAutoTakesNoArguments = "default-auto-takes-no-arguments"
    /// Values: function.
    case defaultFunctionSingleArgument = "default-function-single-argument"
    /// Values: function, value, allowed values.
    case defaultUuidVersion = "default-uuid-version"
    /// Values: value.
    case defaultNanoidLength = "default-nanoid-length"
    /// Values: text.
    case defaultDbgeneratedArgument = "default-dbgenerated-argument"
    /// Values: field.
    case defaultDbgeneratedEmpty = "default-dbgenerated-empty"
    /// Values: name.
    case defaultAutoincrementNamed = "default-autoincrement-named"
    /// Values: field.
    case defaultMapEmpty = "default-map-empty"
    /// Values: field.
    case defaultUnsupportedType = "default-unsupported-type"
    /// Values: field.
    case defaultExtensionType = "default-extension-type"
    /// Values: field.
    case defaultCompositeMap = "default-composite-map"
    /// Values: field.
    case defaultCompositeDbgenerated = "default-composite-dbgenerated"
    /// Values: function, field.
    case defaultCompositeFunction = "default-composite-function"
    /// Values: function, field.
    case defaultCompositeUnknownFunction = "default-composite-unknown-function"
    /// Values: field.
    case defaultCompositeUnsupported = "default-composite-unsupported"
    /// Values: fields, model.
    case shardKeyUnknownField = "shard-key-unknown-field"
    /// Values: fields, model.
    case shardKeyRelationField = "shard-key-relation-field"
    /// Values: field, model.
    case shardKeyDuplicateField = "shard-key-duplicate-field"
    /// Values: fields, model.
    case shardKeyOptionalFields = "shard-key-optional-fields"
    /// Values: model.
    case shardKeyFieldAndBlock = "shard-key-field-and-block"
    /// Values: model.
    case shardKeyMultipleFields = "shard-key-multiple-fields"
    /// Values: field, model.
    case shardKeyFieldNotRequired = "shard-key-field-not-required"

    // `@relation`

    /// Values: fields, model.
    case relationFieldsUnknown = "relation-fields-unknown"
    /// Values: fields, model.
    case relationFieldsNotScalar = "relation-fields-not-scalar"
    /// Values: field, relation field.
    case relationFieldsDuplicate = "relation-fields-duplicate"
    /// Values: fields, related model; relatedBlock: the related model.
    case relationReferencesUnknown = "relation-references-unknown"
    /// Values: fields, related model; relatedBlock: the related model.
    case relationReferencesNotScalar = "relation-references-not-scalar"
    /// Values: field, relation field.
    case relationReferencesDuplicate = "relation-references-duplicate"
    /// Values: field.
    case relationNameEmpty = "relation-name-empty"
    /// Values: field.
    case relationMapEmpty = "relation-map-empty"
    /// Values: value, `onDelete` or `onUpdate`.
    case relationActionUnknown = "relation-action-unknown"

    // Configuration

    /// Values: key, keyword of the block, its name.
    case configPropertyMissingValue = "config-property-missing-value"
    /// Values: datasource.
    case datasourceProviderEnv = "datasource-provider-env"
    /// Values: datasource.
    case datasourceProviderEmpty = "datasource-provider-empty"
    /// Values: kind found, text.
    case datasourceProviderNotString = "datasource-provider-not-string"
    /// Values: datasource.
    case datasourceProviderMissing = "datasource-provider-missing"
    /// Values: provider.
    case datasourceProviderUnknown = "datasource-provider-unknown"
    /// Values: none.
    case datasourceReferentialIntegrityDeprecated = "datasource-referential-integrity-deprecated"
    /// Values: none; related: the other property.
    case datasourceRelationModeTwice = "datasource-relation-mode-twice"
    /// Values: value.
    case datasourceRelationModeInvalid = "datasource-relation-mode-invalid"
    /// Values: value, provider.
    case datasourceRelationModeUnsupported = "datasource-relation-mode-unsupported"
    /// Values: argument, extension.
    case extensionArgumentDuplicate = "extension-argument-duplicate"
    /// Values: text, extension.
    case extensionArgumentUnnamed = "extension-argument-unnamed"
    /// Values: argument, extension.
    case extensionArgumentNotString = "extension-argument-not-string"
    /// Values: argument, extension.
    case extensionArgumentUnknown = "extension-argument-unknown"
    /// Values: datasource.
    case datasourceUrlMissing = "datasource-url-missing"
    /// Values: none; related: the other property's value.
    case datasourceShadowEqualsDirect = "datasource-shadow-equals-direct"
    /// Values: none; related: the other property's value.
    case datasourceShadowEqualsUrl = "datasource-shadow-equals-url"
    /// Values: none.
    case datasourcePreviewFeatures = "datasource-preview-features"
    /// Values: provider.
    case datasourceSchemasUnsupported = "datasource-schemas-unsupported"
    /// Values: none.
    case datasourceSchemasEmpty = "datasource-schemas-empty"
    /// Values: schema.
    case datasourceSchemasDuplicate = "datasource-schemas-duplicate"
    /// Values: property.
    case datasourcePropertyUnknown = "datasource-property-unknown"
    /// Values: datasource.
    case datasourceMultiple = "datasource-multiple"
    /// Values: none.
    case datasourceUrlRemoved = "datasource-url-removed"
    /// Values: none.
    case datasourceDirectUrlRemoved = "datasource-direct-url-removed"
    /// Values: none.
    case datasourceShadowUrlRemoved = "datasource-shadow-url-removed"
    /// Values: argument.
    case envNamedArgument = "env-named-argument"
    /// Values: none.
    case envEmptyArgument = "env-empty-argument"
    /// Values: number of arguments.
    case envArgumentCount = "env-argument-count"
    /// Values: generator.
    case generatorProviderMissing = "generator-provider-missing"
    /// Values: feature, active features.
    case previewFeatureUnknown = "preview-feature-unknown"
    /// Values: feature.
    case previewFeatureDeprecated = "preview-feature-deprecated"
    /// Values: feature.
    case previewFeatureStabilized = "preview-feature-stabilized"
    /// Values: feature, new name.
    case previewFeatureRenamed = "preview-feature-renamed"

    // Partial indexes (Prisma 7.4 and later)

    /// Values: attribute.
    case whereEmptyObject = "where-empty-object"
    /// Values: field, model.
    case whereUnknownField = "where-unknown-field"
    /// Values: field, model.
    case whereRelationField = "where-relation-field"
    /// Values: value, field.
    case whereConstantInvalid = "where-constant-invalid"
    /// Values: field, number of keys.
    case whereNestedKeyCount = "where-nested-key-count"
    /// Values: key, field.
    case whereNestedKeyUnknown = "where-nested-key-unknown"
    /// Values: field, text found.
    case whereValueInvalid = "where-value-invalid"
    /// Values: text found, field, type.
    case whereTypeMismatch = "where-type-mismatch"
    /// Values: text found, field, enum.
    case whereEnumValue = "where-enum-value"
    /// Values: field, type.
    case whereFieldNeedsRaw = "where-field-needs-raw"
    /// Values: text found.
    case whereInvalid = "where-invalid"
    /// Values: none.
    case whereRawArgument = "where-raw-argument"
    /// Values: none.
    case whereRawEmpty = "where-raw-empty"
  }
}

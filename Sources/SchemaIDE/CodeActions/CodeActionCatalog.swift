/// All code actions, in the order in which users see them.
public enum CodeActionCatalog {
  /// The ways to mend what is wrong.
  public static let quickFixes: [QuickFix] = [
    // What does not stand on the lines that it belongs on.
    .breakOneLineBlock,
    .joinList,
    // Words that were mistyped.
    .changeKeywordSpelling,
    .changeTypeSpelling,
    .changeSchemaSpelling,
    .changeSpelling,
    .correctNativeTypePrefix,
    .renamePreviewFeature,
    .renameToRelationMode,
    .renameExperimentalFeatures,
    .renameAndMap,
    // What is written in an old or wrong way.
    .addKeyword,
    .closeBlock,
    .modernizeType,
    .removeComma,
    .writeEqualsSign,
    .escapeBackslash,
    .writeList,
    .removeDuplicateEntry,
    .removeUnknownEntry,
    .useScalarFields,
    .moveJSONLast,
    .replaceDefault,
    .addEnumValue,
    .mendNativeTypeArguments,
    .mapExtension,
    .mendConditionValue,
    .compareScalarField,
    // Relations.
    .makeBackManyOrOptional,
    .makeKeyedSideSingle,
    .addMissingOppositeField,
    .addRelationAttribute,
    .markRelationFieldAsMany,
    .makeReferencingFieldsUnique,
    .makeReferencedFieldsUnique,
    .makeOppositeFieldMany,
    .addForeignKeyField,
    .matchForeignKeyType,
    .keepKeyOnOneSide,
    .rewriteKey,
    .reorderReferences,
    .referToID,
    .nameRelations,
    .addRelationIndex,
    .replaceSetDefault,
    .replaceReferentialAction,
    .cutCascade,
    .moveReferentialActions,
    .ignoreRelationField,
    // Fields and keys.
    .changeArity,
    .changeFieldType,
    .adoptNativeType,
    .useSupportedType,
    .useModelType,
    .addType,
    .addID,
    .joinIDs,
    .removeFieldKey,
    .addIndexLength,
    .addOperatorClass,
    .replaceOperatorClass,
    .makePlainIndex,
    .makeIDNonclustered,
    .makeIDUnique,
    .renameClashingField,
    .splitIndex,
    .removeAutoincrement,
    .breakTypeCycle,
    .indexAutoincrement,
    .mapToUnderscoreID,
    .addObjectID,
    .embedManyToMany,
    .removeEmbeddedKeys,
    .mendMappedName,
    // Configuration.
    .addSchemaAttribute,
    .addSchemaToDatasource,
    .addPreviewFeature,
    .addProvider,
    .addURL,
    .setRelationMode,
    .removeConnection,
    .moveConnection,
    .movePreviewFeatures,
    // What works and still brings trouble.
    .makeRelationOptional,
    .fitDefaultAndNativeType,
    .stateIDLength,
    .addTimeZone,
    .nameManyToMany,
    .removeUnusedEnum,
    // What can be done about nearly everything.
    .createMissingType,
    .removePreviewFeature,
    .removeArgument,
    .removeAttribute,
    .removeMember,
    .removeBlock,
    .removeBrace,
    .commentOut,
    .ignoreByComment,
  ]

  /// The other ways to write what is right.
  public static let refactorings: [Refactoring] = [
    .convertToExplicitManyToMany,
    .extractCompositeType,
    .inlineCompositeType,
    .addTimestamps,
    .moveToFile,
    .sortAttributes,
    .mapToSnakeCase,
  ]

  /// For each rule the fixes, as indexes into ``quickFixes``, ascending.
  static let fixesOfRule: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for (index, fix) in quickFixes.enumerated() {
      for rule in fix.rules { table[rule, default: []].append(index) }
    }
    return table
  }()
}

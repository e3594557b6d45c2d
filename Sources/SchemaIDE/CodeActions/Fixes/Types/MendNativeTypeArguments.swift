import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a native type arguments that it takes.
  static let mendNativeTypeArguments = QuickFix(
    "Correct the arguments of a native type",
    rules: [
      "native-type-argument-count", "native-type-argument-out-of-range",
      "native-type-invalid-argument", "native-type-optional-argument-count",
      "native-type-scale-exceeds-precision",
    ]
  ) { context in
    guard let use = context.field?.nativeType, let path = context.attribute?.path,
      let attribute = context.attribute, let scalar = context.field?.type.scalar,
      let type = context.connector.nativeType(of: use)
    else { return [] }
    var numbers = use.arguments.map { Int($0.stringValue ?? $0.text) ?? 191 }
    if type.requiredArgumentCount > numbers.count { numbers = [191] }
    numbers = Array(numbers.prefix(max(type.requiredArgumentCount, type.optionalArgumentCount)))
    guard let fitting = fitting(numbers, of: type, scalar) else { return [] }
    let list = fitting.map { String($0) }.joined(separator: ", ")
    let text = "@\(path.text)" + (fitting.isEmpty ? "" : "(\(list))")
    return [
      context.fix("Write `\(text)`", isPreferred: fitting.count >= use.arguments.count) { edit in
        context.editor.replace(context.editor.textRange(of: attribute), with: text, in: &edit)
      }
    ]
  }

  /// The arguments that are nearest to `numbers` and within the limits, nil when there are none.
  private static func fitting(
    _ numbers: [Int], of type: NativeType, _ scalar: ScalarType
  ) -> [Int]? {
    var candidates = [numbers]
    if let first = numbers.first {
      let known = [0, 1, 3, 6, 7, 9, 10, 38, 53, 65, 128, 191, 255, 1000, 2000, 4000, 8000]
      // Whole numbers have no room for the distance to the farthest.
      let distance = { (number: Int) in abs(Double(number) - Double(first)) }
      let near = known.sorted { distance($0) < distance($1) }
      candidates += near.map { [$0] + numbers.dropFirst() }
      if numbers.count > 1 {
        candidates += [[first, first], [max(first, numbers[1]), numbers[1]], [first, 0]]
      }
    }
    return candidates.first { numbers in
      guard let arguments = type.arguments(numbers.map { String($0) }) else { return false }
      return type.violatedLimit(arguments, on: scalar) == nil
    }
  }
}

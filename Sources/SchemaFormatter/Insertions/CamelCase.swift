extension String {
  /// A model's name turned into the name of a field, as Prisma does it.
  ///
  /// What is neither letter nor digit is dropped at both ends, and between two words joins them;
  /// capitals become small up to the first letter that is small already. Only ASCII letters change.
  public var camelCased: String {
    var result = String.UnicodeScalarView()
    var raisesNext = false
    var hasMetLowercase = false
    for scalar in unicodeScalars {
      if scalar == "_" || scalar == "-" {
        // At the start there is nothing to join; at the end nothing follows that could be raised.
        raisesNext = !result.isEmpty
      } else if ("0"..."9").contains(scalar) {
        result.append(scalar)
        raisesNext = true
      } else if raisesNext {
        result.append(scalar.asciiUppercased)
        raisesNext = false
      } else {
        let isLowercase = scalar.properties.isLowercase
        result.append(hasMetLowercase ? scalar : scalar.asciiLowercased)
        hasMetLowercase = hasMetLowercase || isLowercase
      }
    }
    return String(result)
  }

  /// The same text with its first letter in lower case, by the rules of Unicode.
  public var withLowercaseInitial: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.lowercaseMapping + String(unicodeScalars.dropFirst())
  }

  /// The same text with its first letter in upper case, by the rules of Unicode.
  public var withUppercaseInitial: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.uppercaseMapping + String(unicodeScalars.dropFirst())
  }
}

extension Unicode.Scalar {
  fileprivate var asciiUppercased: Unicode.Scalar {
    ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value) - 32) : self
  }

  fileprivate var asciiLowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
  }
}

extension String {
  /// The English plural of a name that is in camel case, as Prisma forms it.
  ///
  /// Prisma judges the name as a whole: by a list of words that have no plural, one of irregular
  /// words, and by its ending.
  public var pluralized: String {
    if Plural.uncountable.contains(self) { return self }
    if let irregular = Plural.irregular[self] { return irregular }
    let bytes = Array(utf8)
    for rule in Plural.rules {
      if let plural = rule.applied(to: bytes) { return plural }
    }
    return self + "s"
  }
}

/// What is known of English plurals.
private enum Plural {
  /// Words that have no plural.
  static let uncountable = Set(
    """
    accommodation adulthood advertising advice aggression aid air aircraft alcohol anger
    applause arithmetic assistance athletics bacon baggage beef biology blood botany bread
    butter carbon cardboard cash chalk chess countryside dancing deer dignity dirt dust
    economics education electricity engineering enjoyment envy equipment ethics evidence
    evolution fame fiction flour flu food fuel fun furniture garbage garlic gold golf gossip
    grammar gratitude grief guilt happiness hardware harm hate hatred health heat help homework
    honesty honey hospitality housework humour hunger hydrogen ice importance inflation
    information innocence iron irony jam jewelry judo karate knowledge lack laughter lava
    leather leisure lightning linguine linguini literature litter livestock logic loneliness
    luck luggage macaroni machinery magic management mankind marble mathematics mayonnaise
    methane milk money mud music nature news nitrogen nonsense nurture nutrition obedience
    obesity oxygen pasta patience physics poetry pollution poverty pride psychology publicity
    punctuation quartz racism relaxation reliability research respect revenge rice rubbish rum
    safety scenery seafood seaside series shame sheep shopping sleep smoke smoking snow soap
    software soil spaghetti species steam stuff stupidity sunshine symmetry tennis thirst
    thunder timber traffic transportation trust underwear unemployment unity validity veal
    vegetarianism vegetation vengeance violence vitality warmth wealth weather welfare wheat
    wildlife wisdom yoga zinc zoology
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Words with a plural of their own.
  static let irregular = [
    "ox": "oxen", "man": "men", "woman": "women", "die": "dice", "yes": "yeses", "foot": "feet",
    "eave": "eaves", "goose": "geese", "tooth": "teeth", "quiz": "quizzes",
  ]

  /// What becomes of an ending.
  struct Rule {
    /// What stands before the ending; one of them has to match.
    let stems: [Stem]
    /// The endings.
    let endings: [String]
    /// What replaces the ending, nil when the name stays as it is.
    let replacement: String?

    init(_ stems: [Stem], _ endings: [String], _ replacement: String?) {
      self.stems = stems
      self.endings = endings
      self.replacement = replacement
    }

    /// Stems without anything special, given in one string.
    init(_ stems: String, _ endings: [String], _ replacement: String?) {
      self.init(stems.split(separator: " ").map { .text(String($0)) }, endings, replacement)
    }

    /// The plural of a name with one of the endings; nil for any other name.
    func applied(to name: [UInt8]) -> String? {
      for ending in endings where name.ends(with: ending) {
        let rest = name.dropLast(ending.utf8.count)
        guard stems.contains(where: { $0.isMet(by: rest) }) else { continue }
        guard let replacement else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: rest, as: UTF8.self) + replacement
      }
      return nil
    }
  }

  /// What stands before an ending.
  enum Stem {
    case anything
    case text(String)
    /// A character that is one of these.
    case one(of: String)
    /// A character that is none of these.
    case noneOf(String)
    /// Any character but `c` and `h`, one of `ieo`, one of `ln`: as in `foley`.
    case foley

    func isMet(by rest: ArraySlice<UInt8>) -> Bool {
      switch self {
      case .anything: return true
      case .text(let text): return rest.ends(with: text)
      case .one(let characters): return rest.last.map(characters.utf8.contains) ?? false
      case .noneOf(let characters): return rest.last.map { !characters.utf8.contains($0) } ?? false
      case .foley:
        let beforeLast = rest.dropLast()
        return Stem.one(of: "ln").isMet(by: rest) && Stem.one(of: "ieo").isMet(by: beforeLast)
          && Stem.noneOf("ch").isMet(by: beforeLast.dropLast())
      }
    }
  }

  private static let sibilants = "x ch ss sh zz"

  /// The rules by ending. The first that applies decides.
  static let rules = [
    Rule([.anything], ["eaux"], nil),
    Rule("child", ["ren", ""], "ren"),
    Rule("pe", ["rson", "ople"], "ople"),
    Rule("m l", ["ouse", "ice"], "ice"),
    Rule("matr cod mur sil vert ind append", ["ix", "ex"], "ices"),
    Rule(sibilants, [""], "es"),
    Rule(sibilants, ["es"], nil),
    Rule([.foley], ["ey"], "ies"),
    Rule([.noneOf("aeiouy"), .text("qu")], ["y"], "ies"),
    Rule("ar l ea eo oa hoo", ["f"], "ves"),
    Rule("kni wi li", ["fe"], "ves"),
    Rule([.anything], ["sis"], "ses"),
    Rule(
      """
      apheli hyperbat periheli asyndet noumen phenomen criteri organ prolegomen hedr automat
      """, ["a", "on"], "a"),
    Rule(
      """
      agend addend millenni dat extrem bacteri desiderat strat candelabr errat ov symposi \
      curricul automat quor
      """, ["a", "um"], "a"),
    Rule("her at gr", ["o"], "oes"),
    Rule("seraph cherub", ["im", ""], "im"),
    Rule("alumn alg vertebr", ["ae", "a"], "ae"),
    Rule(
      """
      alumn syllab octop vir radi nucle fung cact stimul termin bacill foc uter loc strat
      """, ["us", "i"], "i"),
    Rule([.noneOf("l")], ["ias"], nil),
    Rule([.one(of: "aeiou")], ["las"], nil),
    Rule([.one(of: "emjzr")], ["as"], nil),
    Rule([.one(of: "iu")], ["am"], nil),
    Rule("emu enu", ["s", ""], "s"),
    Rule([.anything], ["alias"], "aliases"),
    Rule([.noneOf("aou")], ["us"], "uses"),
    Rule([.anything], ["tlas"], "tlases"),
    Rule([.anything], ["gas"], "gases"),
    Rule([.anything], ["ris"], "rises"),
    Rule("ax test", ["is"], "es"),
    Rule([.noneOf("aeiou")], ["ese"], nil),
    Rule([.anything], ["s"], nil),
  ]
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with text: String) -> Bool {
    reversed().starts(with: text.utf8.reversed())
  }
}

/// Names that only say what follows them: "Causes", "Step 2", "Main idea", "Treatment of asthma", "Monday".
enum Label {
  /// Whether a name is one, and nothing to learn.
  static func names(_ name: TermName) -> Bool {
    let words = name.words.filter { !$0.allSatisfy(\.isNumber) }
    guard let first = words.first, let last = words.last else { return true }
    if words.count == 1 { return isLabel(first) }
    return ["of", "for", "in"].contains(words[1]) && all.contains(first) || qualifiers.contains(first) && isLabel(last)
  }

  private static func isLabel(_ word: String) -> Bool { all.contains(word) || PlainTerm.vague.contains(word) }

  private static let all = English.list(
    """
    cause effect symptom sign consequence feature characteristic property advantage disadvantage benefit drawback \
    strength weakness treatment management diagnosis mechanism dose complication prevention use application part \
    component location position function role structure stage phase step level definition meaning summary overview \
    date formula equation unit requirement condition criterion criteria origin history background conclusion evidence \
    source tip warning remember important caution objective assumption limitation fact holding rule issue rationale \
    court ruling argument theorem lemma proof corollary proposition remark axiom exercise return input output \
    parameter complexity syntax usage homework assignment deadline exam professor teacher lecturer todo question \
    chapter lecture week unit section module lesson class session day monday tuesday wednesday thursday friday \
    saturday sunday january february march april may june july august september october november december pro con \
    time room venue email phone website instructor agenda where when who why how what
    """)

  private static let qualifiers = English.list(
    "main key common possible general other typical important basic major early late")
}

/// Whether the numbers of a text count its options from 0 or from 1, as far as the numbers themselves prove it.
struct IndexBase {
  private var hasZero = false
  private var hasCount = false

  /// Looks at every number that names an option, for all of a text count alike.
  init(_ questions: [WrittenQuestion]) {
    for question in questions where !question.options.isEmpty {
      var numbers = question.index.map { [$0] } ?? []
      for case .number(let number, _, false) in question.answers { numbers.append(number) }
      hasZero = hasZero || numbers.contains(0)
      hasCount = hasCount || numbers.contains(question.options.count)
    }
  }

  /// The places, counted from 0, that a number may name.
  ///
  /// - Parameter isIndex: the field says that it is an index, which counts from 0 unless a number proves otherwise.
  func places(_ number: Int, isIndex: Bool) -> [Int] {
    if hasZero && hasCount { return [] }
    if hasZero { return [number] }
    if hasCount { return [number - 1] }
    return isIndex ? [number] : [number - 1, number]
  }
}

@testable import PracticeTests

extension TestBlueprint {
  /// Where it does not keep what was asked of it: the number, the places, the formats, balanced places of the key.
  var faults: [String] {
    var faults: [String] = []
    if slots.count != request.count { faults.append("slots") }
    if slots.map(\.index) != Array(slots.indices) { faults.append("index") }
    if slots.contains(where: { !request.formats.contains($0.format) }) { faults.append("format") }
    for format in [QuestionFormat.multipleChoice, .trueFalse] {
      let options = format == .trueFalse ? 2 : request.choices
      let positions = slots.filter { $0.format == format }.map(\.keyPosition)
      let counts = (0..<options).map { position in positions.count { $0 == position } }
      let isUneven = (counts.max() ?? 0) - (counts.min() ?? 0) > 1
      if counts.reduce(0, +) != positions.count || isUneven { faults.append("keyPosition of \(format.rawValue)") }
    }
    return faults
  }
}

import PracticeTests
import Terminal

/// Choosing which questions of the library are listed.
struct BankFilters: Equatable {
  /// A filter, from top to bottom.
  struct Line: Equatable {
    let label: String
    var picker: OptionPicker
  }

  private(set) var lines: [Line]
  private(set) var selection = 0
  private let facets: BankFacets

  private static let origins: [Provenance.Origin] = [.model, .builtin, .imported]

  /// Makes the filters as a query has them.
  init(_ query: BankQuery, _ facets: BankFacets) {
    self.facets = facets
    func line(_ label: String, _ options: [String], _ chosen: Int?) -> Line {
      Line(label: label, picker: OptionPicker(["all"] + options, selection: chosen.map { $0 + 1 } ?? 0))
    }
    lines = [
      line("Course", facets.courses, query.course.flatMap(facets.courses.firstIndex)),
      line(
        "Format", QuestionFormat.allCases.map(\.shownName), query.format.flatMap(QuestionFormat.allCases.firstIndex)),
      line("Written by", Self.origins.map(\.shownName), query.origin.flatMap(Self.origins.firstIndex)),
      line("Tag", facets.tags, query.tag.flatMap(facets.tags.firstIndex)),
    ]
  }

  /// Moves between the filters, or changes one.
  mutating func handle(_ key: Key) {
    var list = ListView(selection: selection)
    if list.handle(key, count: lines.count, height: lines.count) { selection = list.selection }
    _ = lines[selection].picker.handle(key)
  }

  /// A query narrowed as the filters say.
  func narrowing(_ query: BankQuery) -> BankQuery {
    func chosen(_ index: Int) -> Int? {
      let selection = lines[index].picker.selection
      return selection == 0 ? nil : selection - 1
    }
    var query = query
    query.course = chosen(0).map { facets.courses[$0] }
    query.format = chosen(1).map { QuestionFormat.allCases[$0] }
    query.origin = chosen(2).map { Self.origins[$0] }
    query.tag = chosen(3).map { facets.tags[$0] }
    return query
  }

  /// The size of what ``draw(into:in:)`` draws.
  var size: Size { Size(columns: 44, rows: lines.count) }

  /// Draws one filter a line.
  func draw(into canvas: inout Canvas, in area: Rect) {
    for (index, line) in lines.enumerated() {
      let place = area.line(index)
      canvas.draw(line.label, in: place.left(12), style: .muted)
      line.picker.draw(into: &canvas, in: place.droppingLeft(12), isFocused: index == selection)
    }
  }
}

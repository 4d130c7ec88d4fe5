import Terminal

/// What Home shows before there is a test.
extension AppState {
  func drawWelcome(_ home: HomeState, into canvas: inout Canvas, in area: Rect) {
    let rows = welcomeRows
    let inside = area.bottom(welcomeHeight)
    canvas.draw(rows: rows, window: home.welcome.window(total: rows.count, height: inside.rows), in: inside)
  }

  /// How many lines of the welcome are shown at once.
  var welcomeHeight: Int {
    let height = Frame(size).body.rows
    return height > 14 ? height - 1 : height
  }

  /// The welcome; where there is no room for all of it, its lines stand closer, with the keys to begin with among the
  /// first.
  var welcomeRows: [Row] {
    let width = min(76, Frame(size).body.columns)
    let roomy = welcome(width: width, isRoomy: true)
    // The sign that there is more takes two columns.
    return roomy.count <= welcomeHeight ? roomy : welcome(width: width - 2, isRoomy: false)
  }

  private func welcome(width: Int, isRoomy: Bool) -> [Row] {
    let isMaking = arrival == .sample
    let making = "Making the sample test\(symbols.ellipsis)"
    let sample = "a first test, from sample notes"
    var rows: [Row] = [[Span("Welcome to testlet", .heading)]]
    if isRoomy { rows.append([]) }
    rows += purpose(width: width)
    if isRoomy { rows += [[], [Span(isMaking ? making : "Begin", .heading)]] }
    rows += beginnings(sample: isMaking && !isRoomy ? making : sample)
    rows.append([])
    return rows + writers(width: width)
  }

  private func purpose(width: Int) -> [Row] {
    Rows.wrapped(
      "testlet makes practice tests from your own notes, and checks every question against them before you see it. "
        + "Your notes stay where they are, unless you choose a server elsewhere.", width: width)
  }

  private func beginnings(sample: String) -> [Row] {
    [
      [Span("  s  ", .key), Span(sample)],
      [Span("  n  ", .key), Span("a test from your own notes")],
      [Span("  g  ", .key), Span("choose what writes questions")],
    ]
  }

  private func writers(width: Int) -> [Row] {
    let nameWidth = max(15, min(44, width - 30))
    let heading: [Row] = [[Span("What can write the questions", .heading)]]
    return heading
      + backends.entries.map { entry in
        let sign = BackendSign(entry.availability, symbols: symbols)
        return [
          Span("  \(sign.shape)  ", sign.style),
          Span(TextWidth.pad(entry.fullName, to: nameWidth, ellipsis: symbols.ellipsis) + " "),
          Span(sign.word, sign.style),
          Span(entry.id == backends.selectedID ? ", selected" : "", .muted),
        ]
      }
  }
}

import Terminal

/// What a conversation shows, and how much of it.
struct ChatLayout {
  static let asideWidth = 44
  /// From this width on the question stands beside what was said, where it fits in whole.
  private static let wide = 108

  /// The question, where it stands beside what was said.
  let aside: [Row]
  /// All lines that scroll.
  let rows: [Row]
  /// How many of them are shown.
  let height: Int
  /// The first line shown.
  let start: Int
  /// The rows of the field, with a line above it where there is room.
  let fieldRows: Int

  init(_ state: ChatState, _ app: AppState) {
    let body = Frame(app.size).body
    fieldRows = body.rows > 12 ? 2 : 1
    height = max(1, body.rows - fieldRows)
    let question = ChatRows(width: Self.asideWidth, app: app).question(state.chat)
    let isWide = body.columns >= Self.wide && question.count <= height
    aside = isWide ? question : []
    let columns = body.columns - (isWide ? Self.asideWidth + 3 : 0) - 2
    let main = ChatRows(width: min(TakingLayout.readingWidth, columns), app: app)
    rows = (isWide ? [] : main.question(state.chat) + [[]]) + main.conversation(state)
    let end = max(0, rows.count - height)
    start = min(end, state.scroll ?? (state.isFresh ? 0 : end))
  }
}

/// A field to type text in, of one line or of several.
///
/// The cursor moves by characters as people see them (grapheme clusters). Control characters never come in:
/// of a paste, line ends are kept in a field of several lines and become spaces in a field of one.
public struct TextField: Hashable, Sendable {
  /// Whether Enter breaks the line.
  public let isMultiline: Bool
  /// Whether the text is shown as dots.
  public let isMasked: Bool
  /// The most characters it takes.
  public let limit: Int

  /// The text before the cursor.
  private(set) var before: String
  /// The text after the cursor.
  private(set) var after = ""
  private var history: [Snapshot] = []
  /// What was undone, the last last.
  private var undone: [Snapshot] = []
  private var isTyping = false

  private struct Snapshot: Hashable {
    let before: String
    let after: String
  }

  private static let historyLimit = 100
  private static let mostScalars = 32

  /// Makes a field with the cursor at the end of its text.
  public init(_ text: String = "", isMultiline: Bool = false, isMasked: Bool = false, limit: Int = 10_000) {
    self.isMultiline = isMultiline
    self.isMasked = isMasked
    self.limit = limit
    before = ""
    before = clean(text, room: limit)
  }

  /// The text; setting it puts the cursor at its end and forgets what could be undone.
  public var text: String {
    get { before + after }
    set {
      before = clean(newValue, room: limit)
      after = ""
      history = []
      undone = []
    }
  }

  /// True when there is no text.
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }

  // MARK: - Keys

  /// Types, deletes or moves; returns whether the key is one of its own.
  ///
  /// Ctrl-A/E: beginning and end of the line; Alt-B/F: by words; Ctrl-W and Alt-D: delete the word before and
  /// after; Ctrl-U and Ctrl-K: delete up to the beginning and end of the line; Ctrl-_: undo; Ctrl-Y: redo; Ctrl-J:
  /// line break. Up and Down are its own only in several lines, and only when there is a line to go to.
  ///
  /// - Parameter width: The columns of its area, which Up and Down go by.
  public mutating func handle(_ key: Key, width: Int = Size.limit) -> Bool {
    if case .character(let character) = key {
      type(character)
      return true
    }
    isTyping = false
    return edit(key) || move(key, width: width)
  }

  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .paste(let text): change { $0.insert(text) }
    case .backspace: change { $0.before = String($0.before.dropLast()) }
    case .delete, .control("d"): change { $0.after = String($0.after.dropFirst()) }
    case .control("w"): change { $0.before = String($0.before[..<$0.wordStart { !$0.isWhitespace }]) }
    case .alt("d"): change { $0.after = String($0.after[$0.wordEnd...]) }
    case .control("u"): change { $0.before = String($0.before[..<$0.lineStart]) }
    case .control("k"): change { $0.after = String($0.after[$0.lineEnd...]) }
    case .control("_"): restore(from: \.history, keepingIn: \.undone)
    case .control("y"): restore(from: \.undone, keepingIn: \.history)
    case .enter where isMultiline, .control("j") where isMultiline: change { $0.insert("\n") }
    default: return false
    }
    return true
  }

  private mutating func move(_ key: Key, width: Int) -> Bool {
    switch key {
    case .left: split(at: text.index(before.endIndex, offsetBy: before.isEmpty ? 0 : -1))
    case .right: split(at: text.index(before.endIndex, offsetBy: after.isEmpty ? 0 : 1))
    case .home, .control("a"): split(at: lineStart)
    case .end, .control("e"): moveRight(to: lineEnd)
    case .wordLeft, .alt("b"): split(at: wordStart { $0.isLetter || $0.isNumber })
    case .wordRight, .alt("f"): moveRight(to: wordEnd)
    case .up where isMultiline: return moveLine(-1, width: width)
    case .down where isMultiline: return moveLine(1, width: width)
    default: return false
    }
    return true
  }

  // MARK: - Editing

  private mutating func type(_ character: Character) {
    if isTyping, !character.isWhitespace {
      insert(String(character))
      undone = []
    } else {
      change { $0.insert(String(character)) }
    }
    isTyping = true
  }

  private mutating func insert(_ addition: String) {
    before += clean(addition, room: limit - before.count - after.count)
  }

  /// Makes a change that can be undone.
  private mutating func change(_ body: (inout TextField) -> Void) {
    let snapshot = Snapshot(before: before, after: after)
    body(&self)
    guard before != snapshot.before || after != snapshot.after else { return }
    undone = []
    history.append(snapshot)
    if history.count > Self.historyLimit { history.removeFirst() }
  }

  /// Goes back to a text that is kept, and keeps the one that it replaces for the way back.
  private mutating func restore(
    from kept: WritableKeyPath<TextField, [Snapshot]>, keepingIn others: WritableKeyPath<TextField, [Snapshot]>
  ) {
    guard let snapshot = self[keyPath: kept].popLast() else { return }
    self[keyPath: others].append(Snapshot(before: before, after: after))
    before = snapshot.before
    after = snapshot.after
  }

  private func clean(_ text: String, room: Int) -> String {
    var cleaned = String.UnicodeScalarView()
    var followers = 0
    // No character has more scalars, so that what is beyond them can't fit: a paste may be of any size.
    for scalar in text.unicodeScalars.prefix(max(0, room) * Self.mostScalars) {
      let kind = ScalarClass(scalar, afterWidth: 1)
      followers = kind == .follower ? followers + 1 : 0
      switch scalar {
      case "\n" where isMultiline: cleaned.append(scalar)
      case "\n", "\t", "\u{85}", "\u{2028}", "\u{2029}": cleaned.append(" ")
      default:
        let isShown = kind != .dropped && scalar.properties.generalCategory != .control
        if isShown, followers <= Glyph.followerLimit { cleaned.append(scalar) }
      }
    }
    return String(String(cleaned).prefix(max(0, room)))
  }

  // MARK: - Places

  /// Moves the cursor to an index of `before`, or of the whole text.
  private mutating func split(at index: String.Index) {
    let whole = text
    before = String(whole[..<index])
    after = String(whole[index...])
  }

  /// Moves the cursor to an index of `after`.
  private mutating func moveRight(to index: String.Index) {
    before += after[..<index]
    after = String(after[index...])
  }

  private var lineStart: String.Index {
    before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
  }

  private var lineEnd: String.Index {
    after.firstIndex(of: "\n") ?? after.endIndex
  }

  /// Where the word before the cursor begins, by what a word is made of.
  private func wordStart(_ isWord: (Character) -> Bool) -> String.Index {
    let word = before.lastIndex(where: isWord) ?? before.startIndex
    let gap = before[..<word].lastIndex { !isWord($0) }
    return gap.map { before.index(after: $0) } ?? before.startIndex
  }

  /// Where the word after the cursor ends.
  private var wordEnd: String.Index {
    let isWord: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    let start = after.firstIndex(where: isWord) ?? after.endIndex
    return after[start...].firstIndex { !isWord($0) } ?? after.endIndex
  }

  private mutating func moveLine(_ step: Int, width: Int) -> Bool {
    let layout = EditorLayout(text: text, width: width)
    let place = layout.place(of: before.count)
    guard layout.lines.indices.contains(place.line + step) else { return false }
    let offset = layout.offset(line: place.line + step, column: place.column)
    split(at: text.index(text.startIndex, offsetBy: offset))
    return true
  }
}

/// A question in a window, with buttons.
public struct Dialog: Hashable, Sendable {
  /// What a key did.
  public enum Outcome: Hashable, Sendable {
    /// It stays open.
    case open
    /// A button was chosen, by its place.
    case chosen(Int)
    /// It was left without an answer.
    case dismissed
  }

  /// What it is about.
  public let title: String
  /// The question.
  public let message: String
  /// The answers; their first letters choose them, so they should differ.
  public let buttons: [String]
  /// The button that Enter chooses, counted from 0.
  public private(set) var selection: Int

  private static let width = 60

  /// Makes a dialog; the selected button should be the harmless one.
  public init(title: String, message: String, buttons: [String], selection: Int = 0) {
    self.title = title
    self.message = message
    self.buttons = buttons
    self.selection = min(max(0, selection), max(0, buttons.count - 1))
  }

  /// Enter chooses, arrows and Tab move, a first letter chooses, Escape and `q` dismiss.
  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .escape: return .dismissed
    case .enter, .character(" "): return buttons.isEmpty ? .dismissed : .chosen(selection)
    case .left, .up, .backTab: move(-1)
    case .right, .down, .tab: move(1)
    case .character(let letter):
      if let index = buttons.firstIndex(where: { $0.first?.lowercased() == letter.lowercased() }) {
        return .chosen(index)
      }
      if letter == "q" { return .dismissed }
    default: break
    }
    return .open
  }

  private mutating func move(_ step: Int) {
    guard !buttons.isEmpty else { return }
    selection = (selection + step + buttons.count) % buttons.count
  }

  /// Draws the window in the middle of a rectangle, over what is there.
  public func draw(into canvas: inout Canvas, in area: Rect) {
    let labels = buttons.map { "[ \($0) ]" }
    let buttonsWidth = labels.reduce(max(0, labels.count - 1)) { $0 + TextWidth.of($1) }
    let room = max(1, min(Self.width, area.columns - 4))
    let lines = TextWidth.wrap(message, width: room)
    let widest = lines.map { TextWidth.of($0) }.max() ?? 0
    let columns = min(room, max(widest, buttonsWidth, TextWidth.of(title) + 4))
    let inside = canvas.popup(Size(columns: columns, rows: lines.count + 2), title: title, in: area)
    canvas.draw(lines: lines, in: inside.droppingBottom(1))
    var place = inside.bottom(1).droppingLeft((inside.columns - buttonsWidth) / 2)
    for (index, label) in labels.enumerated() {
      let isSelected = index == selection
      canvas.draw(label, in: place, style: isSelected ? .selected : .plain)
      if let letter = buttons[index].lowercased().first {
        canvas.onClick(place.left(TextWidth.of(label)), press: .character(letter))
      }
      place = place.droppingLeft(TextWidth.of(label) + 1)
    }
  }
}

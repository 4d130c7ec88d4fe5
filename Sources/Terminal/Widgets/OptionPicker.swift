/// One value out of a few, changed in its place.
public struct OptionPicker: Hashable, Sendable {
  /// What there is to choose from.
  public let options: [String]
  /// The chosen one, counted from 0; always within `options` unless they are empty.
  public private(set) var selection: Int

  /// Makes a picker; a selection out of range is brought into it.
  public init(_ options: [String], selection: Int = 0) {
    self.options = options
    self.selection = min(max(0, selection), max(0, options.count - 1))
  }

  /// The chosen text; empty when there is nothing to choose from.
  public var selected: String {
    options.isEmpty ? "" : options[selection]
  }

  /// Goes to the next or the previous one, around the ends; returns whether the key is one of its own.
  public mutating func handle(_ key: Key) -> Bool {
    guard !options.isEmpty else { return false }
    switch key {
    case .right, .character("l"), .character(" "): selection = (selection + 1) % options.count
    case .left, .character("h"): selection = (selection + options.count - 1) % options.count
    default: return false
    }
    return true
  }

  /// Draws the chosen text between arrows.
  public func draw(into canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let arrows = canvas.symbols.arrows
    let side: Style = isFocused ? .accent : .muted
    let room = area.columns - 4
    let text = TextWidth.truncate(selected, to: room, ellipsis: canvas.symbols.ellipsis)
    canvas.draw(
      [
        Span(arrows[0] + " ", side), Span(text, isFocused ? .selected : .plain), Span(" " + arrows[1], side),
      ], at: area.origin, maxWidth: area.isEmpty ? 0 : area.columns)
  }
}

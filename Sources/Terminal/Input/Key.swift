/// What the person did: a key, a paste, the mouse, or a resized terminal.
public enum Key: Hashable, Sendable {
  /// A character, a space among them.
  case character(Character)
  /// Enter or Return.
  case enter
  /// Escape.
  case escape
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Ctrl-Left or Alt-Left: a word to the left.
  case wordLeft
  /// Ctrl-Right or Alt-Right: a word to the right.
  case wordRight
  /// A function key by its number, 1 and more.
  case function(Int)
  /// A letter or sign, in lower case, with Ctrl.
  case control(Character)
  /// A character with Alt.
  case alt(Character)
  /// Pasted text, whole; its line ends are `\n`, and it is otherwise as it came (not yet safe to show).
  case paste(String)
  /// A click or the wheel.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resize
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// Kinds of mouse events.
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed.
    case click
    /// The wheel turned upwards.
    case wheelUp
    /// The wheel turned downwards.
    case wheelDown
  }

  /// What it did.
  public let kind: Kind
  /// The cell it was on.
  public let point: Point

  /// Makes an event.
  public init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}

extension Key {
  /// The arrow that a notch of the wheel stands for; every other key is itself.
  public var orArrow: Key {
    guard case .mouse(let event) = self else { return self }
    switch event.kind {
    case .wheelUp: return .up
    case .wheelDown: return .down
    case .click: return self
    }
  }
}

extension Key: CustomStringConvertible {
  /// The key's name as a footer shows it: `Ctrl-L`, `Shift-Tab`, `Space`.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .wordLeft: "Ctrl-Left"
    case .wordRight: "Ctrl-Right"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-" + Self.name(of: character)
    case .alt(let character): "Alt-" + (character == " " ? "Space" : String(character))
    case .paste: "Paste"
    case .mouse(let event): event.kind == .click ? "Click" : "Wheel"
    case .resize: "Resize"
    }
  }

  private static func name(of character: Character) -> String {
    character == " " ? "Space" : character.uppercased()
  }
}

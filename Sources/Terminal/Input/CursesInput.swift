import CNcursesw

/// Reads from ncurses what `KeyDecoder` takes.
enum CursesInput {
  /// One answer of ncurses.
  enum Reading {
    case nothing
    case ignored
    case input(KeyDecoder.Input)
  }

  private static let keys: [Int32: Key] = [
    Int32(CN_KEY_UP.rawValue): .up,
    Int32(CN_KEY_DOWN.rawValue): .down,
    Int32(CN_KEY_LEFT.rawValue): .left,
    Int32(CN_KEY_RIGHT.rawValue): .right,
    Int32(CN_KEY_HOME.rawValue): .home,
    Int32(CN_KEY_END.rawValue): .end,
    Int32(CN_KEY_PAGE_UP.rawValue): .pageUp,
    Int32(CN_KEY_PAGE_DOWN.rawValue): .pageDown,
    Int32(CN_KEY_BACKSPACE.rawValue): .backspace,
    Int32(CN_KEY_DELETE.rawValue): .delete,
    Int32(CN_KEY_ENTER.rawValue): .enter,
    Int32(CN_KEY_BACK_TAB.rawValue): .backTab,
    Int32(CN_KEY_WORD_LEFT.rawValue): .wordLeft,
    Int32(CN_KEY_WORD_RIGHT.rawValue): .wordRight,
  ]

  /// Reads one byte or key without waiting for it.
  static func read() -> Reading {
    let code = cn_read()
    switch code {
    case Int32(CN_KEY_NONE.rawValue):
      return .nothing
    case 0...0xFF:
      return .input(.byte(UInt8(code)))
    case Int32(CN_KEY_PASTE_BEGIN.rawValue):
      return .input(.pasteBegin)
    case Int32(CN_KEY_PASTE_END.rawValue):
      return .input(.pasteEnd)
    case Int32(CN_KEY_MOUSE.rawValue):
      return mouse().map { .input(.key(.mouse($0))) } ?? .ignored
    case (Int32(CN_KEY_FUNCTION.rawValue) + 1)...:
      return .input(.key(.function(Int(code - Int32(CN_KEY_FUNCTION.rawValue)))))
    default:
      return keys[code].map { .input(.key($0)) } ?? .ignored
    }
  }

  private static func mouse() -> MouseEvent? {
    var row: Int32 = 0
    var column: Int32 = 0
    let kind = cn_mouse(&row, &column)
    let point = Point(column: Int(column), row: Int(row))
    switch kind {
    case CN_MOUSE_CLICK: return MouseEvent(.click, at: point)
    case CN_MOUSE_WHEEL_UP: return MouseEvent(.wheelUp, at: point)
    case CN_MOUSE_WHEEL_DOWN: return MouseEvent(.wheelDown, at: point)
    default: return nil
    }
  }
}

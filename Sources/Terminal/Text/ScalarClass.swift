import CNcursesw

/// What becomes of one scalar of an untrusted text on its way to a cell.
enum ScalarClass: Equatable {
  /// Begins a cell, shown as this scalar in 1 or 2 columns.
  case spacing(Unicode.Scalar, width: Int)
  /// Joins the cell before it.
  case follower
  /// Is left out.
  case dropped

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Classifies a scalar that follows a glyph of `afterWidth` columns (0 when it is the first).
  init(_ scalar: Unicode.Scalar, afterWidth: Int) {
    switch scalar.value {
    case 0x20...0x7E:
      self = .spacing(scalar, width: 1)
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
      self = .spacing(" ", width: 1)
    case 0x00...0x1F, 0x7F...0x9F:
      self = .spacing(Self.replacement, width: 1)
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      // Invisible formatting: it can reorder or hide text, or change its width in some terminals only.
      self = .dropped
    case 0x200D where afterWidth == 2, 0x1F3FB...0x1F3FF where afterWidth == 2:
      // Emoji joiners and skin tones: ncurses and the terminal would disagree on the width of the whole.
      self = .dropped
    default:
      switch cn_width(scalar.value) {
      case 0: self = afterWidth == 0 ? .dropped : .follower
      case 1: self = .spacing(scalar, width: 1)
      case 2: self = .spacing(scalar, width: 2)
      default: self = .spacing(Self.replacement, width: 1)
      }
    }
  }
}

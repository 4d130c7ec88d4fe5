/// A colour, in each of the depths that terminals have.
public struct Color: Hashable, Sendable {
  /// Among the terminal's own 16 colours, 0...15; 8 and more are the bright ones.
  public let basic: UInt8
  /// Among xterm's 256 colours.
  public let indexed: UInt8
  /// Red, green and blue, 0xRRGGBB.
  public let rgb: UInt32

  /// Makes a colour.
  public init(basic: UInt8, indexed: UInt8, rgb: UInt32) {
    self.basic = basic
    self.indexed = indexed
    self.rgb = rgb
  }

  /// The number that the terminal knows it by; with 8 colours the bright ones are the plain ones.
  func number(depth: ColorDepth) -> Int32 {
    switch depth {
    case .none: -1
    case .eight: Int32(basic % 8)
    case .sixteen: Int32(basic)
    case .indexed: Int32(indexed)
    case .direct: Int32(rgb)
    }
  }
}

/// How many colours a terminal can show.
public enum ColorDepth: Hashable, Sendable {
  /// None: attributes only.
  case none
  /// The 8 of ANSI.
  case eight
  /// Those and their bright kin.
  case sixteen
  /// xterm's 256.
  case indexed
  /// Every colour by its red, green and blue.
  case direct

  /// The depth for the number of colours that terminfo tells.
  public init(colors: Int) {
    self =
      switch colors {
      case ..<8: .none
      case ..<16: .eight
      case ..<256: .sixteen
      case ..<0x100_0000: .indexed
      default: .direct
      }
  }
}

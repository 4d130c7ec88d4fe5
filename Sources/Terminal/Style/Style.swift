/// How a cell looks, by meaning: a role that the theme gives colours to, and attributes.
public struct Style: Hashable, Sendable {
  /// What a piece of the screen is, whatever colour that means.
  public enum Role: UInt8, CaseIterable, Sendable {
    /// Text.
    case plain
    /// Headings within the body.
    case heading
    /// Text of less weight: hints, dates, placeholders.
    case muted
    /// What the eye should find first.
    case accent
    /// The row or button that keys act on.
    case selected
    /// Right, ready, available.
    case success
    /// Needs attention.
    case warning
    /// Wrong, failed, lost.
    case danger
    /// The name of a key.
    case key
    /// Lines and frames.
    case border
    /// The frame of what has the focus.
    case focus
    /// A field to type in.
    case input
    /// Code within a text.
    case code
  }

  /// Attributes that come on top of the role's own.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits, as the screen's C functions have them.
    public let rawValue: UInt8

    /// Makes a set of bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// A line below.
    public static let underline = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Fainter.
    public static let dim = Attributes(rawValue: 8)
  }

  /// What it is.
  public var role: Role
  /// What comes on top.
  public var attributes: Attributes

  /// Makes a style.
  public init(_ role: Role, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// The same style in bold.
  public var bold: Style { Style(role, attributes.union(.bold)) }

  /// Text.
  public static let plain = Style(.plain)
  /// Headings within the body.
  public static let heading = Style(.heading)
  /// Text of less weight.
  public static let muted = Style(.muted)
  /// What the eye should find first.
  public static let accent = Style(.accent)
  /// The row or button that keys act on.
  public static let selected = Style(.selected)
  /// Right, ready, available.
  public static let success = Style(.success)
  /// Needs attention.
  public static let warning = Style(.warning)
  /// Wrong, failed, lost.
  public static let danger = Style(.danger)
  /// The name of a key.
  public static let key = Style(.key)
  /// Lines and frames.
  public static let border = Style(.border)
  /// The frame of what has the focus.
  public static let focus = Style(.focus)
  /// A field to type in.
  public static let input = Style(.input)
  /// Code within a text.
  public static let code = Style(.code)
}

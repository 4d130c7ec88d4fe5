/// What the roles of styles look like.
///
/// Every role that carries meaning also has an attribute of its own, or stands beside a sign or word, so
/// that colour is never the only signal.
public struct Theme: Hashable, Sendable {
  /// Which background the colours are made for.
  public enum Name: String, CaseIterable, Sendable {
    /// Light text on a dark background.
    case dark
    /// Dark text on a light background.
    case light
    /// No colours: bold, underlined and reversed text.
    case monochrome
  }

  /// How one role looks.
  public struct Appearance: Hashable, Sendable {
    /// The text's colour; the terminal's own when nil.
    public let foreground: Color?
    /// The cell's colour; the terminal's own when nil.
    public let background: Color?
    /// Bold and the like.
    public let attributes: Style.Attributes

    init(_ foreground: Color? = nil, on background: Color? = nil, _ attributes: Style.Attributes = []) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// Which theme it is.
  public let name: Name

  /// Makes the theme of a name.
  public init(_ name: Name) {
    self.name = name
  }

  /// Chooses a theme: monochrome where `NO_COLOR` is set (and not empty, as no-color.org has it), else the
  /// one wanted, else by the background that `COLORFGBG` tells, else dark.
  public init(wanted: Name?, environment: [String: String]) {
    if environment["NO_COLOR"].map({ !$0.isEmpty }) == true {
      self.init(.monochrome)
    } else if let wanted {
      self.init(wanted)
    } else {
      let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
      self.init(background == 7 || background == 15 ? .light : .dark)
    }
  }

  /// How a role looks on a terminal of this many colours.
  public func appearance(of role: Style.Role, depth: ColorDepth) -> Appearance {
    if name == .monochrome || depth == .none { return Self.monochrome(role) }
    let isFaint = role == .muted || role == .border
    // Eight colours have no grey.
    if isFaint, depth == .eight { return Appearance(nil, .dim) }
    return name == .light ? Self.light(role) : Self.dark(role)
  }

  private static func monochrome(_ role: Style.Role) -> Appearance {
    switch role {
    case .plain, .border, .success: Appearance()
    case .selected: Appearance(nil, [.reverse, .bold])
    case .heading, .accent, .key, .focus, .danger: Appearance(nil, .bold)
    case .muted: Appearance(nil, .dim)
    case .warning, .input, .code: Appearance(nil, .underline)
    }
  }

  private static func dark(_ role: Style.Role) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .heading: Appearance(Palette.sky, .bold)
    case .muted: Appearance(Color(basic: 8, indexed: 245, rgb: 0x8A8A8A))
    case .accent: Appearance(Palette.sky)
    case .selected: Appearance(Palette.black, on: Palette.sky, .bold)
    case .success: Appearance(Color(basic: 10, indexed: 114, rgb: 0x87D787))
    case .warning: Appearance(Color(basic: 11, indexed: 221, rgb: 0xFFD75F))
    case .danger: Appearance(Color(basic: 9, indexed: 210, rgb: 0xFF8787), .bold)
    case .key: Appearance(Palette.sky, .bold)
    case .border: Appearance(Color(basic: 8, indexed: 240, rgb: 0x585858))
    case .focus: Appearance(Palette.sky, .bold)
    case .input: Appearance(nil, .underline)
    case .code: Appearance(Color(basic: 13, indexed: 183, rgb: 0xD7AFFF))
    }
  }

  private static func light(_ role: Style.Role) -> Appearance {
    switch role {
    case .plain: Appearance()
    case .heading: Appearance(Palette.navy, .bold)
    case .muted: Appearance(Color(basic: 8, indexed: 242, rgb: 0x6C6C6C))
    case .accent: Appearance(Palette.navy)
    case .selected: Appearance(Palette.white, on: Palette.navy, .bold)
    case .success: Appearance(Color(basic: 2, indexed: 22, rgb: 0x005F00))
    case .warning: Appearance(Color(basic: 5, indexed: 94, rgb: 0x875F00))
    case .danger: Appearance(Color(basic: 1, indexed: 124, rgb: 0xAF0000), .bold)
    case .key: Appearance(Palette.navy, .bold)
    case .border: Appearance(Color(basic: 8, indexed: 247, rgb: 0x9E9E9E))
    case .focus: Appearance(Palette.navy, .bold)
    case .input: Appearance(nil, .underline)
    case .code: Appearance(Color(basic: 5, indexed: 90, rgb: 0x870087))
    }
  }
}

extension Theme.Appearance {
  fileprivate init(_ foreground: Color?, _ attributes: Style.Attributes) {
    self.init(foreground, on: nil, attributes)
  }
}

/// Colours that several roles share.
private enum Palette {
  /// Not 0x000000: terminals of direct colour take the numbers below 8 for their own colours.
  static let black = Color(basic: 0, indexed: 16, rgb: 0x00_0010)
  static let white = Color(basic: 15, indexed: 231, rgb: 0xFFFFFF)
  static let sky = Color(basic: 14, indexed: 117, rgb: 0x87D7FF)
  static let navy = Color(basic: 4, indexed: 25, rgb: 0x005FAF)
}

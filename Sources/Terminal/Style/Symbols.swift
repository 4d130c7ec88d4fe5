/// The signs that frames, bars and lists are drawn with.
public struct Symbols: Hashable, Sendable {
  /// A line across.
  public let horizontal: String
  /// A line down.
  public let vertical: String
  /// The four corners of a frame: upper left, upper right, lower left, lower right.
  public let corners: [String]
  /// Parts of a bar from thin to full; the last is a full cell.
  public let bar: [String]
  /// The part of a bar that is not reached.
  public let barRest: String
  /// Little bars from low to high.
  public let spark: [String]
  /// From empty to full: how much of something there was.
  public let shades: [String]
  /// The moving part of a scroll indicator.
  public let thumb: String
  /// Stands for what was cut off.
  public let ellipsis: String
  /// Marks the selected row.
  public let pointer: String
  /// A box that is checked.
  public let checked: String
  /// A box that is not.
  public let unchecked: String
  /// The one chosen.
  public let chosen: String
  /// One not chosen.
  public let unchosen: String
  /// Right, done.
  public let yes: String
  /// Wrong, failed.
  public let no: String
  /// A dot of availability or a bullet.
  public let dot: String
  /// More to the left, more to the right.
  public let arrows: [String]

  /// Signs of Unicode, each one column wide.
  public static let unicode = Symbols(
    horizontal: "─", vertical: "│", corners: ["╭", "╮", "╰", "╯"],
    bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], barRest: "░",
    spark: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], shades: ["·", "░", "▒", "▓", "█"], thumb: "┃", ellipsis: "…",
    pointer: "›",
    checked: "[✓]", unchecked: "[ ]", chosen: "(●)", unchosen: "( )", yes: "✓", no: "✗", dot: "●",
    arrows: ["‹", "›"])

  /// Signs of ASCII only.
  public static let ascii = Symbols(
    horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"],
    bar: ["#"], barRest: ".",
    spark: ["_", ".", ":", "-", "=", "+", "*", "#"], shades: [".", ":", "+", "*", "#"], thumb: "#", ellipsis: "~",
    pointer: ">",
    checked: "[x]", unchecked: "[ ]", chosen: "(*)", unchosen: "( )", yes: "+", no: "x", dot: "*",
    arrows: ["<", ">"])
}

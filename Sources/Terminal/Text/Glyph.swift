import CNcursesw

/// What one cell, or a pair of cells, shows: a spacing scalar and its zero-width followers.
///
/// Glyphs are made by `Glyphs` only, so that no glyph holds a control character.
public struct Glyph: Hashable, Sendable {
  /// The scalars, at most 1 + `followerLimit`.
  public let text: String
  /// Columns: 1 or 2, or 0 for the second cell of a wide glyph.
  public let width: Int

  /// The most zero-width scalars that one cell keeps: what ncurses can hold.
  static let followerLimit = 4

  /// An empty cell.
  public static let space = Glyph(text: " ", width: 1)
  /// The second cell of a wide glyph.
  static let continuation = Glyph(text: "", width: 0)
}

/// The glyphs of a text, made safe for a terminal.
///
/// Whatever the text holds, its glyphs hold no control character: tabs and line ends become spaces, other
/// controls and scalars that the terminal has no width for become U+FFFD, and invisible formatting (bidi
/// overrides, zero-width spaces, variation selectors, tags) is left out. Emoji sequences fall apart into
/// their parts, because terminals do not agree on the width of the whole.
public struct Glyphs: Sequence, Sendable {
  private let text: String

  /// Makes the sequence; nothing is read yet.
  public init(_ text: String) {
    self.text = text
  }

  /// Reads the text from its beginning.
  public func makeIterator() -> Iterator {
    Iterator(scalars: text.unicodeScalars.makeIterator())
  }

  /// Reads the glyphs one by one.
  public struct Iterator: IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var held: (scalar: Unicode.Scalar, width: Int)?

    fileprivate init(scalars: String.UnicodeScalarView.Iterator) {
      self.scalars = scalars
    }

    /// The next glyph, or nil at the end.
    public mutating func next() -> Glyph? {
      guard let base = nextSpacing() else { return nil }
      var text = String(base.scalar)
      var followers = 0
      while let scalar = scalars.next() {
        switch ScalarClass(scalar, afterWidth: base.width) {
        case .spacing(let shown, let width):
          held = (shown, width)
          return Glyph(text: text, width: base.width)
        case .follower:
          followers += 1
          if followers <= Glyph.followerLimit { text.unicodeScalars.append(scalar) }
        case .dropped:
          continue
        }
      }
      return Glyph(text: text, width: base.width)
    }

    private mutating func nextSpacing() -> (scalar: Unicode.Scalar, width: Int)? {
      if let held {
        self.held = nil
        return held
      }
      while let scalar = scalars.next() {
        if case .spacing(let shown, let width) = ScalarClass(scalar, afterWidth: 0) { return (shown, width) }
      }
      return nil
    }
  }
}

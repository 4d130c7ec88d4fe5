/// Joins pieces of text to parts of a size, in their order; a piece that is larger is divided.
enum TextParts {
  /// The parts. `size` measures a text; it is asked once for every piece.
  static func joining(
    _ pieces: [String], within room: Int, size: (String) async -> Int
  ) async -> [String] {
    var parts: [String] = []
    var open: [String] = []
    var filled = 0
    for piece in pieces {
      for (text, need) in await divided(piece, within: room, size: size) {
        if filled + need > room, !open.isEmpty {
          parts.append(open.joined(separator: "\n\n"))
          (open, filled) = ([], 0)
        }
        open.append(text)
        filled += need
      }
    }
    if !open.isEmpty { parts.append(open.joined(separator: "\n\n")) }
    return parts
  }

  /// A text halved, at the blank nearest to its middle, until every piece fits.
  private static func divided(
    _ text: String, within room: Int, size: (String) async -> Int
  ) async -> [(text: String, size: Int)] {
    let need = await size(text)
    guard need > room, text.count > 1 else { return [(text, need)] }
    let middle = text.index(text.startIndex, offsetBy: text.count / 2)
    let blank = text[..<middle].lastIndex(where: \.isWhitespace).map { text.index(after: $0) }
    let cut = blank ?? middle
    let halves = [String(text[..<cut]), String(text[cut...])]
    var pieces: [(text: String, size: Int)] = []
    for half in halves { pieces += await divided(half, within: room, size: size) }
    return pieces
  }
}

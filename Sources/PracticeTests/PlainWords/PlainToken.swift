/// A word of what was typed.
struct PlainToken: Hashable, Sendable {
  /// What kind of word it is.
  enum Kind: Hashable, Sendable {
    case word
    /// What stands between quotation marks.
    case quoted
    /// The name or the path of a file of notes.
    case file
    /// A comma, or what parts as one does.
    case comma
  }

  /// What kind of word it is.
  var kind: Kind
  /// The word as grammars want it: folded, without the marks around it.
  var text: String
  /// Where it stands in what was typed.
  var range: Range<String.Index>
  /// Of a file: its name or its path, as a folder has it.
  var path: TypedPath?
}

/// What was typed, in words.
struct PlainText: Sendable {
  /// What was typed.
  let source: String
  /// Its words.
  let tokens: [PlainToken]

  /// Reads words. Hyphens and slashes part them ("true/false", "10-question"), but not in the name of a file.
  init(_ source: String) {
    self.source = source
    var tokens: [PlainToken] = []
    var index = source.startIndex
    while index < source.endIndex {
      let character = source[index]
      if character.isWhitespace {
        index = source.index(after: index)
      } else if let file = Self.markedFile(in: source, from: index) {
        tokens.append(file.token)
        index = file.end
      } else if let end = Self.quotedEnd(source, index) {
        let inside = source.index(after: index)..<end
        tokens.append(PlainToken(kind: .quoted, text: Words.fold(String(source[inside])), range: inside))
        index = source.index(after: end)
      } else {
        let end = Self.pieceEnd(in: source, from: index)
        tokens += Self.words(in: source, index..<end)
        index = end
      }
    }
    self.tokens = tokens
  }

  /// What was typed between the first and the last of some words.
  func source(of range: Range<Int>) -> String {
    let words = tokens[range]
    guard let first = words.first, let last = words.last else { return "" }
    return String(source[first.range.lowerBound..<last.range.upperBound])
  }

  /// The words of a piece without blanks.
  private static func words(in source: String, _ range: Range<String.Index>) -> [PlainToken] {
    var range = range
    var end: [PlainToken] = []
    while let last = source[range].last, !isPartOfWord(last), last != "/" || source[range].count > 1 {
      let mark = source.index(before: range.upperBound)
      if ",;:".contains(last) { end = [PlainToken(kind: .comma, text: ",", range: mark..<range.upperBound)] }
      range = range.lowerBound..<mark
    }
    while let first = source[range].first, "([{<*#'\"\u{2018}\u{201C}".contains(first) {
      range = source.index(after: range.lowerBound)..<range.upperBound
    }
    guard !range.isEmpty else { return end }
    let piece = String(source[range])
    if isFile(piece) { return [file(piece, range)] + end }
    if Int(piece) != nil { return [PlainToken(kind: .word, text: piece, range: range)] + end }
    return parts(in: source, range) + end
  }

  private static func parts(in source: String, _ range: Range<String.Index>) -> [PlainToken] {
    source[range].split(omittingEmptySubsequences: false) { "-/,;&+\u{2013}\u{2014}".contains($0) }.flatMap { part in
      let word = part.isEmpty ? [] : [PlainToken(kind: .word, text: Words.fold(String(part)), range: part.range)]
      guard part.endIndex < range.upperBound, ",;&+".contains(source[part.endIndex]) else { return word }
      let mark = part.endIndex..<source.index(after: part.endIndex)
      return word + [PlainToken(kind: .comma, text: ",", range: mark)]
    }
  }

  private static func file(_ typed: String, _ range: Range<String.Index>) -> PlainToken {
    let path = TypedPath(typed)
    return PlainToken(kind: .file, text: Words.fold(path.path), range: range, path: path)
  }

  /// The file whose name or path begins at an index, in the marks that a shell or a terminal puts around it, and where
  /// these end. Without a folder only single marks make it a file: what stands between double ones may be a title.
  private static func markedFile(
    in source: String, from start: String.Index
  ) -> (token: PlainToken, end: String.Index)? {
    guard TypedPath.isMark(source[start]) else { return nil }
    var end = source.index(after: start)
    while end < source.endIndex {
      let isMark = TypedPath.isMark(source[end])
      end = source.index(after: end)
      guard isMark, source[end...].first.map(goesOn) != true else { continue }
      let typed = String(source[start..<end])
      let path = TypedPath(typed)
      guard path.openMark == nil else { continue }
      let isMeant = isFile(path.path) && (source[start] == "'" || path.path.contains("/"))
      let inside = source.index(after: start)..<source.index(before: end)
      return isMeant ? (file(typed, inside), end) : nil
    }
    return nil
  }

  /// Whether what stands after a mark shows that a path does not end with it.
  private static func goesOn(_ character: Character) -> Bool {
    isPartOfWord(character) || TypedPath.isMark(character) || character == "\\"
  }

  /// Where a piece without blanks ends; those of a path may be escaped.
  private static func pieceEnd(in source: String, from start: String.Index) -> String.Index {
    func blank(from index: String.Index) -> String.Index {
      source[index...].firstIndex(where: \.isWhitespace) ?? source.endIndex
    }
    let end = blank(from: start)
    var long = end
    while long < source.endIndex, source[source.index(before: long)] == "\\" {
      long = blank(from: source.index(after: long))
    }
    var piece = source[start..<long]
    while let last = piece.last, !isPartOfWord(last) { piece = piece.dropLast() }
    return isFile(String(piece)) ? long : end
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "%"
  }

  /// Whether a piece names a file: by a path, or by the ending of one that can be notes.
  private static func isFile(_ piece: String) -> Bool {
    if piece.hasPrefix("/") || piece.hasPrefix("~/") || piece.hasPrefix("./") || piece.hasPrefix("../") { return true }
    guard let dot = piece.lastIndex(of: "."), dot != piece.startIndex else { return false }
    return NoteReader.endings.contains(piece[piece.index(after: dot)...].lowercased())
  }

  /// The closing mark of a quotation that begins at an index.
  private static func quotedEnd(_ source: String, _ start: String.Index) -> String.Index? {
    let closing: [Character: String] = ["\"": "\"", "\u{201C}": "\u{201D}\"", "\u{201E}": "\u{201C}\u{201D}\""]
    guard let marks = closing[source[start]] else { return nil }
    let inside = source.index(after: start)
    return source[inside...].firstIndex { marks.contains($0) }.flatMap { $0 > inside ? $0 : nil }
  }
}

extension Substring {
  fileprivate var range: Range<String.Index> { startIndex..<endIndex }
}

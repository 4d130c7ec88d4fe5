/// Leaves out HTML comments, which may run over lines. A comment without an end is no comment.
struct CommentFilter {
  private let lastEnd: Int
  /// Whether the next line begins within a comment.
  private(set) var isInside = false

  init(_ lines: [ArraySlice<UInt8>]) {
    lastEnd = lines.lastIndex { $0.firstIndex(of: "-->", from: $0.startIndex) != nil } ?? -1
  }

  /// The part of a line that is no comment. Lines are asked for in order.
  mutating func visible(_ line: ArraySlice<UInt8>, at index: Int) -> ArraySlice<UInt8> {
    guard isInside || index <= lastEnd && line.contains(UInt8(ascii: "<")) else { return line }
    var kept: [UInt8] = []
    var position = line.startIndex
    while position < line.endIndex {
      if isInside {
        guard let end = line.firstIndex(of: "-->", from: position) else { break }
        (isInside, position) = (false, end + 3)
      } else {
        let begin = commentStart(in: line, from: position)
        kept += line[position..<(begin ?? line.endIndex)]
        guard let begin else { break }
        if line.firstIndex(of: "-->", from: begin + 4) == nil, index >= lastEnd {
          kept += line[begin...]
          break
        }
        (isInside, position) = (true, begin + 4)
      }
    }
    return kept[...]
  }

  private func commentStart(in line: ArraySlice<UInt8>, from position: Int) -> Int? {
    guard let begin = line.firstIndex(of: "<!--", from: position) else { return nil }
    // In a code span it is an example of a comment.
    return begin > line.startIndex && line[begin - 1] == UInt8(ascii: "`") ? nil : begin
  }
}

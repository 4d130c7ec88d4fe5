/// Cuts the blocks under one heading into passages.
enum PassageCutter {
  /// The fewest words of a passage, unless its section is shorter.
  static let minimum = 80
  /// The most words of a passage, unless it is one table or piece of code.
  static let maximum = 300
  /// Even a table or code is cut, at line ends, when it is longer than this: nothing in a prompt is without bounds.
  private static let solidMaximum = 1500

  static func cut(_ blocks: [Block]) -> [[Block]] {
    var passages: [[Block]] = []
    var current = Group()
    for piece in blocks.flatMap(pieces) {
      let size = BlockSize.of(piece)
      if current.size + size > maximum, !current.blocks.isEmpty {
        if current.size >= minimum {
          passages.append(current.blocks)
          current = Group()
        } else {
          // Too short to stand alone: it takes its share of the block that follows.
          let (first, second) = divide(current.blocks + [piece])
          passages.append(first)
          current = Group(second)
          continue
        }
      }
      current.append(piece, size)
    }
    guard !current.blocks.isEmpty else { return passages }
    if current.size < minimum, let last = passages.popLast() {
      let (first, second) = divide(last + current.blocks)
      passages.append(first)
      if !second.isEmpty { passages.append(second) }
    } else {
      passages.append(current.blocks)
    }
    return passages
  }

  private struct Group {
    var blocks: [Block] = []
    var size = 0

    init(_ blocks: [Block] = []) {
      self.blocks = blocks
      size = blocks.reduce(0) { $0 + BlockSize.of($1) }
    }

    mutating func append(_ block: Block, _ size: Int) {
      blocks.append(block)
      self.size += size
    }
  }

  /// Makes one passage of blocks that are a little too many, if they fit or cannot be cut, else two near the middle.
  private static func divide(_ blocks: [Block]) -> (first: [Block], second: [Block]) {
    let sizes = blocks.map(BlockSize.of)
    let total = sizes.reduce(0, +)
    guard total > maximum else { return (blocks, []) }
    var (best, sum) = (0, 0)
    var bestDistance = Int.max
    for (index, size) in sizes.enumerated().dropLast() {
      sum += size
      let isFair = sum >= minimum && sum <= maximum && total - sum >= minimum && total - sum <= maximum
      if isFair, abs(2 * sum - total) < bestDistance { (best, bestDistance) = (index + 1, abs(2 * sum - total)) }
    }
    if best > 0 { return (Array(blocks[..<best]), Array(blocks[best...])) }
    return divideBlock(blocks, sizes, total)
  }

  /// Cuts the block in the middle at a sentence end.
  private static func divideBlock(_ blocks: [Block], _ sizes: [Int], _ total: Int) -> (first: [Block], second: [Block])
  {
    var (index, before) = (0, 0)
    while index < blocks.count - 1, before + sizes[index] < total / 2 {
      before += sizes[index]
      index += 1
    }
    let block = blocks[index]
    let parts =
      isSolid(block) ? [block] : chunks(of: block, target: max(1, total / 2 - before), limit: maximum - before)
    guard let head = parts.first, parts.count > 1 else {
      // It cannot be cut: the short side joins it when it is no text, else stands alone.
      let isLast = index == blocks.count - 1
      let cut = isLast ? index : index + 1
      let joins = isSolid(block) || cut == 0
      return joins ? (blocks, []) : (Array(blocks[..<cut]), Array(blocks[cut...]))
    }
    let tail = Block(
      kind: block.kind, text: parts.dropFirst().map(\.text).joined(separator: " "),
      emphasised: parts.dropFirst().flatMap(\.emphasised), line: block.line)
    return (blocks[..<index] + [head], [tail] + blocks[(index + 1)...])
  }

  // MARK: - One long block

  private static func isSolid(_ block: Block) -> Bool { block.kind == .code || block.kind == .table }

  /// The block, or its parts where it is too long for one passage.
  private static func pieces(_ block: Block) -> [Block] {
    let size = BlockSize.of(block)
    if isSolid(block) { return size > solidMaximum ? lineChunks(of: block) : [block] }
    guard size > maximum else { return [block] }
    let count = (size + maximum - 1) / maximum
    return chunks(of: block, target: (size + count - 1) / count, limit: maximum)
  }

  /// Parts of about `target` words that end with sentences; only the first is bound by `limit` below the maximum.
  private static func chunks(of block: Block, target: Int, limit: Int) -> [Block] {
    let sentences = Sentences.split(block.text).flatMap { BlockSize.cut($0, to: maximum) }
    let terms = EmphasisedTerms(block.emphasised)
    return groups(of: sentences, target: target, limit: limit).map { range in
      let text = sentences[range].joined(separator: " ")
      return Block(kind: block.kind, text: text, emphasised: terms.inside(text), line: block.line)
    }
  }

  private static func lineChunks(of block: Block) -> [Block] {
    var (parts, lines) = ([String](), [Int]())
    for (index, text) in block.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let cut = BlockSize.cut(String(text), to: maximum)
      parts += cut
      // Only in code does each line stand for a line of the source.
      lines += cut.map { _ in block.kind == .code ? block.line + index : block.line }
    }
    let terms = EmphasisedTerms(block.emphasised)
    return groups(of: parts, target: maximum, limit: maximum).map { range in
      let text = parts[range].joined(separator: "\n")
      return Block(kind: block.kind, text: text, emphasised: terms.inside(text), line: lines[range.lowerBound])
    }
  }

  /// The ranges of neighbouring parts that go together.
  private static func groups(of parts: [String], target: Int, limit: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var (start, size, bound) = (0, 0, limit)
    for (index, part) in parts.enumerated() {
      let partSize = BlockSize.of(part)
      // A sentence goes where it leaves the sizes nearest to the target.
      if index > start, size + partSize > bound || size + partSize / 2 > target {
        groups.append(start..<index)
        (start, size, bound) = (index, 0, maximum)
      }
      size += partSize
    }
    if start < parts.count { groups.append(start..<parts.count) }
    return groups
  }
}

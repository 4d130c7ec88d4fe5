import Crypto

/// Names passages after their headings and text, so that an edit elsewhere in the file does not change them.
struct PassageIDs {
  private var uses: [String: Int] = [:]

  /// The first 16 hexadecimal digits of a SHA-256 hash; a passage that occurs again in the document gets "-2", "-3" ...
  mutating func next(headings: [String], blocks: [Block]) -> String {
    var hash = SHA256()
    // The separators occur in no text, so that no two passages are run together to the same bytes.
    for heading in headings { hash.update(data: Array((heading + "\u{1F}").utf8)) }
    for block in blocks { hash.update(data: Array(("\u{1E}" + block.text).utf8)) }
    let id = String(NoteReader.hexadecimal(hash.finalize()).prefix(16))
    let count = uses[id, default: 0] + 1
    uses[id] = count
    return count == 1 ? id : "\(id)-\(count)"
  }
}

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Why an XML text can't be read.
struct XMLFault: Error {
  var line: Int
  var reason: String
}

/// Reads XML that nobody vouches for: no document type, so no entities of its own; nothing from elsewhere; no deep nesting.
enum XMLTree {
  /// An element of an XML text.
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The line, counted from 1.
    var line: Int
    /// The text right in it.
    var text = ""
    var children: [Element] = []

    /// The first child with a name.
    func first(_ name: String) -> Element? { children.first { $0.name == name } }

    /// All children with a name.
    func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
  }

  private static let deepest = 32

  /// The outermost element.
  static func read(_ text: String) throws(XMLFault) -> XMLTree.Element {
    // The text is decoded already, whatever the declaration says of its encoding.
    let lines = text.prefix { $0 != "<" }.count { $0 == "\n" }
    var body = text.drop { $0 != "<" }
    if body.hasPrefix("<?xml"), let end = body.range(of: "?>") { body = body[end.upperBound...] }
    guard !declaresType(body) else {
      throw XMLFault(
        line: 1, reason: "The file declares a document type: remove it, no program that writes questions needs it.")
    }
    let parser = XMLParser(data: Data(body.utf8))
    parser.shouldResolveExternalEntities = false
    parser.shouldProcessNamespaces = false
    let builder = XMLTreeBuilder(deepest: deepest, linesBefore: lines)
    parser.delegate = builder
    let isWhole = parser.parse()
    guard isWhole, builder.fault == nil, let root = builder.root else {
      throw builder.fault
        ?? XMLFault(line: max(1, parser.lineNumber + lines), reason: "This is not valid XML, or it is cut off.")
    }
    return root
  }

  /// Whether a document type stands before the first element, perhaps behind comments.
  private static func declaresType(_ text: Substring) -> Bool {
    var rest = text
    while let mark = rest.firstIndex(of: "<") {
      rest = rest[mark...]
      let end = rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<?") ? "?>" : nil
      guard let end else { break }
      rest = rest.firstRange(of: end).map { rest[$0.upperBound...] } ?? ""
    }
    return rest.hasPrefix("<!")
  }
}

/// Builds the tree as the parser goes.
private final class XMLTreeBuilder: NSObject, XMLParserDelegate {
  private(set) var root: XMLTree.Element?
  private(set) var fault: XMLFault?
  private var open: [XMLTree.Element] = []
  private let deepest: Int
  private let linesBefore: Int

  init(deepest: Int, linesBefore: Int) {
    self.deepest = deepest
    self.linesBefore = linesBefore
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let line = max(1, parser.lineNumber + linesBefore)
    guard open.count < deepest else {
      fault = XMLFault(line: line, reason: "Elements are nested too deep here.")
      return parser.abortParsing()
    }
    open.append(XMLTree.Element(name: name.lowercased(), attributes: attributes, line: line))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !open.isEmpty { open[open.count - 1].text += text }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if !open.isEmpty { open[open.count - 1].text += String(decoding: block, as: UTF8.self) }
  }
}

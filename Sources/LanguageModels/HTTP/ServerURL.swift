#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The address of a server: scheme, host, port, path and query, taken apart and normalised.
public struct ServerURL: Sendable, Hashable {
  /// `http` or `https`.
  public let scheme: String
  /// The host in lower case; an IPv6 address without its brackets.
  public let host: String
  /// The port, also when it is the scheme's own.
  public let port: Int
  /// The path without a slash at its end; empty for the root.
  public let path: String
  /// What follows the question mark, if anything.
  public let query: String?

  /// Reads an address. Without a scheme it is `http` on this machine and `https` elsewhere.
  ///
  /// - Throws: ``LLMError/badURL(_:)`` for another scheme, a user name, a fragment, or characters that no address has.
  public init(_ text: String) throws(LLMError) {
    let bad = LLMError.badURL(SafeText.line(text, limit: 100))
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\\\"<>^`{|}#@".utf8.contains($0) }
    guard isPlain, !text.isEmpty, text.utf8.count <= 2000 else { throw bad }
    var rest = text[...]
    var scheme: String?
    if let mark = text.firstRange(of: "://") {
      scheme = text[..<mark.lowerBound].lowercased()
      rest = text[mark.upperBound...]
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    rest = rest[authority.endIndex...]
    guard let (host, givenPort) = Self.hostAndPort(authority) else { throw bad }
    let resolvedScheme = scheme ?? (Self.isLoopback(host) ? "http" : "https")
    guard resolvedScheme == "http" || resolvedScheme == "https" else { throw bad }
    self.scheme = resolvedScheme
    self.host = host
    self.port = givenPort ?? (resolvedScheme == "https" ? 443 : 80)
    let pathPart = rest.prefix { $0 != "?" }
    self.path = pathPart.split(separator: "/").map { "/" + $0 }.joined()
    let queryPart = rest[pathPart.endIndex...].dropFirst()
    self.query = queryPart.isEmpty ? nil : String(queryPart)
  }

  private init(scheme: String, host: String, port: Int, path: String, query: String?) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
    self.query = query
  }

  /// Whether the host is this machine itself: `localhost`, 127.0.0.0/8 or `::1`.
  public var isLoopback: Bool { Self.isLoopback(host) }

  /// The scheme, host and port, the port only where it is not the scheme's own.
  public var origin: String {
    let name = host.contains(":") ? "[\(host)]" : host
    let isUsual = port == (scheme == "https" ? 443 : 80)
    return "\(scheme)://\(name)\(isUsual ? "" : ":\(port)")"
  }

  /// The whole address, without the query, which may hold what should not be shown.
  public var text: String { origin + path }

  /// The address to send a request to.
  var requestTarget: String { text + (query.map { "?\($0)" } ?? "") }

  /// The same server, with path components added.
  func appending(_ components: String) -> ServerURL {
    ServerURL(scheme: scheme, host: host, port: port, path: path + "/" + components, query: query)
  }

  /// The same server, at another path, without a query unless it is to be kept.
  func at(_ path: String, keepingQuery: Bool = false) -> ServerURL {
    ServerURL(scheme: scheme, host: host, port: port, path: path, query: keepingQuery ? query : nil)
  }

  /// The same address, asking for more.
  func adding(query more: String) -> ServerURL {
    ServerURL(
      scheme: scheme, host: host, port: port, path: path, query: [query, more].compactMap { $0 }.joined(separator: "&"))
  }

  /// A text as one component of a path.
  static func component(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// The base of the OpenAI-compatible paths: `/v1` is added unless the path names a version itself, and the path of an
  /// endpoint that was pasted whole is cut away.
  var openAIBase: ServerURL {
    var components = path.split(separator: "/")
    for endpoint in [["chat", "completions"], ["completions"], ["models"], ["responses"], ["messages"]]
    where components.count >= endpoint.count && components.suffix(endpoint.count).elementsEqual(endpoint, by: ==) {
      components.removeLast(endpoint.count)
      break
    }
    let namesVersion = components.contains { part in
      part.first == "v" && part.dropFirst().first?.isNumber == true
    }
    if !namesVersion { components.append("v1") }
    return ServerURL(
      scheme: scheme, host: host, port: port, path: components.map { "/" + $0 }.joined(), query: query)
  }

  private static func hostAndPort(_ authority: Substring) -> (String, Int?)? {
    var host = authority
    var portText: Substring?
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
      let tail = authority[authority.index(after: end)...]
      guard tail.isEmpty || tail.first == ":" else { return nil }
      portText = tail.isEmpty ? nil : tail.dropFirst()
      guard isAddress(String(host), AF_INET6) else { return nil }
    } else {
      if let colon = authority.firstIndex(of: ":") {
        host = authority[..<colon]
        portText = authority[authority.index(after: colon)...]
      }
      let isName = host.utf8.allSatisfy { byte in
        Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
          || "-._".utf8.contains(byte)
      }
      guard !host.isEmpty, isName else { return nil }
    }
    guard let portText else { return (host.lowercased(), nil) }
    guard portText.allSatisfy(\.isNumber), let port = Int(portText), (1...65535).contains(port) else { return nil }
    return (host.lowercased(), port)
  }

  private static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isAddress(host, AF_INET))
  }

  private static func isAddress(_ text: String, _ family: Int32) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 16, alignment: 4) { buffer in
      inet_pton(family, text, buffer.baseAddress) == 1
    }
  }
}

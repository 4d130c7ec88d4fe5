import Foundation

/// What it does with sockets.
extension ScriptedServer {
  static func setOption<Value>(_ option: Int32, of level: Int32, to value: Value, on descriptor: Int32) {
    _ = withUnsafeBytes(of: value) { setsockopt(descriptor, level, option, $0.baseAddress, socklen_t($0.count)) }
  }

  static func send(_ bytes: [UInt8], to client: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes {
        Foundation.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  static func readRequest(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n") {
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
          let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
          headers[parts[0].lowercased()] = parts.count > 1 ? parts[1] : ""
        }
        let body = String(text[end.upperBound...])
        if body.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 {
          return Request(line: lines[0], headers: headers, body: body)
        }
      }
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  static let backlog: Int32 = 64

  static func listen() throws -> (Int32, Int) {
    let (descriptor, port) = try bound(to: 0)
    guard Foundation.listen(descriptor, backlog) == 0 else { throw POSIXError(.EADDRINUSE) }
    // Only now, so that no two servers get the same port; it lets another listener follow this one.
    setOption(SO_REUSEADDR, of: SOL_SOCKET, to: Int32(1), on: descriptor)
    return (descriptor, port)
  }

  /// A socket with a port of its own, or with one that it takes over.
  static func bound(to given: Int) throws -> (Int32, Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = UInt16(given).bigEndian
    if given > 0 { setOption(SO_REUSEADDR, of: SOL_SOCKET, to: Int32(1), on: descriptor) }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        guard bind(descriptor, generic, length) == 0, getsockname(descriptor, generic, &length) == 0 else {
          throw POSIXError(.EADDRINUSE)
        }
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
    return (descriptor, port)
  }

  /// A port on which nothing listens.
  public static func refusingPort() throws -> Int {
    let (descriptor, port) = try listen()
    close(descriptor)
    return port
  }
}

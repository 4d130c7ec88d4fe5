import Foundation
import TestSupport

/// What a program and its children ask the system to reach, as strace sees it.
struct NetworkTrace {
  /// Whether a program can be traced here. Where it has to be, the tests fail instead of being skipped.
  static let isWanted = Strace.isWanted && LlamaServer.isWanted

  /// Why the tests are skipped.
  static let skipReason = "\(Strace.skipReason), or \(LlamaServer.skipReason)"

  private let file: String

  /// Notes into a file.
  init(file: String) {
    self.file = file
  }

  /// The command that runs another one, and notes each call that names an address; asynchronous ways around them are
  /// noted too. No data is kept.
  func command(_ command: [String]) -> [String] {
    let calls = "trace=connect,sendto,sendmsg,sendmmsg,io_uring_setup"
    return Strace.command(["-s", "0", "-e", calls, "-o", file], command)
  }

  /// Every call that named an internet address.
  func calls() throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init).filter {
      $0.contains("AF_INET") || $0.contains("io_uring_setup")
    }
  }

  /// The calls that named an address of another machine, or that hide what they name.
  func strangers() throws -> [String] {
    try calls().filter { call in
      let named = call.matches(of: /inet_addr\("([^"]*)"\)|inet_pton\(AF_INET6, "([^"]*)"/)
        .compactMap { $0.output.1 ?? $0.output.2 }
      return named.isEmpty || !named.allSatisfy { $0.hasPrefix("127.") || $0 == "::1" || $0.hasPrefix("::ffff:127.") }
    }
  }
}

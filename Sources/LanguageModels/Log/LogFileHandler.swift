import Logging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes what is logged as lines such as `2026-01-31T10:00:00.123Z 4711 info request backend=ollama ms=812`.
///
/// No line holds a secret, a line break, or what a terminal would take as a command.
public struct LogFileHandler: LogHandler {
  /// What is said in every line.
  public var metadata: Logger.Metadata = [:]
  /// The least level that is written.
  public var logLevel: Logger.Level

  private let file: LogFile
  private let hide: @Sendable (String) -> String
  private let echo: (@Sendable (String) -> Void)?

  /// Makes a handler.
  ///
  /// - Parameters:
  ///   - hide: takes secrets out of every line.
  ///   - echo: told every line as well.
  public init(
    file: LogFile, level: Logger.Level, hiding hide: @escaping @Sendable (String) -> String = { $0 },
    echo: (@Sendable (String) -> Void)? = nil
  ) {
    self.file = file
    self.hide = hide
    self.echo = echo
    logLevel = level
  }

  /// A value said in every line.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one line.
  public func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let words = ["\(event.message)"] + fields.map { "\($0.key)=\(Self.field("\($0.value)"))" }
    let text = hide(words.joined(separator: " "))
    let line = "\(Timestamp.now()) \(getpid()) \(event.level.rawValue) \(Self.printable(text))"
    file.append(line)
    echo?(line)
  }

  /// A value, in quotation marks where it would not be one word.
  private static func field(_ value: String) -> String {
    let isWord = !value.isEmpty && value.unicodeScalars.allSatisfy { $0 > " " && $0 != "\"" && $0 != "=" }
    return isWord ? value : JSONValue.string(value).text
  }

  private static func printable(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
        line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

extension Logger {
  /// A logger that says nothing.
  public static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
}

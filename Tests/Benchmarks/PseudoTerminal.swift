import Foundation

/// A program in a pseudo-terminal: bytes go in, and the time of what comes out is taken.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static let patience = 20_000
  private let master: Int32
  private let process = Process()
  /// All that the program has written.
  private(set) var output = ""

  /// Starts a program in a terminal of a size.
  init(_ path: String, _ arguments: [String], environment: [String: String], columns: UInt16, rows: UInt16) throws {
    var ends: (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.0, &ends.1, nil, nil, &size) == 0 else {
      throw Failure(description: "There is no pseudo-terminal to be had.")
    }
    master = ends.0
    // The program must not hold the end that it is watched from.
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    let other = FileHandle(fileDescriptor: ends.1, closeOnDealloc: true)
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = environment.merging(["TERM": "xterm-256color", "LANG": "C.UTF-8"]) { first, _ in first }
    process.standardInput = other
    process.standardOutput = other
    process.standardError = other
    try process.run()
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    close(master)
  }

  /// The number of the process.
  var number: Int32 { process.processIdentifier }

  /// Whether the program has not ended yet.
  var isRunning: Bool { process.isRunning }

  /// Types without waiting for what comes of it.
  func send(_ keys: String) {
    _ = keys.withCString { write(master, $0, strlen($0)) }
  }

  /// Ends the program with `kill -9`; says whether it was still there.
  func kill() -> Bool {
    if process.isRunning { Foundation.kill(number, SIGKILL) }
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// Forgets what the program has written until now.
  func forget() { output = "" }

  /// Waits until the program has written a text since the last key.
  func wait(for text: String) throws {
    let end = ContinuousClock.now + .milliseconds(Self.patience)
    while !output.contains(text) {
      guard ContinuousClock.now < end, read(within: Self.patience) else {
        throw Failure(description: "\"\(text)\" did not come; what came is \(output.suffix(400).debugDescription)")
      }
    }
  }

  /// Presses keys; gives the milliseconds until the last of what came of them, which ends with a silence.
  @discardableResult
  func press(_ keys: String, silence: Int) throws -> Double {
    forget()
    let begin = ContinuousClock.now
    send(keys)
    guard read(within: Self.patience) else { throw Failure(description: "Nothing comes of \(keys.debugDescription).") }
    var last = ContinuousClock.now
    while read(within: silence) { last = .now }
    return (last - begin) / .milliseconds(1)
  }

  /// Takes in what the program writes for so many seconds.
  func look(seconds: Double) {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end { _ = read(within: 100) }
  }

  /// Waits for the end of the program.
  func waitForEnd() {
    while process.isRunning { _ = read(within: 10) }
  }

  /// Takes in what the program writes; says whether something came within so many milliseconds.
  func read(within milliseconds: Int) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += String(decoding: bytes[..<count], as: UTF8.self)
    return true
  }
}

import CNcursesw
import Dispatch
import Foundation

/// The terminal while the app has it: keys in, canvases out.
///
///     let session = try TerminalSession()
///     session.draw(view(state, size: session.size))
///     await session.run(onKeysRead: { session.draw(view(state, size: session.size)) }) { key in
///       if key == .character("q") { session.close() } else { update(key) }
///     }
///
/// The terminal is restored when it closes, when the process is ended by a signal, when it exits and when it
/// crashes. At most one session can be open.
@MainActor
public final class TerminalSession {
  /// How long the app has to finish its writes when a signal ends it, in seconds.
  public static let terminationTime = 3

  private let options: Options
  private let environment: [String: String]
  let painter: CursesPainter
  let signals: Int32
  var decoder = KeyDecoder()
  var sources: [any DispatchSourceRead] = []
  private var last: Canvas?
  /// What was wanted while the screen was left.
  private var wanted: (theme: Theme.Name?, mouse: Bool)?
  var isOpen = true
  var isUp = true
  var isEnding = false
  var hasStoppedItself = false
  var hasMoreToRead = false
  var pasteBytes = 0
  var onKey: (@MainActor (Key) -> Void)?
  var onKeysRead: (@MainActor () -> Void)?
  var hasKeys = false
  var onTermination: (@MainActor (Int32) async -> Void)?
  private var finished: CheckedContinuation<Void, Never>?

  /// Opens the terminal.
  ///
  /// - Throws: `TerminalError` when there is no terminal that can be used; nothing has been written then.
  public init(
    options: Options = Options(), environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let term = environment["TERM"], !term.isEmpty else { throw .termUnset }
    guard term != "dumb" else { throw .noCursorAddressing(term: term) }
    self.options = options
    self.environment = environment
    signals = cn_signals_install()
    do throws(TerminalError) {
      try Self.open(term, mouse: options.mouse)
    } catch {
      cn_signals_remove()
      throw error
    }
    cn_crash_note("The program stopped by a fault.\n")
    cn_stderr_divert(options.errorLog)
    painter = CursesPainter(theme: Theme(wanted: options.theme, environment: environment))
  }

  private static func open(_ term: String, mouse: Bool) throws(TerminalError) {
    var result = cn_open(term, mouse)
    // Newer terminals than the installed descriptions know are all kin of xterm.
    if result == CN_UNKNOWN_TERMINAL { result = cn_open("xterm-256color", mouse) }
    switch result {
    case CN_OPENED: return
    case CN_UNKNOWN_TERMINAL: throw .unknownTerminal(term: term)
    case CN_NO_CURSOR_ADDRESSING: throw .noCursorAddressing(term: term)
    default: throw .openFailed(term: term)
    }
  }

  /// The size of the terminal, at least 1 by 1.
  public var size: Size { painter.size }

  // MARK: - Running

  /// Delivers keys until the session is closed.
  ///
  /// `onKeysRead` is called after the keys that came together, so that a held key does not outrun the drawing.
  /// When a signal ends the process, `onTermination` (which gets its number) has `terminationTime` to finish
  /// the app's writes; then the terminal is restored and the process dies of that signal. It does not return
  /// in that case.
  public func run(
    onTermination: @escaping @MainActor (Int32) async -> Void = { _ in },
    onKeysRead: @escaping @MainActor () -> Void,
    onKey: @escaping @MainActor (Key) -> Void
  ) async {
    guard isOpen else { return }
    self.onKey = onKey
    self.onKeysRead = onKeysRead
    self.onTermination = onTermination
    sources = [
      source(STDIN_FILENO) { $0.readKeys() },
      source(signals) { $0.readSignals() },
    ]
    await withCheckedContinuation { finished = $0 }
  }

  private func source(
    _ descriptor: Int32, _ handle: @escaping @MainActor (TerminalSession) -> Void
  ) -> any DispatchSourceRead {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated {
        if let self { handle(self) }
      }
    }
    source.activate()
    return source
  }

  /// Restores the terminal and lets `run` return; closing twice is closing once.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    for source in sources { source.cancel() }
    sources = []
    if isUp { cn_close() }
    isUp = false
    cn_stderr_restore()
    cn_signals_remove()
    onKey = nil
    onKeysRead = nil
    onTermination = nil
    finished?.resume()
    finished = nil
  }

  // MARK: - Drawing

  /// Shows a canvas; while the screen is left it is shown on coming back.
  public func draw(_ canvas: Canvas) {
    last = canvas
    if isUp { painter.paint(canvas) }
  }

  /// Paints every cell anew, for when something else has written to the terminal (Ctrl-L).
  public func redraw() {
    guard isUp else { return }
    painter.invalidate()
    if let last { painter.paint(last) }
  }

  /// Takes over another theme, and whether the mouse is listened to. While the screen is left that waits until it is
  /// back: the terminal is told at once, and another program has it.
  public func use(theme: Theme.Name?, mouse: Bool) {
    guard isUp else {
      wanted = (theme, mouse)
      return
    }
    cn_use_mouse(mouse)
    painter.use(Theme(wanted: theme, environment: environment))
    redraw()
  }

  // MARK: - Leaving the screen

  /// Stops the process as Ctrl-Z does, and comes back to the screen when it is continued.
  public func suspend() {
    guard isOpen, isUp else { return }
    leave()
    hasStoppedItself = true
    cn_stop()
    enter()
  }

  /// Gives the terminal away while `body` runs, for example to an editor, and comes back afterwards.
  ///
  /// The body must not block the main actor, which goes on handling signals: Ctrl-C is left to the other
  /// program, Ctrl-Z stops this one too.
  public func withScreenLeft<Result, Failure: Error>(
    _ body: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    guard isOpen, isUp else { return try await body() }
    let keySource = sources.first
    keySource?.suspend()
    leave()
    defer {
      keySource?.resume()
      if isOpen { enter() }
    }
    return try await body()
  }

  private func leave() {
    isUp = false
    cn_leave()
    cn_stderr_restore()
  }

  func enter() {
    isUp = true
    cn_stderr_divert(options.errorLog)
    cn_enter()
    painter.readSize()
    if let look = wanted {
      wanted = nil
      use(theme: look.theme, mouse: look.mouse)
    }
    if let last { painter.paint(last) }
    deliver([.resize])
    tellKeysRead()
  }
}

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
  /// How the terminal is to be used.
  public struct Options: Sendable {
    /// The theme wanted; chosen by the environment when nil.
    public var theme: Theme.Name?
    /// Whether the wheel and clicks are reported (then the terminal selects text with Shift only).
    public var mouse: Bool
    /// Where standard error goes while the screen is up; dropped when nil.
    public var errorLog: String?
    /// The sentence written to standard error after a crash; a line end is added.
    public var crashNote: String

    /// Makes options.
    public init(
      theme: Theme.Name? = nil, mouse: Bool = true, errorLog: String? = nil,
      crashNote: String = "The program stopped by a fault."
    ) {
      self.theme = theme
      self.mouse = mouse
      self.errorLog = errorLog
      self.crashNote = crashNote
    }
  }

  /// How long the app has to finish its writes when a signal ends it, in seconds.
  public static let terminationTime = 3
  /// After this many milliseconds without a byte a paste counts as ended.
  private static let pasteTime = 1000
  /// Reads in one go, before other work of the main actor has its turn.
  private static let readBudget = 2048

  private let options: Options
  private let environment: [String: String]
  private let painter: CursesPainter
  private let signals: Int32
  private var decoder = KeyDecoder()
  private var sources: [any DispatchSourceRead] = []
  private var last: Canvas?
  private var isOpen = true
  private var isUp = true
  private var isEnding = false
  private var hasStoppedItself = false
  private var hasMoreToRead = false
  private var pasteBytes = 0
  private var onKey: (@MainActor (Key) -> Void)?
  private var onKeysRead: (@MainActor () -> Void)?
  private var hasKeys = false
  private var onTermination: (@MainActor (Int32) async -> Void)?
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
    cn_crash_note(options.crashNote + "\n")
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

  /// Takes over another theme, and whether the mouse is listened to.
  public func use(theme: Theme.Name?, mouse: Bool) {
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

  private func enter() {
    isUp = true
    cn_stderr_divert(options.errorLog)
    cn_enter()
    painter.readSize()
    if let last { painter.paint(last) }
    deliver([.resize])
    tellKeysRead()
  }

  // MARK: - Keys

  private func readKeys() {
    guard isUp else { return }
    defer { tellKeysRead() }
    // The main actor does not stay on the thread that it began on.
    cn_signals_enter_thread()
    var reads = 0
    while reads < Self.readBudget, isOpen, isUp {
      switch CursesInput.read() {
      case .nothing:
        inputRanOut(afterReads: reads)
        return
      case .ignored:
        reads += 1
      case .input(let input):
        reads += 1
        // A long paste whose bytes keep coming is not one that lacks its end.
        if decoder.isPasting { pasteBytes += 1 }
        deliver(decoder.feed(input))
      }
    }
    readMoreSoon()
  }

  /// What ncurses has read but not returned is not seen by the source, so the rest is asked for.
  private func readMoreSoon() {
    guard !hasMoreToRead else { return }
    hasMoreToRead = true
    DispatchQueue.main.async { [weak self] in
      MainActor.assumeIsolated {
        self?.hasMoreToRead = false
        self?.readKeys()
      }
    }
  }

  private func inputRanOut(afterReads reads: Int) {
    deliver(decoder.inputRanOut())
    if decoder.isPasting { watchPaste() }
    if reads == 0, cn_hung_up() { end(by: SIGHUP) }
  }

  /// Ends a paste when its end never comes, or the keys after it would be swallowed for ever.
  private func watchPaste() {
    pasteBytes += 1
    let seen = pasteBytes
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(Self.pasteTime)) { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.pasteBytes == seen else { return }
        self.deliver(self.decoder.endPaste())
        self.tellKeysRead()
      }
    }
  }

  private func deliver(_ keys: [Key]) {
    for key in keys where isOpen {
      hasKeys = true
      onKey?(key)
    }
  }

  private func tellKeysRead() {
    guard hasKeys else { return }
    hasKeys = false
    onKeysRead?()
  }

  // MARK: - Signals

  private func readSignals() {
    var numbers: Set<Int32> = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(signals, &bytes, bytes.count)
      guard count > 0 else { break }
      numbers.formUnion(bytes.prefix(count).map(Int32.init))
    }
    for number in numbers.sorted() where isOpen { handle(number) }
  }

  private func handle(_ number: Int32) {
    cn_signal_handled(number)
    switch number {
    case SIGWINCH:
      guard isUp else { return }
      painter.readSize()
      deliver([.resize])
      tellKeysRead()
    case SIGTSTP:
      if isUp { suspend() } else { cn_stop() }
    case SIGCONT:
      // Stopped by another hand (SIGSTOP): the shell has used the terminal meanwhile.
      if isUp, !hasStoppedItself { enter() }
      hasStoppedItself = false
    case SIGINT where !isUp, SIGQUIT where !isUp:
      return
    default:
      end(by: number)
    }
  }

  private func end(by number: Int32) {
    guard !isEnding else { return }
    isEnding = true
    for source in sources.prefix(1) { source.cancel() }
    let finish: @MainActor () -> Void = { [self] in
      close()
      cn_die(number)
    }
    DispatchQueue.main.asyncAfter(deadline: .now() + .seconds(Self.terminationTime)) {
      MainActor.assumeIsolated(finish)
    }
    let handler = onTermination
    Task {
      await handler?(number)
      finish()
    }
  }
}

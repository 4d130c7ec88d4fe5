import ArgumentParser

/// `measure app`: the built program in a pseudo-terminal, as a person would feel it.
struct AppMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "app",
    abstract: "The program in a pseudo-terminal: key to screen, search as you type, first paint, memory, and rest.",
    discussion: """
      A key's time is from its write into the terminal until the last byte of what the program draws for it, a search's \
      until the list of what is found is drawn. Each figure stands beside the same of a small library or of a program \
      that does nothing: for a key that is `cat`, which shows what this machine's terminals and processes cost by \
      themselves.
      """)

  @Option(help: "The program; by default the one beside this one.")
  var program = BuiltProgram.path

  @Option(help: "Starts of each measure.")
  var starts = 20

  @Option(help: "Searches, two words each.")
  var searches = 15

  @Option(help: "Keys of each measure.")
  var keys = 600

  @Option(help: "Questions of the small library.")
  var few = 1_000

  @Option(help: "Questions that are listed while a model writes.")
  var listed = 10_000

  @Option(help: "Questions of the large library.")
  var many = 100_000

  @Option(help: "Seconds of rest.")
  var seconds = 10.0

  @Option(name: .customLong("delay-ms"), help: "Milliseconds from one token of the model to the next.")
  var delay = 10

  func validate() throws {
    guard delay > 0 else { throw ValidationError("--delay-ms is 1 or more.") }
  }

  func run() throws {
    let small = try MeasuredHome(questions: few, program: program, delay: delay)
    let large = try MeasuredHome(questions: many, program: program, delay: delay)
    try measureFirstPaint(small, large)
    try measureKeys(small, try MeasuredHome(questions: listed, program: program, delay: delay))
    try measureSearch(small, large)
    try measureMemory(small, large)
    try measureRest(large)
  }

  // MARK: - Start

  private func measureFirstPaint(_ small: MeasuredHome, _ large: MeasuredHome) throws {
    let clock = ContinuousClock()
    func paints(_ home: MeasuredHome) throws -> Spread {
      Spread(
        try (0..<starts).map { _ in
          let begin = clock.now
          let app = try home.open()
          try app.wait(for: "testlet")
          return (clock.now - begin) / .milliseconds(1)
        })
    }
    let version = Spread(
      try (0..<starts).map { _ in
        try clock.measure { try small.start(["--version"]).waitForEnd() } / .milliseconds(1)
      })
    let (first, second) = (try paints(small), try paints(large))
    print("first paint        \(second.text(1)) ms with \(large.questions) questions")
    print("                   \(first.text(1)) ms with \(small.questions): ratio \(ratio(second.median, first.median))")
    print("                   \(version.text(1)) ms for --version: ratio \(ratio(second.median, version.median))")
  }

  // MARK: - Keys

  private func measureKeys(_ quiet: MeasuredHome, _ busy: MeasuredHome) throws {
    let atRest = try moves(try quiet.openList())
    let app = try busy.open()
    try app.wait(for: "Welcome")
    try app.press("s", silence: 20)
    try app.wait(for: "of 10 ready")
    try app.press("\u{1B}", silence: 100)
    try app.press("b", silence: 100)
    try app.wait(for: " questions")
    let underLoad = try moves(app)
    guard try busy.library.tests().first?.status == .generating else {
      throw ValidationError("The model was done before the keys were: ask for fewer --keys, or a longer --delay-ms.")
    }
    let (p99, base) = (underLoad.quantile(0.99), atRest.quantile(0.99))
    print("key to screen      \(text(underLoad)); \(busy.questions) questions, \(rate)")
    print("                   \(text(atRest)); \(quiet.questions) and no model: ratio \(ratio(p99, base))")
    let echoes = try moves(try echoingTerminal())
    print("                   \(text(echoes)) for cat: ratio \(ratio(p99, echoes.quantile(0.99)))")
  }

  /// A program that writes each key that it reads, and does nothing else.
  private func echoingTerminal() throws -> PseudoTerminal {
    let echo = try PseudoTerminal(
      "/bin/sh", ["-c", "stty raw -echo; echo begun; exec cat"], environment: ["PATH": "/usr/bin:/bin"], columns: 100,
      rows: 40)
    try echo.wait(for: "begun")
    return echo
  }

  /// Moves down the list, a screen and more, and up again.
  private func moves(_ app: PseudoTerminal) throws -> [Double] {
    try (0..<keys).map { try app.press($0 / 60 % 2 == 0 ? "j" : "k", silence: 4) }
  }

  // MARK: - Search

  private func measureSearch(_ small: MeasuredHome, _ large: MeasuredHome) throws {
    let (first, second) = (try search(small), try search(large))
    let (p99, base) = (second.quantile(0.99), first.quantile(0.99))
    print("search as you type \(text(second)); \(large.questions) questions")
    print("                   \(text(first)); \(small.questions): ratio \(ratio(p99, base))")
  }

  /// Types words of all ranks, letter by letter.
  private func search(_ home: MeasuredHome) throws -> [Double] {
    let app = try home.openList()
    try app.press("/", silence: 100)
    return try stride(from: 0, to: 2 * searches, by: 2).flatMap { rank -> [Double] in
      defer { _ = try? app.press("\u{15}", silence: 200) }
      return try "\(StockedLibrary.word(rank * rank)) \(StockedLibrary.word(rank + 1))".map {
        try app.press(String($0), silence: 100)
      }
    }
  }

  // MARK: - Memory and rest

  private func measureMemory(_ small: MeasuredHome, _ large: MeasuredHome) throws {
    func figures(_ home: MeasuredHome) throws -> (peak: Double, own: Double)? {
      let app = try home.openList()
      let escape = "\u{1B}"
      for key in ["\u{1B}[F", "/", "b", "a", "\r", "\r", escape, escape, escape, "p"] {
        try app.press(key, silence: 200)
      }
      guard let peak = ProcessFigures.peakMegabytes(app.number), let own = ProcessFigures.ownMegabytes(app.number)
      else {
        return nil
      }
      return (peak, own)
    }
    guard let second = try figures(large), let first = try figures(small) else { return }
    print("memory             \(decimals(second.peak, 1)) MB at the most with \(large.questions) questions,")
    print("                   \(decimals(second.own, 1)) MB of it its own, the rest programs and libraries")
    print(
      "                   \(decimals(first.peak, 1)) MB with \(small.questions): ratio \(ratio(second.peak, first.peak))"
    )
  }

  private func measureRest(_ home: MeasuredHome) throws {
    let app = try home.open()
    try app.wait(for: "Welcome")
    func share() -> Double? {
      guard let begin = ProcessFigures.computedSeconds(app.number) else { return nil }
      app.look(seconds: seconds)
      return ProcessFigures.computedSeconds(app.number).map { ($0 - begin) / seconds * 100 }
    }
    _ = try app.press("?", silence: 1000)
    _ = try app.press("\u{1B}", silence: 1000)
    let idle = share()
    _ = try app.press("s", silence: 200)
    guard let idle, let busy = share() else { return }
    print("at rest            \(decimals(idle, 1)) % of a core; \(decimals(busy, 1)) % with \(rate)")
  }

  /// How fast the model writes.
  private var rate: String { "\(1_000 / delay) tokens a second" }

  private func text(_ times: [Double]) -> String {
    let (p99, median, slowest) = (times.quantile(0.99), times.quantile(0.5), times.quantile(1))
    return "p99 \(decimals(p99, 2)) ms (median \(decimals(median, 2)), slowest \(decimals(slowest, 2)))"
  }

  private func ratio(_ figure: Double, _ base: Double) -> String { decimals(figure / base, 2) }
}

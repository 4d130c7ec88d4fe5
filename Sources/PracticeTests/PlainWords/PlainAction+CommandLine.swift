import LanguageModels

extension PlainAction {
  /// The arguments of the command that does it; `nil` for what only the app can do.
  public var arguments: [String]? {
    switch self {
    case .makeTest(let wanted): wanted.hasSource ? ["generate"] + wanted.arguments : nil
    case .review: ["review"]
    case .showStats(nil): ["stats"]
    case .showStats(.course(let name)): ["stats"] + option("course", name)
    case .showStats(.topic(let name)): ["stats"] + option("topic", name)
    case .openTest(let test): ["take", test.id]
    case .deleteTest(let test): ["delete", test.id]
    case .exportTest(let test, let format, let answers, let file): exporting(test, format, answers: answers, to: file)
    case .summarise(let notes): ["summarize"] + notes
    case .open(.tests): ["list"]
    case .search, .open: nil
    }
  }

  /// The command as it is typed in a shell; `nil` for what only the app can do.
  public var commandLine: String? {
    arguments.map { (["testlet"] + $0.map(ShellWord.quoted)).joined(separator: " ") }
  }
}

extension WantedTest {
  /// What differs from the defaults.
  fileprivate var arguments: [String] {
    let usual = WantedTest()
    var arguments = notes
    if let course { arguments += option("course", course) }
    if let title { arguments += option("title", title) }
    arguments += topics.flatMap { option("topic", $0) }
    if count != usual.count { arguments += option("count", String(count)) }
    if difficulty != usual.difficulty { arguments += option("difficulty", difficulty.rawValue) }
    if formats != usual.formats { arguments += formats.flatMap { option("format", $0.rawValue) } }
    if choices != usual.choices { arguments += option("choices", String(choices)) }
    return arguments
  }
}

private func exporting(_ test: NamedTest, _ format: ExportFormat, answers: Bool, to file: String?) -> [String] {
  var arguments = ["export", test.id] + option("to", format.rawValue)
  if !answers { arguments.append("--no-answers") }
  if let file { arguments += option("output", TypedPath.withHome(file)) }
  return arguments
}

/// An option with its value; joined where the value could be taken for an option itself.
private func option(_ name: String, _ value: String) -> [String] {
  value.hasPrefix("-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
}

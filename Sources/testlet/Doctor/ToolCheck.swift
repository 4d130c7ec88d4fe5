import Foundation
import LanguageModels
import PracticeTests
import Terminal

/// Looks at the terminal and at programs that testlet can use.
struct ToolCheck {
  var environment: [String: String]

  /// Everything about the terminal and about programs.
  func findings() -> [Finding] {
    [terminal(), language()] + converters() + [ollama()]
  }

  private func terminal() -> Finding {
    guard isatty(STDOUT_FILENO) == 1 else {
      return Finding("terminal", .absent, "standard output is none: the app needs one, the commands do not")
    }
    let name = environment["TERM"] ?? ""
    guard !name.isEmpty, name != "dumb" else {
      return Finding(
        "terminal", .degraded, "TERM is \(name.isEmpty ? "not set" : name)", nextStep: "export TERM=xterm-256color")
    }
    var size = winsize()
    _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    guard size.ws_col == 0 || size.ws_col >= 60 && size.ws_row >= 15 else {
      return Finding(
        "terminal", .degraded, "\(size.ws_col) by \(size.ws_row) cells", nextStep: "make the window larger")
    }
    return Finding("terminal", .fine, "\(name), \(size.ws_col) by \(size.ws_row) cells")
  }

  private func language() -> Finding {
    guard let locale = TerminalLocale(environment) else {
      return Finding("language", .fine, "none is set, so UTF-8 is taken for granted")
    }
    guard locale.isUTF8 else {
      return Finding(
        "language", .degraded, "\(locale.name) is not UTF-8, so the app draws signs in ASCII unless ui.ascii is false",
        nextStep: "export \(locale.variable)=C.UTF-8")
    }
    return Finding("language", .fine, locale.name)
  }

  /// The programs that make text of notes in other formats.
  private func converters() -> [Finding] {
    let uses = [("pdftotext", "PDF"), ("pandoc", "DOCX, ODT, EPUB and HTML")]
    return uses.map { program, formats in
      if let path = ProgramPath.find(program, in: environment) { return Finding(program, .fine, path) }
      return Finding(
        program, .absent, "not installed here: only needed for notes in \(formats)",
        nextStep: InstallCommand.command(for: program, in: environment))
    }
  }

  private func ollama() -> Finding {
    guard let path = ProgramPath.find("ollama", in: environment) else {
      return Finding("ollama", .absent, "not installed here: only needed for running models with it on this machine")
    }
    return Finding("ollama", .fine, path)
  }
}

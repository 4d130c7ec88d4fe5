import Foundation
import LanguageModels
import PracticeTests

/// Looks at the terminal and at programs that testlet can use.
struct ToolCheck {
  var environment: [String: String]
  /// The Python of the MLX backend.
  var python: String

  /// Everything about the terminal and about programs.
  func findings() async -> [Finding] {
    [terminal(), language()] + converters() + [ollama(), await mlx()]
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
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let isUnicode = name.lowercased().replacing("-", with: "").contains("utf8")
    return isUnicode || name == "C" || name == "POSIX"
      ? Finding("language", .fine, isUnicode ? name : "\(name), taken as C.UTF-8")
      : Finding("language", .degraded, "\(name) is not UTF-8", nextStep: "export LANG=C.UTF-8")
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

  /// Asks the Python whether it has `mlx_lm`, without loading it.
  private func mlx() async -> Finding {
    let question = "import importlib.util as u, sys; sys.exit(0 if u.find_spec('mlx_lm') else 9)"
    let code = await ChildProcess.exitCode(of: [python, "-c", question], environment: environment, within: .seconds(5))
    return switch code {
    case 0: Finding("mlx-lm", .fine, "\(python) has it")
    case 9: Finding("mlx-lm", .absent, "\(python) does not have it: only needed for running models with MLX")
    default: Finding("mlx-lm", .absent, "\(python) can't be run: only needed for running models with MLX")
    }
  }
}

import LanguageModels

/// How a program is installed on this machine.
public enum InstallCommand {
  /// The command for a program; its name alone where no package manager is known.
  public static func command(for program: String, in environment: [String: String]) -> String {
    let packages = ["pdftotext": (linux: "poppler-utils", brew: "poppler")]
    let package = packages[program] ?? (program, program)
    let managers = [
      ("apt-get", "sudo apt-get install \(package.linux)"), ("dnf", "sudo dnf install \(package.linux)"),
      ("brew", "brew install \(package.brew)"),
    ]
    return managers.first { ProgramPath.find($0.0, in: environment) != nil }?.1 ?? "install \(package.linux)"
  }
}

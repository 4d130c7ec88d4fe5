import LanguageModels
import PracticeTests
import Terminal

/// How the app looks, and whether it listens to the mouse: the table `[ui]` of the settings file.
public struct InterfaceSettings: Sendable, Hashable {
  /// The theme that is wanted; `nil` leaves it to the environment.
  public var theme: Theme.Name?
  /// Whether frames, bars and signs are drawn in ASCII.
  public var isASCII = false
  /// Whether the wheel and clicks are taken in.
  public var usesMouse = true

  /// Whether the environment wants no colours (`NO_COLOR`), whatever the theme is.
  public var hasNoColours = false

  /// What the theme can be set to.
  static let themes = ["auto"] + Theme.Name.allCases.map(\.rawValue)

  /// The defaults.
  public init() {}

  /// Reads the settings; what the file does not say has its default, and the signs go by the locale.
  ///
  /// - Throws: `SettingsError`, naming the file, the line and the key.
  public init(_ file: SettingsFile, environment: [String: String]) throws(SettingsError) {
    try SettingsCatalog.interface.check(file)
    theme = try file.string(for: "ui.theme").flatMap(Theme.Name.init)
    // Where the environment names no locale, terminals show UTF-8.
    isASCII = try file.bool(for: "ui.ascii") ?? (TerminalLocale(environment)?.isUTF8 == false)
    usesMouse = try file.bool(for: "ui.mouse") ?? usesMouse
    hasNoColours = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  }

  /// The theme as it is set.
  var themeName: String { theme?.rawValue ?? "auto" }

  /// The signs that frames, bars and lists are drawn with.
  var symbols: Symbols { isASCII ? .ascii : .unicode }
}

extension SettingsCatalog {
  /// The settings of `[ui]`.
  public static let interface = SettingsCatalog([
    SettingsKey(
      "ui.theme", .choice(InterfaceSettings.themes), default: .string("auto"),
      about: "The background that colours are made for, or none; auto goes by COLORFGBG, and NO_COLOR by itself."),
    SettingsKey(
      "ui.ascii", .bool, default: .bool(false),
      about: "Whether frames and signs are drawn in ASCII; where it is not set, they are in a locale without UTF-8."),
    SettingsKey(
      "ui.mouse", .bool, default: .bool(true),
      about: "Whether the wheel and clicks are taken in; text is then selected with Shift held."),
  ])

  /// Every setting that there is.
  public static func all(in file: SettingsFile) -> SettingsCatalog {
    .backends(in: file) + .generation + .review + .interface
  }
}

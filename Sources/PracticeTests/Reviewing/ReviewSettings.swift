import LanguageModels

/// How questions come back: the table `[review]` of the settings file.
public struct ReviewSettings: Sendable, Hashable {
  /// How likely a question is to be remembered when it comes back.
  public var retention = 0.9
  /// The most questions that are reviewed on a day.
  public var perDay = 200
  /// The most questions a day that are reviewed for the first time.
  public var newPerDay = 20

  /// The defaults.
  public init() {}

  /// Reads the settings; what the file does not say has its default.
  ///
  /// - Throws: `SettingsError`, naming the file, the line and the key.
  public init(_ file: SettingsFile) throws(SettingsError) {
    try SettingsCatalog.review.check(file)
    retention = try file.double(for: "review.retention") ?? retention
    perDay = try file.int(for: "review.per-day") ?? perDay
    newPerDay = try file.int(for: "review.new-per-day") ?? newPerDay
  }
}

extension SettingsCatalog {
  /// The settings of `[review]`.
  public static let review = SettingsCatalog([
    SettingsKey(
      "review.retention", .double(0.7...0.97), default: .double(0.9),
      about:
        "How likely you are to remember a question when it comes back; a change counts from its next review on."),
    SettingsKey(
      "review.per-day", .int(1...9999), default: .int(200), about: "The most questions that are reviewed on a day."),
    SettingsKey(
      "review.new-per-day", .int(0...9999), default: .int(20),
      about: "The most questions a day that are reviewed for the first time."),
  ])
}

extension TerminalSession {
  /// How the terminal is to be used.
  public struct Options: Sendable {
    /// The theme wanted; chosen by the environment when nil.
    public var theme: Theme.Name?
    /// Whether the wheel and clicks are reported (then the terminal selects text with Shift only).
    public var mouse: Bool
    /// Where standard error goes while the screen is up; dropped when nil.
    public var errorLog: String?

    /// Makes options.
    public init(theme: Theme.Name? = nil, mouse: Bool = true, errorLog: String? = nil) {
      self.theme = theme
      self.mouse = mouse
      self.errorLog = errorLog
    }
  }
}

/// What may be said of a key: its end, and where it comes from.
public struct KeyDescription: Sendable, Hashable {
  /// Where a key comes from.
  public enum Source: Sendable, Hashable {
    case environment(variable: String)
    case keyring
    case file(path: String)
  }

  /// Where it comes from.
  public var source: Source
  /// Its last four characters, where it is long enough to show that many.
  public var masked: String

  /// Both, to go on a sentence with.
  public var text: String {
    switch source {
    case .environment(let variable): "\(masked), from the environment variable \(variable)"
    case .keyring: "\(masked), in the desktop keyring"
    case .file(let path): "\(masked), in \(path)"
    }
  }
}

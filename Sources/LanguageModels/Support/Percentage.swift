/// Shares in whole per cent, as a person reads them.
public enum Percentage {
  /// A share, 0 to 1, such as "13%" for 0.129: rounded half up, but "0%" only for nothing and "100%" only for all.
  public static func text(_ share: Double) -> String { "\(whole(share))%" }

  /// The same as a number.
  public static func whole(_ share: Double) -> Int {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 100 }
    // 29 of 200 is 14.5% and a little less in binary.
    return min(max(1, Int((share * 100 + 1e-9).rounded())), 99)
  }
}

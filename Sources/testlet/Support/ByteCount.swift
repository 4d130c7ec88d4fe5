import Foundation

/// Numbers of bytes, as a person reads them.
enum ByteCount {
  /// Such as `1.9 GB`.
  static func text(_ bytes: Int64) -> String {
    var (value, unit) = (Double(bytes), "B")
    for larger in ["kB", "MB", "GB", "TB"] where value >= 999.5 {
      (value, unit) = (value / 1000, larger)
    }
    return unit == "B" ? "\(bytes) B" : String(format: "%.1f %@", value, unit)
  }
}

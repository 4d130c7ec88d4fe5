import Foundation

/// The middle of some figures, and where half of them lie.
struct Spread {
  var median: Double
  var lower: Double
  var upper: Double

  /// Of at least one figure.
  init(_ figures: [Double]) {
    (lower, median, upper) = (figures.quantile(0.25), figures.quantile(0.5), figures.quantile(0.75))
  }

  /// "12.3 [11.0, 14.1]": the median, and the quartiles.
  func text(_ digits: Int) -> String {
    "\(decimals(median, digits)) [\(decimals(lower, digits)), \(decimals(upper, digits))]"
  }
}

extension [Double] {
  /// The figure that a share of all are below; of at least one figure.
  func quantile(_ share: Double) -> Double {
    let sorted = sorted()
    let place = share * Double(count - 1)
    let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
  }
}

/// The most memory that this process has had until now, in megabytes.
func peakMegabytes() -> Double {
  var usage = rusage()
  // Kilobytes on Linux, bytes on macOS.
  #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1_048_576
  #endif
}

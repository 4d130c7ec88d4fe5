#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Dates as HTTP headers write them, and the time now, both in seconds since 1970.
public enum HTTPDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The time now.
  public static let now: @Sendable () -> Int = { Int(time(nil)) }

  /// Reads a date such as `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers still send (RFC 9110, 5.6.7).
  static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: " ")
    let clock = parts.count == 6 ? parts[4].split(separator: ":").compactMap { Int32($0) } : []
    guard clock.count == 3, parts[5] == "GMT", let day = Int32(parts[1]), let year = Int32(parts[3]),
      let month = months.firstIndex(of: String(parts[2])), (1...31).contains(day), (1970...9999).contains(year),
      (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
    else { return nil }
    var date = tm()
    (date.tm_year, date.tm_mon, date.tm_mday) = (year - 1900, Int32(month), day)
    (date.tm_hour, date.tm_min, date.tm_sec) = (clock[0], clock[1], clock[2])
    return Int(timegm(&date))
  }
}

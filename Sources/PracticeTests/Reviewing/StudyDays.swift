import Foundation

/// The days that a student lives by: they begin at four in the morning on the wall clock, so that a late evening still
/// belongs to its day.
public struct StudyDays: Sendable, Hashable {
  /// Where the wall clock hangs.
  public let timeZone: TimeZone

  /// Days in a time zone.
  public init(timeZone: TimeZone = .current) {
    self.timeZone = timeZone
  }

  private static let begin = 4.0 * 3600
  private static let length = 86_400.0

  /// The day that a moment belongs to, counted from 1970.
  public func day(of date: Date) -> Int {
    let wall = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
    return Int(((wall - Self.begin) / Self.length).rounded(.down))
  }

  /// When a day begins.
  public func start(of day: Int) -> Date {
    let wall = Double(day) * Self.length + Self.begin
    // The offset from Greenwich is that of the moment looked for: a second guess is right where the clocks change.
    return moment(wall, near: moment(wall, near: Date(timeIntervalSince1970: wall)))
  }

  /// The date of a day, such as "2026-01-31".
  public static func date(of day: Int) -> String {
    Date(timeIntervalSince1970: Double(day) * length).formatted(.iso8601.year().month().day())
  }

  /// The month of a day and the day of the month, counted from 1, and its weekday: 0 for Sunday.
  public static func parts(of day: Int) -> (month: Int, day: Int, weekday: Int) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * length))
    return (parts.month ?? 1, parts.day ?? 1, (parts.weekday ?? 1) - 1)
  }

  private func moment(_ wall: Double, near date: Date) -> Date {
    Date(timeIntervalSince1970: wall - Double(timeZone.secondsFromGMT(for: date)))
  }

  /// The whole days from one moment to another.
  func count(from earlier: Date, to later: Date) -> Int {
    max(0, day(of: later) - day(of: earlier))
  }
}

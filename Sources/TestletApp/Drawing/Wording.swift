import Foundation
import LanguageModels
import PracticeTests

/// Numbers and names in words.
enum Wording {
  /// "1 question", "3 questions".
  static func count(_ count: Int, _ noun: String) -> String {
    Counted.text(count, noun)
  }

  /// How many questions are to be reviewed now.
  static func due(_ questions: Int) -> String {
    questions == 0 ? "Nothing is due now" : "\(count(questions, "question")) due for review"
  }

  /// How many things there are to ask about.
  static func toAsk(_ things: Int) -> String {
    things == 0 ? "nothing found to ask" : "\(count(things, "thing")) to ask about"
  }

  /// "4:05", "1:02:03".
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(0, seconds.isFinite ? seconds : 0), 1e8))
    let tail = twoDigits(whole % 60)
    guard whole >= 3600 else { return "\(whole / 60):\(tail)" }
    return "\(whole / 3600):\(twoDigits(whole / 60 % 60)):\(tail)"
  }

  /// How long ago, or how long still: "12 s", "3 min", "2 h".
  static func span(_ seconds: Double) -> String {
    let whole = Int(min(max(0, seconds.isFinite ? seconds : 0), 1e8))
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min" : "\(whole / 3600) h"
  }

  /// How long until something: "in 10 min", "tomorrow", "in 3 days".
  static func until(_ date: Date, from now: Date) -> String {
    let seconds = date.timeIntervalSince(now)
    let days = StudyDays()
    let count = days.day(of: date) - days.day(of: now)
    if seconds < 1 { return "in a moment" }
    if count < 1 { return "in \(span(seconds))" }
    return count == 1 ? "tomorrow" : "in \(count) days"
  }

  /// A day of study: "Wed 25 Nov".
  static func day(_ number: Int) -> String {
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let parts = StudyDays.parts(of: number)
    return "\(weekdays[parts.weekday]) \(parts.day) \(month(number))"
  }

  /// The month of a day: "Nov".
  static func month(_ number: Int) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return months[StudyDays.parts(of: number).month - 1]
  }

  /// What a model is for: "questions, summaries".
  static func tasks(_ tasks: [AITaskKind]) -> String {
    if tasks.count == AITaskKind.allCases.count { return "everything" }
    return tasks.map { task in
      switch task {
      case .intentParsing: "plain words"
      case .summarising: "summaries"
      case .rewriting: "rewriting"
      case .studyQuestions: "questions"
      case .chat: "chat"
      }
    }.joined(separator: ", ")
  }

  /// The key that chooses an option.
  static func key(_ index: Int) -> Character { OptionLetter.letter(index).lowercased().first ?? "?" }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Grounding {
  /// Where the evidence stands, as a student reads it.
  var place: String {
    (([source, heading].filter { !$0.isEmpty }) + ["line \(line)"]).joined(separator: ", ")
  }
}

extension Provenance.Origin {
  /// Who wrote a question, as a student reads it.
  var shownName: String {
    switch self {
    case .model: "a model"
    case .builtin: "built in"
    case .imported: "brought from a file"
    }
  }
}

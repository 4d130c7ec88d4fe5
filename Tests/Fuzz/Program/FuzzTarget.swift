/// Something that reads foreign bytes.
enum FuzzTarget: String, CaseIterable {
  /// A model's answer as a draft.
  case draft
  /// Questions; the reader finds the format out by itself, and the seeds lead to each.
  case json
  case quiz
  case gift
  case aiken
  case moodleXML = "moodle-xml"
  case csv
  case anki
  case notes
  /// Server-sent events, and the chat answers in them.
  case events
  case chat
  /// Lines of JSON, and the chat answers in them.
  case lines
  case ollama
  case settings
  case keys

  /// Reads an input; ends the program where that does not go as it has to.
  func check(_ bytes: [UInt8]) {
    switch self {
    case .draft: QuestionChecks.draft(String(decoding: bytes, as: UTF8.self))
    case .json, .quiz, .gift, .aiken, .moodleXML, .csv, .anki:
      QuestionChecks.questions(String(decoding: bytes, as: UTF8.self))
    case .notes: QuestionChecks.notes(bytes)
    case .events: StreamChecks.events(bytes)
    case .chat: StreamChecks.chat(bytes)
    case .lines: StreamChecks.lines(bytes)
    case .ollama: StreamChecks.ollama(bytes)
    case .settings: SettingsChecks.settings(String(decoding: bytes, as: UTF8.self))
    case .keys: KeyChecks.keys(bytes)
    }
  }
}

/// Ends the program as a crash would where something does not hold: libFuzzer keeps an input for a crash, and for
/// nothing that could be thrown or returned.
func require(_ holds: Bool, _ complaint: @autoclosure () -> String) {
  guard holds else { fatalError(complaint()) }
}

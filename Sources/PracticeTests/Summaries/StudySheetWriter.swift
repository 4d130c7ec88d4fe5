import LanguageModels

/// Writes study sheets from notes with a model: short notes at once, long ones part by part and then from the parts.
public struct StudySheetWriter: Sendable {
  private let model: AIAssignment
  private let report: @Sendable (StudySheetEvent) -> Void

  /// Makes a writer.
  ///
  /// - Parameter report: told what happens, in order.
  public init(model: AIAssignment, report: @escaping @Sendable (StudySheetEvent) -> Void) {
    self.model = model
    self.report = report
  }

  /// Writes the sheet of some documents; its lines are reported as they come.
  ///
  /// - Throws: ``StudySheetError``, `LLMError`, or `CancellationError`.
  @concurrent
  public func write(_ documents: [NoteDocument]) async throws -> StudySheet {
    let room = SummaryRoom(context: model.contextTokens, frame: await tokens(SummaryPrompt.frame))
    let notes = try await condensed(Self.pieces(of: documents), room)
    var sheet = StudySheet(text: "", model: "", isCutShort: false)
    add("# \(documents.map(\.title).joined(separator: ", "))\n", to: &sheet)
    for section in StudySheet.Section.allCases {
      add("\n## \(section.rawValue)\n\n", to: &sheet)
      let answer = try await lines(notes, task: section.task, maxTokens: room.section) { line in
        add(section.kept(line), to: &sheet)
      }
      sheet.model = answer.model ?? sheet.model
      sheet.isCutShort = sheet.isCutShort || answer.isCutShort
    }
    return sheet
  }

  private func add(_ text: String, to sheet: inout StudySheet) {
    sheet.text += text
    report(.text(text))
  }

  /// The notes, or, where they do not fit into one request, the points of their parts.
  private func condensed(_ pieces: [String], _ room: SummaryRoom) async throws -> String {
    let tooSmall = StudySheetError.contextTooSmall(model.contextTokens ?? SummaryRoom.usualContext)
    guard room.suffices else { throw tooSmall }
    var parts = await TextParts.joining(pieces, within: room.notes, size: tokens)
    while parts.count > 1 {
      var points: [String] = []
      for (index, part) in parts.enumerated() {
        report(.part(index + 1, of: parts.count))
        var text = ""
        let task = SummaryPrompt.taskOfPart(points: room.points)
        _ = try await lines(part, task: task, maxTokens: room.part) { text += $0 }
        points.append(text)
      }
      let fewer = await TextParts.joining(points, within: room.notes, size: tokens)
      guard fewer.count < parts.count else { throw tooSmall }
      parts = fewer
    }
    return parts.first ?? ""
  }

  private func tokens(_ text: String) async -> Int {
    await model.provider.countTokens(text) ?? TokenEstimate.most(of: text)
  }

  /// The passages, each under its heading.
  private static func pieces(of documents: [NoteDocument]) -> [String] {
    documents.flatMap { document in
      document.passages.map { passage in
        "# \(([document.title] + passage.headings.suffix(1)).joined(separator: ": "))\n\n\(passage.text)"
      }
    }
  }
}

extension StudySheetWriter {
  /// How an answer ended.
  private struct Ending: Sendable {
    /// `nil` where it was stopped.
    var model: String?
    var isCutShort: Bool
  }

  /// Asks, and hands over the lines of the answer that are new; a model that only repeats itself is stopped.
  private func lines(
    _ notes: String, task: String, maxTokens: Int, onLine: (String) -> Void
  ) async throws -> Ending {
    let messages = SummaryPrompt.messages(notes, task: task)
    let (pieces, arrival) = AsyncStream.makeStream(of: String.self)
    return try await withThrowingTaskGroup(of: LLMResponse.self) { [model] group in
      group.addTask {
        defer { arrival.finish() }
        return try await model.complete(messages, maxTokens: maxTokens) { delta in
          if case .text(let piece) = delta { arrival.yield(piece) }
        }
      }
      var lines = SheetLines(to: task)
      for await piece in pieces {
        lines.feed(piece).forEach(onLine)
        guard !lines.isLooping else {
          group.cancelAll()
          return Ending(isCutShort: true)
        }
      }
      guard let response = try await group.next() else { throw CancellationError() }
      let isCutOff = response.finishReason == .length
      lines.finish(isCutOff: isCutOff).forEach(onLine)
      return Ending(model: response.model, isCutShort: isCutOff)
    }
  }
}

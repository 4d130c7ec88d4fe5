import ArgumentParser

/// Measures on data and servers that anyone can bring.
@main
struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Measure the reader of questions, the gates, verification and generation, reviews, figures, plain words, and the way to servers.",
    subcommands: [
      ReaderMeasure.self, ReaderFuzz.self, GatesMeasure.self, VerificationMeasure.self, ChaptersMeasure.self,
      SlotsMeasure.self, ClientMeasure.self, FaultsMeasure.self, ReviewMeasure.self, StatisticsMeasure.self,
      WordsMeasure.self,
    ])
}

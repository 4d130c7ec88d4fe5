import ArgumentParser

/// Measures on data and servers that anyone can bring.
@main
struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the app and what it rests on: reading, gates, generation, reviews, figures, the way to servers.",
    subcommands: [
      AppMeasure.self, ReaderMeasure.self, ReaderFuzz.self, GatesMeasure.self, VerificationMeasure.self,
      ChaptersMeasure.self, SlotsMeasure.self, GrowthMeasure.self, ClientMeasure.self, FaultsMeasure.self,
      SoakMeasure.self, KillsMeasure.self, ReviewMeasure.self, StatisticsMeasure.self, WordsMeasure.self,
    ])
}

import ArgumentParser

/// Measures of the reader and the gates on data that anyone can bring.
@main
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the reader of questions and the gates.",
    subcommands: [ReaderMeasure.self, ReaderFuzz.self, GatesMeasure.self])
}

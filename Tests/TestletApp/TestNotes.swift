import Assets

/// Notes that questions can be made from.
enum TestNotes {
  static let text = Assets.samples.first?.text
}

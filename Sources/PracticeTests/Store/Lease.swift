/// The right to generate a test, held by one process at a time.
public struct Lease: Sendable, Hashable {
  /// The test.
  public var testID: String
  /// Who holds it.
  public var owner: String
}

/// What goes wrong in an answer of the mock; its responder throws it in the place of an answer, so that a test can have any
/// request fail as a server's would.
package enum MockFault: Error, Sendable, Hashable {
  /// The token limit ends the answer after this text.
  case cutOff(String)
  /// The connection breaks after this text.
  case broken(after: String)
}
